import { expect, it } from 'vitest';
import { questionLanguage } from './question-language.ts';

it.each([
  ['war', 'en', null, 'en'],
  ['war', 'de', null, 'de'],
  ['war', 'de', 'en', 'en'],
  ['ещё', 'en', null, 'ru'],
  ['още', 'bg', null, 'bg'],
  ['the', 'ru', null, 'en'],
  ['the', 'fa', null, 'en'],
  ['من', 'en', null, 'ar'],
  ['که', 'en', null, 'fa'],
  ['من', 'fa', null, 'fa'],
  ['και', 'en', null, 'el'],
  ['2024', 'en', null, 'en'],
  ['水', 'en', null, 'en'],
])('“%s” in a journal in %s, narrowed to %s, is asked in %s', (word, journal, chosen, language) => {
  expect(questionLanguage(word, { chosen, journal })).toBe(language);
});
