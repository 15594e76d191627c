import type { Transaction } from '@viewpoints/db/client';
import { writeRetractionReason } from '@viewpoints/db/editorial/corrections';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import { findPublishedView } from '../project/version-views.ts';
import { writeRetraction } from '../project/write-retraction.ts';

/**
 * Retracts an article past workflow and rules: for tests of what the database shows. Says why to
 * editors too where `by` is given.
 */
export async function retract(
  tx: Transaction,
  { articleId, at, why, by }: { articleId: string; at: string; why: string; by?: string },
  now: Date,
): Promise<void> {
  if (by !== undefined)
    await writeRetractionReason(tx, { articleId, at, why, by, redactedAt: null });
  const view = await findPublishedView(tx, articleId);
  if (view === null) throw new Error(`nothing of article ${articleId} is out`);
  const { fourEyes, alertDelay, digestHour, ...journal } = unnamedJournal;
  const gone = { body: null, text: '', pictures: [], sources: [], findings: [], findingCount: 0 };
  const article = {
    ...view,
    ...gone,
    ...{ section: '', standfirst: '', revisedAt: at, retracted: true, retraction: { at, why } },
  };
  const set = { article, entries: [], formerSlugs: [], journal };
  await writeRetraction(tx, { set, suspended: false }, now);
}
