import type { Id } from '../values.ts';
import type { Document } from './document.ts';

/** Ids of the pictures a document shows, in order, each once. */
export function pictureIds(document: Document): Id[] {
  const shown = document.content.flatMap((block) =>
    block.type === 'figure' || block.type === 'embed' ? (block.attrs.mediaId ?? []) : [],
  );
  return [...new Set(shown)];
}
