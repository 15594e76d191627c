import { expect, test } from 'vitest';
import { readCsv, redirectLines } from './read-csv.ts';

test.each([
  [
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '\uFEFFa;b\r\nc;d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a\tb', [['a', 'b']]],
  ['"a,""1""\n2",b', [['a,"1"\n2', 'b']]],
  ['a,', [['a', '']]],
  ['', []],
])('%j is read', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});

test('redirects are the lines below the head, empty ones left out, formulas as they were', () => {
  expect(redirectLines('From,To,Note\n/a,/b,x\n\n,\n"\'=1",/c\n')).toEqual([
    { line: 2, from: '/a', to: '/b' },
    { line: 5, from: '=1', to: '/c' },
  ]);
  expect(redirectLines('/a,/b')).toEqual([{ line: 1, from: '/a', to: '/b' }]);
});
