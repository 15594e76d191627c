import { z } from 'zod';
import { boundedString, Direction, Language, WebAddress } from '../values.ts';

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
  /** Set as typed: a command, a name in a program. Its words are part of the text as all others are. */
  z.strictObject({ type: z.literal('code') }),
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

/** The content of a block that holds words in a line, or none. */
export const inlines = z.array(Inline).optional();
