import { isDeepStrictEqual } from 'node:util';
import type { Document } from '@viewpoints/domain/document/document';

/**
 * A document with the blocks of an earlier one in the place of those that are equal to them, at its start
 * and at its end. The plain text, the form and the digest of a block are computed once for each
 * object, and somebody who types changes one block.
 */
export function shareBlocks(before: Document, after: Document): Document {
  const [old, now] = [before.content, after.content];
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && isDeepStrictEqual(old[start], now[start])) start += 1;
  if (start === old.length && start === now.length) return before;
  let end = 0;
  while (end < shorter - start && isDeepStrictEqual(old.at(-1 - end), now.at(-1 - end))) end += 1;
  const content = [
    ...old.slice(0, start),
    ...now.slice(start, now.length - end),
    ...old.slice(old.length - end),
  ];
  return { ...after, content };
}
