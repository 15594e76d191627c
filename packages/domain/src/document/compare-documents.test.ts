import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument } from '../testing/builders.ts';
import type { Block } from './blocks.ts';
import { compareDocuments } from './compare-documents.ts';
import type { Document } from './document.ts';
import type { Inline } from './inline.ts';
import { documentOf, type InlineDifference, type NodeDifference } from './node-difference.ts';
import { normaliseDocument } from './normalise-document.ts';

const doc = (...content: Block[]): Document => ({ type: 'doc', content });
const text = (value: string): Inline => ({ type: 'text', text: value });
const paragraph = (...content: (string | Inline)[]): Block => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? text(each) : each)),
});
const note = (words: string): Inline => ({
  type: 'footnote',
  content: [{ type: 'text', text: words }],
});
const items = (...lines: string[]) =>
  lines.map((line) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content: [text(line)] }],
  }));
const row = (...cells: string[]) => ({
  type: 'tableRow' as const,
  content: cells.map((cell) => ({
    type: 'tableCell' as const,
    attrs: { colspan: 1, rowspan: 1, colwidth: null },
    content: [{ type: 'paragraph' as const, content: cell === '' ? [] : [text(cell)] }],
  })),
});

/** A difference as a line for each node: `=` same, `-` removed, `+` added, `~` changed. */
const described = (difference: readonly NodeDifference[]): unknown[] =>
  difference.map((each) => {
    if (each.kind === 'same') return '=';
    if (each.kind === 'removed') return each.moved === null ? '-' : `-> ${each.moved}`;
    if (each.kind === 'added') return each.moved === null ? '+' : `<- ${each.moved}`;
    if (each.kind !== 'changed') return each.kind;
    const { content } = each;
    if (content.holds === 'blocks') return described(content.nodes);
    return content.holds === 'inlines' ? describedInLine(content.parts) : content.holds;
  });
const describedInLine = (parts: readonly InlineDifference[]): string =>
  parts
    .map((part) => {
      if (part.kind === 'note') return `^${describedInLine(part.parts)}^`;
      if (part.kind === 'marked') return `*${wordsOf(part.after)}*`;
      const words = wordsOf(part.inline);
      return { same: words, removed: `[-${words}-]`, added: `[+${words}+]` }[part.kind];
    })
    .join('');
const wordsOf = (inline: Inline): string =>
  inline.type === 'text' ? inline.text : inline.type === 'footnote' ? '(note)' : '/';

const compared = (before: Document, after: Document) => described(compareDocuments(before, after));

/** An edit of a document: some blocks gone, some twice, some of another document between them. */
const edited = (document: Document, other: Document, seeds: readonly number[]): Document => {
  const content = document.content.flatMap((block, place): Block[] => {
    const seed = seeds[place % seeds.length] ?? 0;
    if (seed === 0) return [];
    if (seed === 1) return [block, ...other.content.slice(0, 1)];
    if (seed === 2) return [other.content.at(-1) ?? block, block];
    return [block];
  });
  return content.length > 0 ? doc(...content) : doc({ type: 'paragraph' });
};
const seeds = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 });

describe('the difference between two texts', () => {
  test('given any two then each of them is made of it again', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, seeds, (document, other, seeds) => {
        for (const after of [other, edited(document, other, seeds)]) {
          const difference = compareDocuments(document, after);
          expect(documentOf(difference, 'before')).toEqual(normaliseDocument(document));
          expect(documentOf(difference, 'after')).toEqual(normaliseDocument(after));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('given any text and itself then nothing changed', () => {
    fc.assert(
      fc.property(anyDocument, (document) => {
        const kinds = compareDocuments(document, document).map(({ kind }) => kind);
        expect(kinds.every((kind) => kind === 'same')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('is shown by word within a block, and other blocks are the same', () => {
    expect(
      compared(
        aDocument('The council met.', 'The old weir leaks.', 'It rained.'),
        aDocument('The council met.', 'The new weir leaks.', 'It rained.'),
      ),
    ).toEqual(['=', 'The[- old-][+ new+] weir leaks.', '=']);
  });

  test('pairs the blocks that are alike, whatever came between them', () => {
    expect(
      compared(
        aDocument('One sluice is open.', 'The council met on Monday in the hall.'),
        aDocument('Mayor Vos resigned yesterday.', 'The council met on Friday in the hall.'),
      ),
    ).toEqual(['-', '+', 'The council met on[- Monday-][+ Friday+] in the hall.']);
  });

  test('says of a block that only moved where it went and whence it came', () => {
    expect(
      compared(
        aDocument('One sluice is open.', 'The council met.', 'It rained.', 'It ended.'),
        aDocument('The council met.', 'It rained.', 'It ended.', 'One sluice is open.'),
      ),
    ).toEqual(['-> 3', '=', '=', '=', '<- 0']);
  });

  test('keeps a list a list: an item that is new, and one that was reworded', () => {
    expect(
      compared(
        doc({ type: 'bulletList', content: items('Two wells', 'One weir of stone') }),
        doc({ type: 'bulletList', content: items('Two wells', 'One weir of wood', 'A mill') }),
      ),
    ).toEqual([['=', ['One weir of[- stone-][+ wood+]'], '+']]);
  });

  test('keeps a table a table: a cell is compared with the one in its column', () => {
    expect(
      compared(
        doc({ type: 'table', content: [row('Well', '12'), row('Weir', '3')] }),
        doc({ type: 'table', content: [row('Well', 'a dozen'), row('Weir', '3')] }),
      ),
    ).toEqual([[['=', ['-', '+']], '=']]);
    expect(
      compared(
        doc({ type: 'table', content: [row('Well', '')] }),
        doc({ type: 'table', content: [row('Well', 'Weir')] }),
      ),
    ).toEqual([[['=', ['[+Weir+]']]]]);
  });

  test('says of words that were only marked that they are the same', () => {
    const strong: Inline = { type: 'text', text: ' old', marks: [{ type: 'strong' }] };
    expect(
      compared(doc(paragraph('The old weir')), doc(paragraph('The', strong, ' weir'))),
    ).toEqual(['The* old* weir']);
  });

  test('says what was changed in a footnote', () => {
    expect(
      compared(
        doc(paragraph('The weir leaks', note('Seen in May.'), ' every year.')),
        doc(paragraph('The weir leaks', note('Seen in June.'), ' each year.')),
      ),
    ).toEqual(['The weir leaks^Seen in[- May-][+ June+].^[- every-][+ each+] year.']);
    expect(compared(doc(paragraph('It leaks', note('Seen.'))), doc(paragraph('It leaks')))).toEqual(
      ['It leaks[-(note)-]'],
    );
  });

  test('says that a paragraph became a heading, its words being the same', () => {
    const [change] = compareDocuments(
      aDocument('Water before borders'),
      doc({ type: 'heading', attrs: { level: 2 }, content: [text('Water before borders')] }),
    );
    expect(change).toMatchObject({
      kind: 'changed',
      before: { type: 'paragraph' },
      after: { type: 'heading', attrs: { level: 2 } },
      content: { parts: [{ kind: 'same' }] },
    });
  });

  test('says what was changed of a picture apart from its caption', () => {
    const figure = (alt: string): Block => ({
      type: 'figure',
      attrs: {
        mediaId: '018f0000-0000-7000-8000-00000000000d',
        alt,
        credit: null,
        width: 8,
        height: 6,
      },
      content: [text('The weir')],
    });
    const [change] = compareDocuments(doc(figure('A weir')), doc(figure('A weir in flood')));
    expect(change).toMatchObject({
      before: { attrs: { alt: 'A weir' } },
      after: { attrs: { alt: 'A weir in flood' } },
    });
  });

  test('given texts of which nothing is alike then still the two are made of it', () => {
    const worded = (letter: string) =>
      aDocument(...Array.from({ length: 1500 }, (_, i) => `${letter}${i} is ${letter}${i * 7}`));
    const [before, after] = [worded('a'), worded('b')];
    const difference = compareDocuments(before, after);
    expect(documentOf(difference, 'before')).toEqual(before);
    expect(documentOf(difference, 'after')).toEqual(after);
  });
});
