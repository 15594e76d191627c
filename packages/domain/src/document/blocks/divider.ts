import { z } from 'zod';
import { blockKind } from '../block-kind.ts';

export const Divider = z.strictObject({ type: z.literal('divider') });
export type Divider = z.infer<typeof Divider>;

export const divider = blockKind({
  schema: Divider,
  name: 'divider',
  holds: 'nothing',
  normalise: (block) => [block],
  html: () => '<hr />',
  markdown: () => '---',
});
