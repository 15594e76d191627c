import type { suggestTransaction } from './suggest-transaction.ts';

let loaded: typeof suggestTransaction | null = null;

/** What turns a change into a suggestion; null until it is loaded. */
export const suggestRules = (): typeof suggestTransaction | null => loaded;

/** Loads it: with the first suggestion in a text, with the first that is to be made, or when idle. */
export async function loadSuggestRules(): Promise<void> {
  loaded ??= (await import('./suggest-transaction.ts')).suggestTransaction;
}
