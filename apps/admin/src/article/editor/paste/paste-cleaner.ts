type Cleaner = typeof import('./clean-pasted-html.ts');

/** Cleans HTML of other programs. Its code is loaded with the first paste, or before it. */
export type PasteCleaner = {
  preload: () => Promise<void>;
  /** Null until it is loaded. */
  loaded: () => Cleaner | null;
};

/** A cleaner that is not loaded yet. */
export function createPasteCleaner(): PasteCleaner {
  let cleaner: Cleaner | null = null;
  return {
    preload: async () => {
      cleaner = await import('./clean-pasted-html.ts');
    },
    loaded: () => cleaner,
  };
}

/** The cleaner that all articles share. */
export const pasteCleaner = createPasteCleaner();
