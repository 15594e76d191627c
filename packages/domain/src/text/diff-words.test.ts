import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTokens, type DiffPart, diffWords } from './diff-words.ts';

const words = fc.array(fc.constantFrom('a', 'b', 'not', 'c,', 'd.'), { maxLength: 15 });

describe('the difference between two texts', () => {
  test('given any two texts then its parts join up to both', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(' '), b.join(' ')];
        const parts = diffWords(before, after);
        const without = (kind: string) =>
          parts
            .filter((part) => part.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('given any two sequences then what is aligned agrees, in order, and no more could be', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const pairs = alignTokens(a, b) ?? [];
        for (const [i, j] of pairs) expect(a[i]).toBe(b[j]);
        for (const [index, [i, j]] of pairs.entries()) {
          const [x, y] = pairs[index - 1] ?? [-1, -1];
          expect(i > x && j > y).toBe(true);
        }
        expect(pairs.length).toBe(longestCommon(a, b));
      }),
      { numRuns: 500 },
    );
  });

  test('given too many edits then it gives up', () => {
    expect(alignTokens(['a', 'b', 'c'], ['x', 'y', 'z'], 4)).toBeNull();
  });
});

function longestCommon(a: string[], b: string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const left of a) {
    const next = [0];
    b.forEach((right, j) => {
      next.push(left === right ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

test.each<[string, string, DiffPart[]]>([
  ['', 'a weir', [{ kind: 'added', text: 'a weir' }]],
  ['a weir', '', [{ kind: 'removed', text: 'a weir' }]],
  ['a weir', 'a weir', [{ kind: 'same', text: 'a weir' }]],
  [
    'a weir',
    'two mills',
    [
      { kind: 'removed', text: 'a weir' },
      { kind: 'added', text: 'two mills' },
    ],
  ],
  [
    'the old stone weir leaks',
    'the new weir leaks',
    [
      { kind: 'same', text: 'the' },
      { kind: 'removed', text: ' old stone' },
      { kind: 'added', text: ' new' },
      { kind: 'same', text: ' weir leaks' },
    ],
  ],
  [
    'It leaks.',
    'It leaks!',
    [
      { kind: 'same', text: 'It leaks' },
      { kind: 'removed', text: '.' },
      { kind: 'added', text: '!' },
    ],
  ],
  [
    'It  leaks',
    'It leaks',
    [
      { kind: 'same', text: 'It' },
      { kind: 'removed', text: '  leaks' },
      { kind: 'added', text: ' leaks' },
    ],
  ],
  [
    '水门',
    '水闸',
    [
      { kind: 'same', text: '水' },
      { kind: 'removed', text: '门' },
      { kind: 'added', text: '闸' },
    ],
  ],
])('from “%s” to “%s” the parts are %j', (before, after, parts) => {
  expect(diffWords(before, after)).toEqual(parts);
});

test('given texts that differ by two thousand words then what they share is found, beyond it nothing', () => {
  const worded = (letter: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${letter}${index}`).join(' ');
  const [old, now] = [worded('a', 1000), worded('b', 1000)];
  expect(diffWords(`${old} end`, `${now} end`)).toEqual([
    { kind: 'removed', text: old },
    { kind: 'added', text: now },
    { kind: 'same', text: ' end' },
  ]);
  expect(diffWords(`${old} more end`, `${now} end`)).toEqual([
    { kind: 'removed', text: `${old} more end` },
    { kind: 'added', text: `${now} end` },
  ]);
});

test('given a space more or less at the end then it is shown', () => {
  expect(diffWords('two words ', 'two words')).toEqual([
    { kind: 'same', text: 'two words' },
    { kind: 'removed', text: ' ' },
  ]);
  expect(diffWords('two words', 'two words ')).toEqual([
    { kind: 'same', text: 'two words' },
    { kind: 'added', text: ' ' },
  ]);
  expect(diffWords('', '')).toEqual([]);
});

test.each([
  [[], [], []],
  [['a'], [], []],
  [[], ['a'], []],
  [['a'], ['b'], []],
  [['a'], ['a'], [[0, 0]]],
  [['a', 'a'], ['a'], [[0, 0]]],
  [['a'], ['b', 'a'], [[0, 1]]],
  [
    ['a', 'b', 'c'],
    ['b', 'c', 'd'],
    [
      [1, 0],
      [2, 1],
    ],
  ],
  [
    ['a', 'b'],
    ['a', 'x', 'b'],
    [
      [0, 0],
      [1, 2],
    ],
  ],
] as [string[], string[], number[][]][])('%j and %j agree at %j', (before, after, pairs) => {
  expect(alignTokens(before, after)).toEqual(pairs);
});

test('given more changes than are wanted then nothing is aligned', () => {
  expect(alignTokens(['a', 'b', 'same'], ['c', 'd', 'same'], 4)).toEqual([[2, 2]]);
  expect(alignTokens(['a', 'b', 'same'], ['c', 'd', 'same'], 3)).toBeNull();
});
