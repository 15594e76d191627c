import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import type { ReaderDatabase } from '../client.ts';
import { unnamedJournal } from '../editorial/journal.ts';

/** The masthead. */
export async function getMasthead(db: ReaderDatabase): Promise<JournalView> {
  const [row] = await db.rows<JournalView>(
    'SELECT name, tagline, language, time_zone AS "timeZone", notice, contact FROM journal WHERE id = 1',
  );
  if (row !== undefined) return row;
  const { fourEyes, ...journal } = unnamedJournal;
  return journal;
}
