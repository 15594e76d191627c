import type { Transaction } from '@viewpoints/db/client';
import { listPendingClearances } from '@viewpoints/db/editorial/clearances';
import { countExposures } from '@viewpoints/db/editorial/exposures';
import { listSourceChanges } from '@viewpoints/db/editorial/source-changes';
import { countUncheckedArticles } from '@viewpoints/published/project/unchecked-articles';
import { showExposures } from './show-exposures.ts';

/** Longest list of what waits for a second person. */
const MOST = 50;

/**
 * The protection screen of the desk: every exposure with the way to resolve it, how many published
 * articles were not checked yet, and what waits for a second person.
 */
export async function showProtection(db: Transaction) {
  return {
    exposures: await showExposures(db, {}),
    /** Of all, also of those that the list has no room for. */
    exposed: await countExposures(db),
    unchecked: await countUncheckedArticles(db),
    clearances: await listPendingClearances(db, MOST),
    sourceChanges: await listSourceChanges(db, MOST),
  };
}
