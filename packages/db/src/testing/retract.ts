import type { Transaction } from '../client.ts';
import { writeRetractionReason } from '../editorial/corrections.ts';
import { unnamedJournal } from '../editorial/journal.ts';
import { findPublishedView } from '../published/version-views.ts';
import { writeRetraction } from '../published/write-retraction.ts';

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
  const { fourEyes: _, ...journal } = unnamedJournal;
  const gone = { body: null, text: '', pictures: [], sources: [], findings: [], findingCount: 0 };
  const article = {
    ...view,
    ...gone,
    ...{ section: '', standfirst: '', revisedAt: at, retracted: true, retraction: { at, why } },
  };
  const set = { article, entries: [], formerSlugs: [], journal };
  await writeRetraction(tx, { set, suspended: false }, now);
}
