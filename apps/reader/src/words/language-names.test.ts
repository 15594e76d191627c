import { expect, test } from 'vitest';
import { languageInItself } from './language-names.ts';

test('a language is called as its readers call it', () => {
  expect(['fr', 'fa-AF', 'ps', 'he', 'pt-BR'].map(languageInItself)).toEqual([
    ...['Français', 'دری', 'پښتو', 'עברית', 'Português (Brasil)'],
  ]);
});

test('a language that has no name is called by its tag', () => {
  expect(languageInItself('qaa')).toBe('Qaa');
});
