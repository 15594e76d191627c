'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

/**
 * Filters that live in the address, so that a list can be linked to. Setting one to null or '' takes it
 * out; `isStep` has Back undo it.
 */
export function useFilters() {
  const params = useSearchParams();
  const path = usePathname();
  const set = useCallback(
    (changes: Record<string, string | null>, { isStep = false }: { isStep?: boolean } = {}) => {
      const next = new URLSearchParams(params);
      for (const [name, value] of Object.entries(changes)) {
        if (value) next.set(name, value);
        else next.delete(name);
      }
      const text = next.toString();
      // Next follows the browser's own history; its router would request the same page from the server.
      const to = text ? `${path}?${text}` : path;
      if (isStep) window.history.pushState(null, '', to);
      else window.history.replaceState(null, '', to);
    },
    [params, path],
  );
  const get = useCallback((name: string) => params.get(name), [params]);
  return { get, set };
}

/** The value where it is one of the options, otherwise null: addresses are typed by hand too. */
export function oneOf<T extends string>(options: readonly T[], value: string | null): T | null {
  return options.find((option) => option === value) ?? null;
}
