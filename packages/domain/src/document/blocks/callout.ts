import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { oneLine } from '../../text/normalise.ts';
import { text } from '../../values.ts';
import { blockKind } from '../block-kind.ts';
import { markdownLines, prefixLines } from '../markdown-blocks.ts';
import { delimited } from '../markdown-inline.ts';
import { Nested, normaliseNested } from './list.ts';

export const CalloutKind = z.enum(['note', 'warning']);
export type CalloutKind = z.infer<typeof CalloutKind>;

/** A note or a warning to the reader, set apart from the text. Its kind is always said in words. */
export const Callout = z.strictObject({
  type: z.literal('callout'),
  attrs: z.strictObject({
    kind: CalloutKind,
    /** Its title, in a few words; null for none. */
    title: text(120)
      .regex(/[^\s\p{Cc}]/u, 'say what it is about, or leave it out')
      .nullable(),
  }),
  content: z.array(Nested).min(1),
});
export type Callout = z.infer<typeof Callout>;

export const callout = blockKind({
  schema: Callout,
  name: 'callout',
  holds: 'blocks',
  normalise(block) {
    const content = normaliseNested(block.content);
    const { kind, title } = block.attrs;
    const attrs = { kind, title: title === null ? null : oneLine(title) || null };
    return content.length > 0 ? [{ ...block, attrs, content }] : [];
  },
  html({ attrs: { kind, title } }, children, { words }) {
    const about = title === null ? '' : `: ${escapeMarkup(title)}`;
    const label = element('strong', {}, escapeMarkup(words.callout[kind]));
    return element('aside', {}, element('p', {}, label + about) + children.join(''));
  },
  /** GitHub's form, which has no place for a title: it is the first paragraph. */
  markdown({ attrs: { kind, title }, content }, children) {
    const about =
      title === null ? [] : [markdownLines([delimited('**', [{ kind: 'text', text: title }])])];
    const lines = [...about, ...children].join('\n\n');
    // A list that does not begin at 1 would be read as more of the line before it.
    const gap = title === null && content[0]?.type !== 'paragraph' ? '\n\n' : '\n';
    return prefixLines(`[!${kind.toUpperCase()}]${gap}${lines}`, '> ', '> ');
  },
  title: ({ attrs }) => attrs.title,
  attributeTexts: ({ attrs: { kind, title } }) => (title === null ? [kind] : [kind, title]),
});
