'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** An action of the open page, for the palette. */
export type PageVerb = { label: string; icon: LucideIcon; keys?: string; run: () => void };

let readVerbs: (() => readonly PageVerb[]) | null = null;

/** The verbs of the page that is open, as they are now. */
export const pageVerbs = (): readonly PageVerb[] => readVerbs?.() ?? [];

/** Offers verbs in the palette for as long as the page shows. */
export function useOfferedVerbs(verbs: readonly PageVerb[]): void {
  const latest = useRef(verbs);
  latest.current = verbs;
  useEffect(() => {
    const read = () => latest.current;
    readVerbs = read;
    return () => {
      if (readVerbs === read) readVerbs = null;
    };
  }, []);
}
