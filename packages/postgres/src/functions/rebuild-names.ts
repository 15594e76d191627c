/**
 * Stored data that a function can decide, by the name of its table: `-- rebuild:` in a function's
 * file names one. How each is rebuilt is in packages/published/src/prepare/rebuild.
 */
export const rebuildNames = ['search_document', 'verified_wording'] as const;

export type RebuildName = (typeof rebuildNames)[number];

export const isRebuildName = (name: string): name is RebuildName =>
  rebuildNames.some((known) => known === name);
