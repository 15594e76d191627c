import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { quoteFromRange } from '../findings/anchor.ts';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument, aQuote } from '../testing/builders.ts';
import type { Document } from './document.ts';
import { documentHighlights, type HighlightSegment } from './document-highlights.ts';
import { documentText } from './document-text.ts';
import { type DocumentVisitor, foldDocument } from './document-tree.ts';
import { normaliseDocument } from './normalise-document.ts';

/** Every segment of a document in reading order, with blocks and notes as they come. */
const segments: DocumentVisitor<HighlightSegment[], HighlightSegment[], HighlightSegment[]> = {
  text: (segment) => [segment],
  mark: (_, children) => children.flat(),
  hardBreak: () => [],
  footnote: () => [],
  paragraph: (_, children) => children.flat(),
  heading: (_, children) => children.flat(),
  pullQuote: (_, children) => children.flat(),
  figure: (_, caption) => caption.flat(),
  embed: (_, caption) => caption.flat(),
  file: () => [],
  chart: () => [],
  codeBlock: () => [],
  divider: () => [],
  blockQuote: (_, children) => children.flat(),
  callout: (_, children) => children.flat(),
  keyPoints: (_, points) => points.flat(),
  keyPoint: (_, children) => children.flat(),
  bulletList: (_, items) => items.flat(),
  orderedList: (_, items) => items.flat(),
  listItem: (_, children) => children.flat(),
  table: (_, rows) => rows.flat(),
  tableRow: (_, cells) => cells.flat(),
  tableHeader: (_, children) => children.flat(),
  tableCell: (_, children) => children.flat(),
  document: (children, notes) => [
    ...children.flat(),
    ...notes.flatMap((note) => note.children.flat()),
  ],
};

const segmentsOf = (document: Document, quotes: Parameters<typeof documentHighlights>[1]) =>
  foldDocument(document, segments, documentHighlights(document, quotes));

describe('highlights', () => {
  test('given overlapping quotes then each piece says which it lies in, begins and ends', () => {
    const document = aDocument('The council would accept a shared authority.');
    const found = segmentsOf(document, [
      { id: 'a', quote: aQuote('council would accept', document) },
      { id: 'b', quote: aQuote('accept a shared authority', document) },
    ]);
    expect(found).toEqual([
      { text: 'The ', ids: [], starts: [], ends: [] },
      { text: 'council would ', ids: ['a'], starts: ['a'], ends: [] },
      { text: 'accept', ids: ['a', 'b'], starts: ['b'], ends: ['a'] },
      { text: ' a shared authority', ids: ['b'], starts: [], ends: ['b'] },
      { text: '.', ids: [], starts: [], ends: [] },
    ]);
  });

  test('given a quote across marks and blocks then it begins once and ends once', () => {
    const document: Document = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'It would ' },
            { type: 'text', text: 'not', marks: [{ type: 'emphasis' }] },
            { type: 'text', text: ' accept.' },
          ],
        },
        { type: 'paragraph', content: [{ type: 'text', text: 'Ever.' }] },
      ],
    };
    const found = segmentsOf(document, [{ id: 'a', quote: aQuote('not accept. Ever', document) }]);
    expect(found.filter(({ ids }) => ids.includes('a')).map(({ text }) => text)).toEqual([
      'not',
      ' accept.',
      'Ever',
    ]);
    expect(found.flatMap(({ starts }) => starts)).toEqual(['a']);
    expect(found.flatMap(({ ends }) => ends)).toEqual(['a']);
  });

  test('given a quote that no longer stands then nothing is highlighted', () => {
    const quote = aQuote('would accept', aDocument('It would accept.'));
    const document = aDocument('It would not accept.');
    expect(segmentsOf(document, [{ id: 'a', quote }]).every(({ ids }) => ids.length === 0)).toBe(
      true,
    );
  });

  test('given any document and quotes then no letter is lost and each quote covers its words', () => {
    fc.assert(
      fc.property(
        anyDocument.map(normaliseDocument),
        fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 60 })), { maxLength: 4 }),
        (document, ranges) => {
          const { text } = documentText(document);
          const quotes = ranges.flatMap(([start, length], index) => {
            const slice = text.slice(start, start + length);
            return slice.trim() === ''
              ? []
              : [{ id: String(index), quote: quoteFromRange(text, start, start + length) }];
          });
          const plain = segmentsOf(document, []).map((segment) => segment.text);
          const found = segmentsOf(document, quotes);
          expect(found.map((segment) => segment.text).join('')).toBe(plain.join(''));
          for (const { id, quote } of quotes) {
            const covered = found
              .filter(({ ids }) => ids.includes(id))
              .map((segment) => segment.text);
            const bare = covered.join('').replace(/\s/g, '');
            // The visitor above leaves code out.
            if (document.content.some(({ type }) => type === 'codeBlock')) continue;
            expect(bare).toBe(quote.exact.replace(/\s/g, ''));
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('folding a document', () => {
  test('given one link over plain and strong text then there is one link', () => {
    const link = { type: 'link' as const, attrs: { href: '/articles/water' } };
    const document: Document = {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [
            { type: 'text', text: 'a ', marks: [link] },
            { type: 'text', text: 'strong', marks: [{ type: 'strong' }, link] },
            { type: 'text', text: ' link', marks: [link] },
          ],
        },
      ],
    };
    const html = foldDocument<string, string, string>(document, {
      ...blockless,
      text: ({ text }) => text,
      mark: (mark, children) => `<${mark.type}>${children.join('')}</${mark.type}>`,
    });
    expect(html).toBe('<link>a <strong>strong</strong> link</link>');
  });

  test('numbers footnotes in reading order and hands their words to the whole', () => {
    const note = (text: string) => ({
      type: 'footnote' as const,
      content: [{ type: 'text' as const, text }],
    });
    const document: Document = {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [note('first'), { type: 'text', text: 'x' }] },
        { type: 'blockQuote', content: [{ type: 'paragraph', content: [note('second')] }] },
      ],
    };
    const whole = foldDocument<string, string, string>(document, {
      ...blockless,
      text: ({ text }) => text,
      footnote: ({ number }) => `[${number}]`,
      document: (children, notes) =>
        `${children.join('')} ${notes.map(({ number, children: words }) => `${number}: ${words.join('')}`).join(', ')}`,
    });
    expect(whole).toBe('[1]x[2] 1: first, 2: second');
  });
});

const joined = (_: unknown, children: string[]) => children.join('');
const blockless: DocumentVisitor<string, string, string> = {
  text: ({ text }) => text,
  mark: joined,
  hardBreak: () => '\n',
  footnote: () => '',
  paragraph: joined,
  heading: joined,
  pullQuote: joined,
  figure: joined,
  embed: joined,
  file: () => '',
  chart: () => '',
  codeBlock: (_, code) => code,
  divider: () => '',
  blockQuote: joined,
  callout: joined,
  keyPoints: joined,
  keyPoint: joined,
  bulletList: joined,
  orderedList: joined,
  listItem: joined,
  table: joined,
  tableRow: joined,
  tableHeader: joined,
  tableCell: joined,
  document: (children) => children.join(''),
};
