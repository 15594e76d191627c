import { z } from 'zod';
import { element } from '../../text/markup.ts';
import { blockKind } from '../block-kind.ts';
import { inlines } from '../inline.ts';
import { writeInline } from '../markdown-inline.ts';
import { normaliseInlines } from '../normalise-inlines.ts';

export const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
});
export type Heading = z.infer<typeof Heading>;

export const heading = blockKind({
  schema: Heading,
  name: 'heading',
  holds: 'inlines',
  becomes: 'words',
  normalise(block) {
    const content = normaliseInlines(block.content ?? []);
    return content.length > 0 ? [{ ...block, content }] : [];
  },
  html: (node, children) => element(`h${node.attrs.level}`, {}, children.join('')),
  markdown(node, children) {
    // A heading is one line, and a run of `#` at its end would be read as its closing.
    const line = writeInline(children.flat(), ' ').replace(/#+$/, (closing) => `\\${closing}`);
    return `${'#'.repeat(node.attrs.level)} ${line}`;
  },
});
