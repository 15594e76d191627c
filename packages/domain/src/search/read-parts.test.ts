import { describe, expect, test } from 'vitest';
import { readParts } from './read-parts.ts';

const word = { excluded: false, field: null, quoted: false };

describe('the parts of a typed query', () => {
  test.each([
    ['“', '”'],
    ['“', '"'],
    ['„', '“'],
    ['„', '”'],
    ['„', '"'],
    ['«', '»'],
    ['«', '"'],
    ['”', '”'],
    ['”', '"'],
    ['"', '"'],
    ['"', '“'],
    ['"', '”'],
  ])('given words between %s and %s, then they stand together', (opening, closing) => {
    const raw = `${opening}shared water${closing}`;
    expect(readParts(`${raw} law`)).toEqual([
      { ...word, raw, text: 'shared water', quoted: true },
      { ...word, raw: 'law', text: 'law' },
    ]);
  });

  test.each([
    ['nothing', '“shared water', 'shared water'],
    ['another kind of mark', '«shared” water', 'shared” water'],
  ])('given a quotation closed by %s, then it goes on to the end', (_, typed, text) => {
    expect(readParts(typed)).toEqual([{ ...word, raw: typed, text, quoted: true }]);
  });

  test.each([['-dams'], ['−dams'], ['–dams']])('given %s, then without that word', (typed) => {
    expect(readParts(typed)).toEqual([{ ...word, raw: typed, text: 'dams', excluded: true }]);
  });

  test.each([
    ['at the end', 'sea -', ['sea', '-']],
    ['before a space', 'sea - dams', ['sea', '-', 'dams']],
  ])('given a minus %s, then it leaves nothing out', (_, typed, texts) => {
    expect(readParts(typed)).toEqual(texts.map((text) => ({ ...word, raw: text, text })));
  });

  test.each([
    ['topic:sea', 'topic', 'sea', false],
    ['AFTER:2025', 'after', '2025', false],
    ['topic:', 'topic', '', false],
    ['language:fr', 'language', 'fr', false],
    ['author:"Ruth Vennery"', 'author', 'Ruth Vennery', true],
  ] as const)('given %s, then that field', (typed, field, text, quoted) => {
    expect(readParts(`${typed} x`)).toEqual([
      { raw: typed, excluded: false, field, text, quoted },
      { ...word, raw: 'x', text: 'x' },
    ]);
    expect(readParts(`-${typed}`)).toEqual([
      { raw: `-${typed}`, excluded: true, field, text, quoted },
    ]);
  });

  test.each([['Ostrava:'], ['http://example.org'], ['mytopic:sea'], ['subtopic:topic:sea']])(
    'given another word before a colon (%s), then no field',
    (typed) => {
      expect(readParts(typed)).toEqual([{ ...word, raw: typed, text: typed }]);
    },
  );

  test('given spaces of any kind, then they part words and are no words', () => {
    expect(readParts(' sea \t\n law\u00a0now ').map(({ raw }) => raw)).toEqual([
      ...['sea', 'law', 'now'],
    ]);
    expect(readParts('  ')).toEqual([]);
  });
});
