import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind } from '../block-kind.ts';
import { inlines } from '../inline.ts';
import { markdownLines, prefixLines } from '../markdown-blocks.ts';
import { normaliseInlines } from '../normalise-inlines.ts';

export const PullQuote = z.strictObject({ type: z.literal('pullQuote'), content: inlines });
export type PullQuote = z.infer<typeof PullQuote>;

export const pullQuote = blockKind({
  schema: PullQuote,
  name: 'pull quote',
  holds: 'inlines',
  becomes: 'words',
  normalise(block): PullQuote[] {
    const content = normaliseInlines(block.content ?? []);
    return content.length > 0 ? [{ type: 'pullQuote', content }] : [];
  },
  html: (_, children) =>
    element('aside', {}, element('blockquote', {}, element('p', {}, children.join('')))),
  markdown: (_, children) => prefixLines(markdownLines(children), '> ', '> '),
});
