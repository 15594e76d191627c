import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind } from '../block-kind.ts';
import { prefixLines } from '../markdown-blocks.ts';
import { Nested, normaliseNested } from './list.ts';

export const BlockQuote = z.strictObject({
  type: z.literal('blockQuote'),
  content: z.array(Nested).min(1),
});
export type BlockQuote = z.infer<typeof BlockQuote>;

export const blockQuote = blockKind({
  schema: BlockQuote,
  name: 'block quote',
  holds: 'blocks',
  normalise(block): BlockQuote[] {
    const content = normaliseNested(block.content);
    return content.length > 0 ? [{ type: 'blockQuote', content }] : [];
  },
  html: (_, children) => element('blockquote', {}, children.join('')),
  markdown: (_, children) => prefixLines(children.join('\n\n'), '> ', '> '),
});
