import { expect, test } from 'vitest';
import { extractKeywords } from './keywords.ts';

test('given a text then its longer words, without accents and endings, each once', () => {
  expect(
    extractKeywords('The régime’s lorries, a lorry: negotiation and negotiations', 'en'),
  ).toEqual(['regime', 'lorries', 'lorry', 'negotia']);
});

test('given numbers and marks then none of them', () => {
  expect(extractKeywords('2031 — 14/21 (…)', 'en')).toEqual([]);
});

test('given other scripts then their words too', () => {
  expect(extractKeywords('شورای جهانی', 'fa-AF')).toEqual(['شورای', 'جهانی']);
  expect(extractKeywords('水利協定', 'zh')).not.toEqual([]);
});
