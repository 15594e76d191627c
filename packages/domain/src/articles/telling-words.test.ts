import { expect, test } from 'vitest';
import { tellingWords } from './telling-words.ts';

test('given a text then its longer words, without accents and endings, each once', () => {
  expect(tellingWords('The régime’s lorries, a lorry: negotiation and negotiations', 'en')).toEqual(
    ['regime', 'lorries', 'lorry', 'negotia'],
  );
});

test('given numbers and marks then none of them', () => {
  expect(tellingWords('2031 — 14/21 (…)', 'en')).toEqual([]);
});

test('given other scripts then their words too', () => {
  expect(tellingWords('شورای جهانی', 'fa-AF')).toEqual(['شورای', 'جهانی']);
  expect(tellingWords('水利協定', 'zh')).not.toEqual([]);
});
