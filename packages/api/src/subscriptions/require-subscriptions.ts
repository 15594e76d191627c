import type { Transaction } from '@viewpoints/db/client';
import { getJournal, type JournalRow } from '@viewpoints/db/editorial/journal';
import { ProblemError } from '../problem.ts';

/**
 * The journal, where readers can subscribe to it.
 * @throws the problem of a link that does not exist, where they cannot
 */
export async function requireSubscriptions(db: Transaction): Promise<JournalRow> {
  const journal = await getJournal(db);
  if (!journal.subscriptions) throw new ProblemError('link_expired');
  return journal;
}
