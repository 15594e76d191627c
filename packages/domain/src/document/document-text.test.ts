import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument } from '../testing/builders.ts';
import { normaliseText } from '../text/normalise.ts';
import type { Document } from './document.ts';
import { blockTexts, documentText, plainText, readingMinutes, wordCount } from './document-text.ts';
import { normaliseDocument } from './normalise-document.ts';

const text = (value: string) => ({ type: 'text' as const, text: value });
const strong = (value: string) => ({ ...text(value), marks: [{ type: 'strong' as const }] });

describe('the text of a document', () => {
  test('is normalised as text alone would be', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text: whole } = documentText(normaliseDocument(document));
        expect(whole).toBe(blockTexts(document).join(' '));
        for (const block of blockTexts(document)) expect(normaliseText(block)).toBe(block);
      }),
      { numRuns: 200 },
    );
  });

  test('is the same where nobody asks for places in it', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text: whole } = documentText(document);
        expect(plainText(document)).toBe(whole);
        // From what is known of its blocks by now.
        expect(plainText(document)).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });

  test('joins blocks by one space and puts footnotes after the body', () => {
    const document: Document = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [text('The river')] },
        {
          type: 'paragraph',
          content: [
            text('It is low'),
            { type: 'footnote', content: [text('Gauge at the weir.')] },
            text(', '),
            strong('very'),
            text(' low.'),
            { type: 'hardBreak' },
            text('Still.'),
          ],
        },
        { type: 'divider' },
        {
          type: 'bulletList',
          content: [
            { type: 'listItem', content: [{ type: 'paragraph', content: [text('One')] }] },
            { type: 'listItem', content: [{ type: 'paragraph', content: [text('Two')] }] },
          ],
        },
      ],
    };
    expect(documentText(document).text).toBe(
      'The river It is low, very low. Still. One Two Gauge at the weir.',
    );
  });

  test('given a document as it is typed then its text is that of the normalised one', () => {
    const document: Document = {
      type: 'doc',
      content: [{ type: 'paragraph', content: [text(' two\u00A0'), strong(' words '), text(' ')] }],
    };
    expect(documentText(document).text).toBe('two words');
    expect(documentText(normaliseDocument(document)).text).toBe('two words');
  });
});

describe('the text block by block', () => {
  test('given any tidy document, then joined by spaces it is the text', () => {
    fc.assert(
      fc.property(anyDocument.map(normaliseDocument), (document) => {
        expect(blockTexts(document).join(' ')).toBe(documentText(document).text);
      }),
    );
  });
});

describe('the position map', () => {
  test('given any tidy document when an offset goes there and back then it is the same', () => {
    fc.assert(
      fc.property(anyDocument.map(normaliseDocument), (document) => {
        const { text: whole, positions } = documentText(document);
        const astray = Array.from({ length: whole.length }, (_, offset) => offset).filter(
          (offset) => {
            // The space between two blocks is in no text node.
            if (positions.slices(offset, offset + 1).length === 0) return false;
            const start = positions.toDocument(offset, 'start');
            const end = positions.toDocument(offset + 1, 'end');
            return (
              (start && positions.toText(start)) !== offset ||
              (end && positions.toText(end)) !== offset + 1
            );
          },
        );
        expect(astray).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('given any tidy document when a range is cut from it then the slices join up to the text', () => {
    fc.assert(
      fc.property(
        anyDocument.map(normaliseDocument),
        fc.nat(400),
        fc.nat(400),
        (document, a, b) => {
          const { text: whole, positions } = documentText(document);
          // Marks that two leaves give one character are put in order with it, so a range takes them all.
          const isMark = (at: number) => /\p{M}/u.test(whole.charAt(at));
          let [start, end] = [Math.min(a, b), Math.min(whole.length, Math.max(a, b))];
          while (start > 0 && isMark(start)) start -= 1;
          while (isMark(end)) end += 1;
          const slices = positions.slices(start, end);
          const cut = slices.map(({ path, from, to }) => leafText(document, path).slice(from, to));
          // Code keeps its line breaks, and blocks are joined by a space that is in no leaf.
          expect(cut.join('').replace(/\s/g, '')).toBe(whole.slice(start, end).replace(/\s/g, ''));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('given any document then each place in it is in the text and in order', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const { text: whole, positions } = documentText(document);
        for (const { path, length } of leaves(document)) {
          const places = Array.from({ length: length + 1 }, (_, offset) =>
            positions.toText({ path, offset }),
          );
          expect(places).toEqual(places.toSorted((a, b) => (a ?? -1) - (b ?? -1)));
          expect(places.every((at) => at !== null && at >= 0 && at <= whole.length)).toBe(true);
          expect(positions.toText({ path, offset: length + 1 })).toBeNull();
        }
      }),
      { numRuns: 200 },
    );
  });

  test('gives the later node at the start of a range and the earlier one at its end', () => {
    const { positions } = documentText({
      type: 'doc',
      content: [{ type: 'paragraph', content: [text('low '), strong('river')] }],
    });
    expect(positions.toDocument(4, 'start')).toEqual({ path: [0, 1], offset: 0 });
    expect(positions.toDocument(4, 'end')).toEqual({ path: [0, 0], offset: 4 });
  });

  test('knows composed letters by the whole of what they were typed as', () => {
    const { text: whole, positions } = documentText(aDocument('cafe\u0301 bar'));
    expect(whole).toBe('café bar');
    expect(positions.slices(3, 4)).toEqual([{ path: [0, 0], from: 3, to: 5 }]);
    expect(positions.toText({ path: [0, 0], offset: 6 })).toBe(5);
  });

  test('given a place or offset that is not there then it says so', () => {
    const { positions } = documentText(aDocument('river'));
    expect(positions.toText({ path: [3, 0], offset: 0 })).toBeNull();
    expect(() => positions.toDocument(6)).toThrow(RangeError);
    expect(() => positions.toDocument(-1)).toThrow(RangeError);
  });
});

describe('word count and reading time', () => {
  test('counts words, not dashes, and footnotes too', () => {
    expect(wordCount(aDocument('The river – 40 per cent low – rose.'))).toBe(7);
  });

  test('counts in scripts without spaces', () => {
    expect(wordCount(aDocument('水は国境より先に来る'))).toBeGreaterThan(3);
  });

  test('rounds reading time and never says none', () => {
    expect([0, 100, 238, 1000].map(readingMinutes)).toEqual([1, 1, 1, 4]);
  });
});

type Node = { type: string; text?: string; content?: readonly Node[] | undefined };

function leafText(document: Document, path: readonly number[]): string {
  const leaf = path.reduce<Node | undefined>((node, index) => node?.content?.[index], document);
  return leaf?.text ?? '';
}

function* leaves(node: Node, path: number[] = []): Generator<{ path: number[]; length: number }> {
  if (node.type === 'text') yield { path, length: node.text?.length ?? 0 };
  for (const [index, child] of (node.content ?? []).entries()) {
    yield* leaves(child, [...path, index]);
  }
}
