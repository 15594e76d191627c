import type { Id } from '../values.ts';
import { kindOfBlock } from './blocks.ts';
import type { Document } from './document.ts';

/** Ids of the pictures a document shows, in order, each once. */
export function pictureIds(document: Document): Id[] {
  const shown = document.content.flatMap((block) => kindOfBlock(block).pictureId?.(block) ?? []);
  return [...new Set(shown)];
}
