/**
 * Stored data that is rebuilt, an article at a time: `-- rebuild:` in a function's file, or a row
 * that a migration adds, names one. How each is rebuilt is in packages/published/src/prepare/rebuild.
 */
export const rebuildNames = ['published_view', 'search_document', 'verified_wording'] as const;

export type RebuildName = (typeof rebuildNames)[number];

export const isRebuildName = (name: string): name is RebuildName =>
  rebuildNames.some((known) => known === name);
