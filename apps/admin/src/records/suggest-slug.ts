'use client';

import { hasOtherLetters, slugOf, type ToLatin } from '@viewpoints/domain/text/slug';
import { useEffect, useSyncExternalStore } from 'react';

let toLatin: ToLatin | null = null;
const waiting = new Set<() => void>();

/** Loads what writes other scripts in Latin letters: most journals never need it. */
async function loadToLatin(): Promise<ToLatin> {
  const loaded = (await import('@viewpoints/domain/text/to-latin')).toLatin;
  toLatin = loaded;
  for (const tell of waiting) tell();
  return loaded;
}

function onLoaded(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

const same: ToLatin = (text) => text;

/** The slug that a title suggests; empty until it is computed. */
export function suggestedSlug(title: string): string {
  if (toLatin === null && hasOtherLetters(title)) return '';
  return slugOf(title, toLatin ?? same);
}

/** The same in a component, which shows it once it is computed. */
export function useSuggestedSlug(title: string): string {
  const loaded = useSyncExternalStore(
    onLoaded,
    () => toLatin,
    () => null,
  );
  const waits = loaded === null && hasOtherLetters(title);
  useEffect(() => {
    if (waits) void loadToLatin();
  }, [waits]);
  return suggestedSlug(title);
}

/** A slug for an entry created by its name alone; a random one if the name yields none. */
export async function slugOrRandom(name: string, kind: string): Promise<string> {
  const slug = slugOf(name, hasOtherLetters(name) ? await loadToLatin() : same);
  return slug || `${kind}-${crypto.randomUUID().slice(0, 8)}`;
}
