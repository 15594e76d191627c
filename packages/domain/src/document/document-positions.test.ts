import { describe, expect, test } from 'vitest';
import { aDocument } from '../testing/builders.ts';
import type { Document } from './document.ts';
import { documentText } from './document-text.ts';

const text = (value: string) => ({ type: 'text' as const, text: value });
const strong = (value: string) => ({ ...text(value), marks: [{ type: 'strong' as const }] });
const paragraph = (...content: ReturnType<typeof text>[]): Document => ({
  type: 'doc',
  content: [{ type: 'paragraph', content }],
});

describe('the parts of text nodes that carry a range', () => {
  test.each<[string, Document, string, [number, number], object[]]>([
    [
      'half of a pair, which stands alone',
      aDocument('a\uD800b'),
      'a\uFFFDb',
      [1, 2],
      [{ path: [0, 0], from: 1, to: 2 }],
    ],
    [
      'a letter composed from the first of the text',
      aDocument('e\u0301te\u0301'),
      'été',
      [0, 1],
      [{ path: [0, 0], from: 0, to: 2 }],
    ],
    [
      'what stands after a composed letter',
      aDocument('cafe\u0301 bar'),
      'café bar',
      [5, 8],
      [{ path: [0, 0], from: 6, to: 9 }],
    ],
    [
      'a letter composed in a later node',
      paragraph(text('a '), strong('cafe\u0301')),
      'a café',
      [5, 6],
      [{ path: [0, 1], from: 3, to: 5 }],
    ],
    [
      'what is not composed in a later node than the first',
      paragraph(text('a '), strong('cafe\u0301')),
      'a café',
      [2, 5],
      [{ path: [0, 1], from: 0, to: 3 }],
    ],
    [
      'a letter whose mark is in the next node',
      paragraph(text('cafe'), strong('\u0301 bar')),
      'café bar',
      [3, 4],
      [{ path: [0, 0], from: 3, to: 4 }],
    ],
    [
      'one letter of a run that was composed already',
      aDocument('강물 cafe\u0301'),
      '강물 café',
      [1, 2],
      [{ path: [0, 0], from: 1, to: 2 }],
    ],
    [
      'two letters that Unicode makes one of, neither of them a mark',
      aDocument('\u{16D67}\u{16D67} a'),
      '\u{16D68} a',
      [0, 2],
      [{ path: [0, 0], from: 0, to: 6 }],
    ],
  ])('given %s', (_, document, whole, [start, end], slices) => {
    const found = documentText(document);
    expect(found.text).toBe(whole);
    expect(found.positions.slices(start, end)).toEqual(slices);
  });
});

describe('a place in the document of an offset in the text', () => {
  const twoBlocks = documentText(aDocument('One', 'Two')).positions;
  const twoNodes = documentText(paragraph(text('a'), strong('b'))).positions;
  test.each<[string, typeof twoBlocks, number, 'start' | 'end' | undefined, object]>([
    ['the start of the space between blocks', twoBlocks, 3, 'start', { path: [1, 0], offset: 0 }],
    ['the end before that space', twoBlocks, 3, 'end', { path: [0, 0], offset: 3 }],
    ['the start after it', twoBlocks, 4, 'start', { path: [1, 0], offset: 0 }],
    ['the end of that space', twoBlocks, 4, 'end', { path: [0, 0], offset: 3 }],
    ['an end after a first node of one letter', twoNodes, 1, 'end', { path: [0, 0], offset: 1 }],
    ['no side said, which is a start', twoNodes, 1, undefined, { path: [0, 1], offset: 0 }],
    ['an end where nothing stands before', twoNodes, 0, 'end', { path: [0, 0], offset: 0 }],
    ['a start where nothing stands after', twoNodes, 2, 'start', { path: [0, 1], offset: 1 }],
  ])('given %s', (_, positions, offset, side, place) => {
    expect(positions.toDocument(offset, side)).toEqual(place);
  });

  test('given an offset outside the text, then an error with it and how long the text is', () => {
    expect(() => twoBlocks.toDocument(8)).toThrow(/8\D+7/);
    expect(twoBlocks.toDocument(7)).toEqual({ path: [1, 0], offset: 3 });
  });
});

describe('an offset in the text of a place in the document', () => {
  test.each([
    ['before the beginning', -1, null],
    ['the beginning', 0, 0],
    ['the end', 5, 5],
    ['after the end', 6, null],
  ])('given %s', (_, offset, expected) => {
    const { positions } = documentText(aDocument('river', 'weir'));
    expect(positions.toText({ path: [0, 0], offset })).toBe(expected);
  });

  test('given a node of spaces only, then where the next text begins, or the text ends', () => {
    const { text: whole, positions } = documentText(aDocument('One', '  ', 'Two', ' '));
    expect(whole).toBe('One Two');
    expect(positions.toText({ path: [1, 0], offset: 1 })).toBe(4);
    expect(positions.toText({ path: [3, 0], offset: 0 })).toBe(7);
  });
});
