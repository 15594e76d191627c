import { tryChange, wordsOfChange } from '@viewpoints/working-copy/try-change';
import type * as Y from 'yjs';
import { type HeldCopy, isNewer, isOlder, type WhyHeld } from '../saving/held-copies.ts';
import type { KeptChange } from './live-copies.ts';

/** Tries a change that a closed page left; null if it can be put into the shared document. */
export function holdBack(
  shared: Y.Doc,
  kept: KeptChange,
  name: readonly string[],
): HeldCopy | null {
  const why = whyHeld(shared, kept);
  return why === null ? null : { name, why, words: wordsOfChange(shared, kept.change) };
}

function whyHeld(shared: Y.Doc, kept: KeptChange): WhyHeld | null {
  if (isNewer(kept)) return 'newer';
  const result = tryChange(shared, kept.change);
  // A headline that two people made too long is refused as well, and can be corrected on the screen.
  if (result === 'fits' || (result === 'refused' && !isOlder(kept))) return null;
  return result;
}
