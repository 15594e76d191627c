type Cleaner = Pick<typeof import('./clean-pasted-html.ts'), 'cleanPastedHtml'> &
  Pick<typeof import('./left-out.ts'), 'leftOutSentence'>;

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
      const [{ cleanPastedHtml }, { leftOutSentence }] = await Promise.all([
        import('./clean-pasted-html.ts'),
        import('./left-out.ts'),
      ]);
      cleaner = { cleanPastedHtml, leftOutSentence };
    },
    loaded: () => cleaner,
  };
}

/** The cleaner that all articles share. */
export const pasteCleaner = createPasteCleaner();
