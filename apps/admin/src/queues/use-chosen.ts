'use client';

import { useState } from 'react';

/** Most rows that one step changes. */
const maximumChosen = 100;

/** The chosen rows of a list, for a step that several take at once. */
export function useChosen<T extends { id: string }>(items: readonly T[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    /** Those that are chosen and still in the list. */
    chosen: items.filter(({ id }) => ids.has(id)),
    all: () => setIds(new Set(items.slice(0, maximumChosen).map(({ id }) => id))),
    none: () => setIds(new Set()),
    /** The props of a row's box. */
    choiceOf: ({ id }: T) => ({
      isChosen: ids.has(id),
      onChange: (isChosen: boolean) => {
        const next = new Set(ids);
        if (isChosen) next.add(id);
        else next.delete(id);
        setIds(next);
      },
    }),
  };
}
