// @vitest-environment jsdom
import { Node } from '@tiptap/pm/model';
import { Document } from '@viewpoints/domain/document/document';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../../editor/schema/article-schema.ts';
import { sentenceAt } from './sentence-at.ts';
import { editorText, toEditorRanges, toTextRange } from './text-positions.ts';

const text = (value: string, ...marks: string[]) => ({
  type: 'text',
  text: value,
  ...(marks.length ? { marks: marks.map((type) => ({ type })) } : {}),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const editorDoc = (...content: object[]) => {
  const node = Node.fromJSON(articleSchema, Document.parse({ type: 'doc', content }));
  node.check();
  return node;
};

/** The text that an editor shows as selected: the words of the ranges, one after another. */
const words = (doc: Node, ranges: { from: number; to: number }[]) =>
  ranges.map(({ from, to }) => doc.textBetween(from, to)).join('');

describe('from a selection to the text and back', () => {
  const doc = editorDoc(
    paragraph(
      text('The envoy  '),
      text('would', 'emphasis'),
      text(' sign'),
      {
        type: 'footnote',
        content: [text('Letter of May.')],
      },
      text(' in spring. '),
    ),
    {
      type: 'bulletList',
      content: [{ type: 'listItem', content: [paragraph(text('One term.'))] }],
    },
  );

  test('a selection across marks and a note is one unbroken stretch of text', () => {
    const known = editorText(doc);
    const range = toTextRange(doc, known, { from: 1, to: doc.child(0).nodeSize - 1 });
    expect(range).not.toBeNull();
    expect(known.text.slice(range?.start, range?.end)).toBe('The envoy would sign in spring.');
  });

  test('a selection across blocks has one space where they meet', () => {
    const known = editorText(doc);
    const range = toTextRange(doc, known, { from: 13, to: doc.content.size });
    expect(known.text.slice(range?.start, range?.end)).toBe('ould sign in spring. One term.');
  });

  test('a note that waits for its words has none, and moves nothing', () => {
    const waiting = Node.fromJSON(articleSchema, {
      type: 'doc',
      content: [paragraph(text('Before'), { type: 'footnote' }, text(' and after.'))],
    });
    const known = editorText(waiting);
    expect(known.text).toBe('Before and after.');
    expect(words(waiting, toEditorRanges(waiting, known, { start: 11, end: 17 }))).toBe('after.');
  });

  test('a selection inside a note is a stretch of that note', () => {
    const known = editorText(doc);
    const note = known.positions.slices(known.text.indexOf('Letter'), known.text.length)[0];
    const [range] = toEditorRanges(doc, known, {
      start: known.text.indexOf('Letter'),
      end: known.text.length,
    });
    expect(note?.path).toEqual([0, 3, 0]);
    expect(range && doc.textBetween(range.from, range.to)).toBe('Letter of May.');
    const back = range && toTextRange(doc, known, range);
    expect(known.text.slice(back?.start, back?.end)).toBe('Letter of May.');
  });

  test('nothing but space is no stretch at all', () => {
    expect(toTextRange(doc, editorText(doc), { from: 10, to: 12 })).toBeNull();
  });
});

describe('for any document', () => {
  const run = fc.string({
    unit: fc.constantFrom('a', 'é', 'e\u0301', ' ', '\u00a0', '.', 'ش', '😀'),
    minLength: 1,
    maxLength: 8,
  });
  const inline = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .tuple(run, fc.subarray(['emphasis', 'strong']))
        .map(([value, marks]) => text(value, ...marks)),
    },
    { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' }) },
    { weight: 1, arbitrary: run.map((value) => ({ type: 'footnote', content: [text(value)] })) },
  );
  const block = fc.array(inline, { maxLength: 6 }).map((content) => paragraph(...content));
  const anyDoc = fc
    .array(
      fc.oneof(
        block,
        fc
          .array(block, { minLength: 1, maxLength: 2 })
          .map((content) => ({ type: 'blockQuote', content })),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((content) => Node.fromJSON(articleSchema, { type: 'doc', content }));

  test('each stretch of text is carried by editor ranges that say the same words', () => {
    fc.assert(
      fc.property(anyDoc, fc.nat(), fc.nat(), (doc, a, b) => {
        const known = editorText(doc);
        const [start, end] = [a % (known.text.length + 1), b % (known.text.length + 1)].toSorted(
          (x, y) => x - y,
        );
        if (start === undefined || end === undefined || start === end) return;
        const letters = (value: string) => value.normalize('NFC').replace(/[\s\u00a0]/g, '');
        const ranges = toEditorRanges(doc, known, { start, end });
        // A stretch may begin or end within one composed character; whole characters are compared.
        expect(letters(words(doc, ranges))).toContain(
          letters(known.text.slice(start, end).replace(/^\p{M}|\p{M}$/gu, '')).replace(
            /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g,
            '',
          ),
        );
      }),
    );
  });

  test('a selection given as text and highlighted again covers the same text', () => {
    fc.assert(
      fc.property(anyDoc, fc.nat(), fc.nat(), (doc, a, b) => {
        const known = editorText(doc);
        const [from, to] = [a % (doc.content.size + 1), b % (doc.content.size + 1)].toSorted(
          (x, y) => x - y,
        );
        if (from === undefined || to === undefined) return;
        const range = toTextRange(doc, known, { from, to });
        if (range === null) return;
        expect(known.text.slice(range.start, range.end)).not.toMatch(/^ | $/);
        const ranges = toEditorRanges(doc, known, range);
        const again = toTextRange(doc, known, {
          from: ranges[0]?.from ?? 0,
          to: ranges.at(-1)?.to ?? 0,
        });
        expect(again).toEqual(range);
      }),
    );
  });
});

describe('the sentence at the cursor', () => {
  const doc = editorDoc(
    paragraph(
      text('It was late. '),
      text('Nobody', 'strong'),
      text(' signed, they say. Then rain.'),
    ),
  );

  test('is the one around it, without the space after', () => {
    const range = sentenceAt(doc, 20, 'en');
    expect(range && doc.textBetween(range.from, range.to)).toBe('Nobody signed, they say.');
  });

  test('is the last one at the very end', () => {
    const range = sentenceAt(doc, doc.content.size - 1, 'en');
    expect(range && doc.textBetween(range.from, range.to)).toBe('Then rain.');
  });
});
