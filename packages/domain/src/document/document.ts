import { z } from 'zod';
import { Block } from './blocks.ts';

/** Longest body accepted, in UTF-16 units of its JSON: about 150,000 words. */
export const MAX_DOCUMENT_LENGTH = 2_000_000;

/**
 * The body of an article: a typed rich-text tree whose JSON is also ProseMirror's, so the editor
 * works on it without translation. Nothing outside this schema is ever stored or shown. What may
 * be in it is in `blocks.ts` and `inline.ts`.
 */
export const Document = z.strictObject({
  type: z.literal('doc'),
  content: z.array(Block).min(1).max(20_000),
});
export type Document = z.infer<typeof Document>;

export const emptyDocument: Document = { type: 'doc', content: [{ type: 'paragraph' }] };
