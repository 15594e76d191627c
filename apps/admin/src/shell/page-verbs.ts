'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** An action of the open page, for the palette. */
export type PageVerb = {
  label: string;
  icon: LucideIcon;
  keys?: string;
  /** What else it is looked for by. */
  words?: string[];
  run: () => void;
};

type ReadVerbs = () => readonly PageVerb[] | Promise<readonly PageVerb[]>;

const offers = new Set<ReadVerbs>();

/** The verbs of the page that is open, as they are now; none of those that cannot be loaded. */
export async function pageVerbs(): Promise<readonly PageVerb[]> {
  const read = [...offers].map(async (verbs) => verbs());
  const settled = await Promise.allSettled(read);
  const verbs = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  // A button may show twice: at the top, and in an empty list.
  return [...new Map(verbs.map((verb) => [verb.label, verb])).values()];
}

/**
 * Offers verbs in the palette for as long as the part of the page shows that calls this.
 * @param verbs the verbs, read whenever the palette opens; what makes them may be loaded only then
 */
export function useOfferedVerbs(verbs: ReadVerbs): void {
  const latest = useRef(verbs);
  latest.current = verbs;
  useEffect(() => {
    const read: ReadVerbs = () => latest.current();
    offers.add(read);
    return () => {
      offers.delete(read);
    };
  }, []);
}
