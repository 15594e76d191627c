import fc from 'fast-check';
import { ChartKind } from '../document/blocks/chart.ts';
import { maxKeyPoints } from '../document/blocks/key-points.ts';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { Inline, Mark, TextNode } from '../document/inline.ts';
import { idOf } from './builders.ts';

/** Characters that text trips over: spaces, marks that compose, markup of every kind, pairs. */
const awkward = [
  ...' \u00A0\u2009\t\n\uFEFF',
  ...'e\u0301\u0327\u1100\u1161\u11A8\u0000\u200B\u00AD\u2060\u200C\u200E\u200Fאש',
  ...'*_`[]()<>#+-=!|~&:;.\\/\'"’$^{}@',
  ...'aZé1٣ش漢ไ\u{1F600}\u{1D11E}',
  '\uD83D',
  '<script>',
  '&amp;',
  '](javascript:alert(1))',
  '1. ',
  '- ',
  '---',
  '[^1]',
];

export const awkwardText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...awkward) },
      { weight: 2, arbitrary: fc.constantFrom('water ', 'river', ' council', 'not', 'e', 'x ') },
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(''));

const mark: fc.Arbitrary<Mark> = fc.oneof(
  fc.constantFrom<Mark>(
    ...[{ type: 'emphasis' } as const, { type: 'strong' } as const],
    ...[{ type: 'smallCaps' } as const, { type: 'code' } as const],
  ),
  fc
    .constantFrom(
      'https://halden.example/a_(b)?c=1&copy;2',
      '/articles/water',
      'mailto:desk@meridian.example',
    )
    .map((href): Mark => ({ type: 'link', attrs: { href } })),
  fc.constant<Mark>({ type: 'language', attrs: { lang: 'fa', dir: 'rtl' } }),
);

const textNode: fc.Arbitrary<TextNode> = fc
  .record({ text: awkwardText, marks: fc.array(mark, { maxLength: 3 }) })
  .map(({ text, marks }) =>
    marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text },
  );

const hardBreak = fc.constant({ type: 'hardBreak' as const });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 8, arbitrary: textNode },
  { weight: 1, arbitrary: hardBreak },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.oneof({ weight: 4, arbitrary: textNode }, { weight: 1, arbitrary: hardBreak }), {
        minLength: 1,
        maxLength: 3,
      })
      .map((content): Inline => ({ type: 'footnote', content })),
  },
);
const inlines = fc.array(inline, { maxLength: 5 });
const paragraph = inlines.map((content) => ({ type: 'paragraph' as const, content }));

const cellAttrs = fc.record({
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 3 }),
  colwidth: fc.constant(null),
});
const cell = fc.record({
  type: fc.constantFrom('tableHeader' as const, 'tableCell' as const),
  attrs: cellAttrs,
  content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
});

type Nested = Extract<Block, { type: 'blockQuote' }>['content'][number];
const { nested } = fc.letrec<{ nested: Nested }>((tie) => {
  const items = fc.array(
    fc
      .array(tie('nested'), { minLength: 1, maxLength: 2 })
      .map((content) => ({ type: 'listItem' as const, content })),
    { minLength: 1, maxLength: 3 },
  );
  return {
    nested: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      items.map((content): Nested => ({ type: 'bulletList', content })),
      fc
        .record({ start: fc.integer({ min: 0, max: 2_000_000_000 }), content: items })
        .map(({ start, content }): Nested => ({ type: 'orderedList', attrs: { start }, content })),
    ),
  };
});

const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: nested },
  {
    weight: 1,
    arbitrary: fc
      .record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const), content: inlines })
      .map(({ level, content }): Block => ({ type: 'heading', attrs: { level }, content })),
  },
  { weight: 1, arbitrary: inlines.map((content): Block => ({ type: 'pullQuote', content })) },
  {
    weight: 1,
    arbitrary: fc
      .array(nested, { minLength: 1, maxLength: 2 })
      .map((content): Block => ({ type: 'blockQuote', content })),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('note' as const, 'warning' as const),
        about: fc.option(awkwardText),
        content: fc.array(nested, { minLength: 1, maxLength: 2 }),
      })
      .map(
        ({ kind, about, content }): Block => ({
          type: 'callout',
          attrs: { kind, title: about === null ? null : `the sluices ${about}`.slice(0, 120) },
          content,
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.array(inlines, { minLength: 1, maxLength: maxKeyPoints + 2 }).map(
      (points): Block => ({
        type: 'keyPoints',
        content: points.map((content) => ({ type: 'keyPoint', content })),
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ text: awkwardText, credit: fc.option(awkwardText), content: inlines })
      .map(
        ({ text, credit, content }): Block => ({
          type: 'figure',
          attrs: { mediaId: idOf(13), alt: `a sluice ${text}`, credit, width: 800, height: 600 },
          content,
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom('video' as const, 'map' as const, 'other' as const),
        href: fc.constantFrom(
          'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=90',
          'https://halden.example/a_(b)?c=1&copy;2',
        ),
        text: awkwardText,
        mediaId: fc.option(fc.constant(idOf(13))),
        content: inlines,
      })
      .map(
        ({ kind, href, text, mediaId, content }): Block => ({
          type: 'embed',
          attrs: { kind, href, title: `the weir ${text}`, mediaId, alt: text },
          content,
        }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(
        fc
          .array(cell, { minLength: 1, maxLength: 3 })
          .map((content) => ({ type: 'tableRow' as const, content })),
        { minLength: 1, maxLength: 3 },
      )
      .map((content): Block => ({ type: 'table', content })),
  },
  {
    weight: 1,
    arbitrary: awkwardText.map(
      (text): Block => ({
        type: 'codeBlock',
        attrs: { language: 'c++ <b>' },
        content: [{ type: 'text', text }],
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: awkwardText.map(
      (text): Block => ({
        type: 'file',
        attrs: { mediaId: idOf(13), title: `minutes ${text}`, pages: 2, byteSize: 900 },
      }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({
        kind: fc.constantFrom(...ChartKind.options),
        text: awkwardText,
        note: fc.option(awkwardText),
        rows: fc.array(
          fc.record({
            label: awkwardText.map((label) => `gauge ${label}`.slice(0, 80)),
            values: fc.array(fc.constantFrom(null, 0, -0, -2.5, 1e15, 1e-7), {
              ...{ minLength: 1, maxLength: 3 },
            }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
      })
      .map(
        ({ kind, text, note, rows }): Block => ({
          type: 'chart',
          attrs: {
            ...{ id: idOf(301), kind, fromZero: false, title: `the gauge ${text}`, note },
            ...{ description: `what it shows ${text}`, unit: note === null ? null : 'm' },
            ...{ source: `the book ${text}`, sourceUrl: null },
            data: {
              heading: note?.slice(0, 80) ?? null,
              columns: [{ label: `a ${text}`.slice(0, 80) }, { label: 'b' }],
              rows,
            },
          },
        }),
      ),
  },
  { weight: 1, arbitrary: fc.constant<Block>({ type: 'divider' }) },
);

/** Documents that the schema allows, as untidy as a paste can make them. */
export const anyDocument: fc.Arbitrary<Document> = fc
  .array(block, { minLength: 1, maxLength: 5 })
  .map((content) => ({ type: 'doc', content }));
