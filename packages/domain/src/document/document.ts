import { z } from 'zod';
import { boundedString, Direction, Id, Language, text, WebAddress } from '../values.ts';

/**
 * The body of an article: a typed rich-text tree whose JSON is also ProseMirror's, so the editor
 * works on it without translation. Nothing outside this schema is ever stored or shown.
 */

/**
 * A path on the reading site. Spaces, controls and backslashes are refused: browsers read
 * `/\host` and a tab between two slashes as the address of another host.
 */
const SitePath = boundedString(2000).regex(
  /^\/(?!\/)[^\s\\\p{Cc}]*$/u,
  'use a path such as /articles/a-title',
);

const MailAddress = boundedString(320).regex(
  /^mailto:[^\s\\<>"\p{Cc}]+@[^\s\\<>"\p{Cc}]+$/u,
  'use mailto: and an address',
);

export const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('emphasis') }),
  z.strictObject({ type: z.literal('strong') }),
  z.strictObject({ type: z.literal('smallCaps') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({
      href: z.union([WebAddress, SitePath, MailAddress]),
    }),
  }),
  z.strictObject({
    type: z.literal('language'),
    attrs: z.strictObject({ lang: Language, dir: Direction.nullable() }),
  }),
]);
export type Mark = z.infer<typeof Mark>;

export const TextNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(Mark).optional(),
});
export type TextNode = z.infer<typeof TextNode>;

export const HardBreak = z.strictObject({ type: z.literal('hardBreak') });
export type HardBreak = z.infer<typeof HardBreak>;

/** Inside a footnote only text and breaks: notes do not nest. */
const NoteInline = z.discriminatedUnion('type', [TextNode, HardBreak]);

export const Footnote = z.strictObject({
  type: z.literal('footnote'),
  content: z.array(NoteInline).min(1),
});
export type Footnote = z.infer<typeof Footnote>;

export const Inline = z.discriminatedUnion('type', [TextNode, HardBreak, Footnote]);
export type Inline = z.infer<typeof Inline>;
const inlines = z.array(Inline).optional();

export const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
export type Paragraph = z.infer<typeof Paragraph>;

export const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
});
export type Heading = z.infer<typeof Heading>;

export const PullQuote = z.strictObject({ type: z.literal('pullQuote'), content: inlines });
export type PullQuote = z.infer<typeof PullQuote>;

export const CodeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ language: boundedString(40).nullable() }),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
export type CodeBlock = z.infer<typeof CodeBlock>;

export const Divider = z.strictObject({ type: z.literal('divider') });
export type Divider = z.infer<typeof Divider>;

/** A picture with required alternative text; its inline content is the caption. */
export const Figure = z.strictObject({
  type: z.literal('figure'),
  attrs: z.strictObject({
    mediaId: Id,
    alt: text(1000).regex(/[^\s\p{Cc}]/u, 'describe the picture for those who cannot see it'),
    credit: text(300).nullable(),
    width: z.int().positive(),
    height: z.int().positive(),
  }),
  content: inlines,
});
export type Figure = z.infer<typeof Figure>;

export const EmbedKind = z.enum(['video', 'post', 'map', 'chart', 'other']);
export type EmbedKind = z.infer<typeof EmbedKind>;

/**
 * Something that stands on another site: a still and a link until a reader asks for it. Which
 * sites may be asked, and at what address, is computed (`embed-target.ts`) and never stored. Its
 * inline content is the caption.
 */
export const Embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    kind: EmbedKind,
    /** Where it stands, as a reader would open it. */
    href: WebAddress,
    title: text(300).regex(/[^\s\p{Cc}]/u, 'say what it is'),
    /** A picture that stands in for it; null for none. */
    mediaId: Id.nullable(),
    /** What the picture shows; empty where the title says it all. */
    alt: text(1000),
  }),
  content: inlines,
});
export type Embed = z.infer<typeof Embed>;

export const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(z.discriminatedUnion('type', [Paragraph, OrderedList, BulletList])).min(1);
  },
});
export type ListItem = z.infer<typeof ListItem>;

export const OrderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0) }),
  get content() {
    return z.array(ListItem).min(1);
  },
});
export type OrderedList = z.infer<typeof OrderedList>;

export const BulletList = z.strictObject({
  type: z.literal('bulletList'),
  get content() {
    return z.array(ListItem).min(1);
  },
});
export type BulletList = z.infer<typeof BulletList>;

export const BlockQuote = z.strictObject({
  type: z.literal('blockQuote'),
  content: z.array(z.discriminatedUnion('type', [Paragraph, OrderedList, BulletList])).min(1),
});
export type BlockQuote = z.infer<typeof BlockQuote>;

const cellAttrs = z.strictObject({
  colspan: z.int().min(1).max(50),
  rowspan: z.int().min(1).max(500),
  colwidth: z.array(z.int().positive()).nullable(),
});
export const TableHeader = z.strictObject({
  type: z.literal('tableHeader'),
  attrs: cellAttrs,
  content: z.array(Paragraph).min(1),
});
export type TableHeader = z.infer<typeof TableHeader>;
export const TableCell = z.strictObject({
  type: z.literal('tableCell'),
  attrs: cellAttrs,
  content: z.array(Paragraph).min(1),
});
export type TableCell = z.infer<typeof TableCell>;
export const TableRow = z.strictObject({
  type: z.literal('tableRow'),
  content: z.array(z.discriminatedUnion('type', [TableHeader, TableCell])).min(1),
});
export type TableRow = z.infer<typeof TableRow>;
export const Table = z.strictObject({
  type: z.literal('table'),
  content: z.array(TableRow).min(1).max(500),
});
export type Table = z.infer<typeof Table>;

export const Block = z.discriminatedUnion('type', [
  Paragraph,
  Heading,
  BlockQuote,
  PullQuote,
  OrderedList,
  BulletList,
  Figure,
  Embed,
  Table,
  CodeBlock,
  Divider,
]);
export type Block = z.infer<typeof Block>;

/** Longest body accepted, in UTF-16 units of its JSON: about 150,000 words. */
export const MAX_DOCUMENT_LENGTH = 2_000_000;

export const Document = z.strictObject({
  type: z.literal('doc'),
  content: z.array(Block).min(1).max(20_000),
});
export type Document = z.infer<typeof Document>;

export const emptyDocument: Document = { type: 'doc', content: [{ type: 'paragraph' }] };
