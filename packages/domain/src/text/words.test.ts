import { describe, expect, test } from 'vitest';
import { tokensOf, wordPartAtEnd, wordPartAtStart } from './words.ts';

describe('the part of a word that a quote cut off', () => {
  test.each([
    ['able terms', 'able'],
    ['able', 'able'],
    ['-negotiable terms', '-negotiable'],
    ['.5 per cent', '.5'],
    [',000 people', ',000'],
    ['’s end', '’s'],
    ['. Then', ''],
    [', then', ''],
    [' terms', ''],
    ['’ he said', ''],
    ["' he said", ''],
    ['”', ''],
    ['判断', ''],
    ['', ''],
  ])('given %j follows then it is %j', (text, part) => {
    expect(wordPartAtStart(text)).toBe(part);
  });

  test.each([
    ['terms un', 'un'],
    ['un', 'un'],
    ['terms non-', 'non-'],
    ['by 2.', '2.'],
    ['by 10,', '10,'],
    ['by −', '−'],
    ['d’', 'd’'],
    ['It ended.', ''],
    ['terms ', ''],
    ['he said ‘', ''],
    ["he said '", ''],
    ['he said ’', ''],
    ['判断', ''],
    ['', ''],
  ])('given %j stands before then it is %j', (text, part) => {
    expect(wordPartAtEnd(text)).toBe(part);
  });
});

test.each([
  ['two  words', ['two', 'words']],
  ['a cease-fire, now.', ['a', 'cease-fire', ',', 'now', '.']],
  ['the envoy’s “no”', ['the', 'envoy’s', '“', 'no', '”']],
  ['2.5 per cent', ['2', '.', '5', 'per', 'cent']],
  ['交渉 しない', ['交', '渉', 'し', 'な', 'い']],
  [' ', []],
])('the words and marks of %j are %j, each where it stands', (text, words) => {
  const tokens = tokensOf(text);
  expect(tokens.map((token) => token.text)).toEqual(words);
  expect(tokens.map(({ start, end }) => text.slice(start, end))).toEqual(words);
});
