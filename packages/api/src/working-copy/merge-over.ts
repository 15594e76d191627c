import { isNoteChangedSince } from '@viewpoints/db/editorial/articles';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { mergeContent } from '@viewpoints/domain/articles/merge-content';
import type { Command } from '../command.ts';
import { contentAt, type OpenCopy, sharedContentOf } from './open-copy.ts';

/**
 * Merges a save over an older save with what was saved since. Null if both changed the same words
 * or the same field, or if the common base is no longer known.
 */
export async function mergeOver(
  { tx }: Command,
  copy: OpenCopy,
  { locked, seen, content }: { locked: Article; seen: number; content: ArticleContent },
): Promise<ArticleContent | null> {
  const then = contentAt(copy, seen);
  if (then === null) return null;
  const { note } = locked;
  // Former notes are not stored, so a change of this one cannot be attributed.
  if (content.note !== note && (await isNoteChangedSince(tx, locked.id, seen))) return null;
  const theirs = { ...articleContentOf(locked), ...sharedContentOf(locked) };
  const { content: merged, overlaps } = mergeContent({ ...then, note }, content, theirs);
  return overlaps.length === 0 ? merged : null;
}
