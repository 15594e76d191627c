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

/** The slug that a title suggests; empty while it cannot be told yet. */
export function suggestedSlug(title: string): string {
  if (toLatin === null && hasOtherLetters(title)) return '';
  return slugOf(title, toLatin ?? same);
}

/** The same in a component, which shows it once it can be told. */
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

/** A slug for what is created by its name alone, with something to tell it by where that has no words. */
export async function slugOrRandom(name: string, kind: string): Promise<string> {
  const slug = slugOf(name, hasOtherLetters(name) ? await loadToLatin() : same);
  return slug || `${kind}-${crypto.randomUUID().slice(0, 8)}`;
}
