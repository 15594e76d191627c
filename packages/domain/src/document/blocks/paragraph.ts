import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind } from '../block-kind.ts';
import { inlines } from '../inline.ts';
import { markdownLines } from '../markdown-blocks.ts';
import { normaliseInlines } from '../normalise-inlines.ts';

export const Paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines });
export type Paragraph = z.infer<typeof Paragraph>;

export const paragraph = blockKind({
  schema: Paragraph,
  name: 'paragraph',
  holds: 'inlines',
  becomes: 'words',
  normalise(block): Paragraph[] {
    const content = normaliseInlines(block.content ?? []);
    return content.length > 0 ? [{ type: 'paragraph', content }] : [];
  },
  html: (_, children) => element('p', {}, children.join('')),
  markdown: (_, children) => markdownLines(children),
});
