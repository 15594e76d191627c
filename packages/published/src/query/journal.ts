import type { ReaderDatabase } from '@viewpoints/db/client';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';

/** The masthead. */
export async function getMasthead(db: ReaderDatabase): Promise<JournalView> {
  const [row] = await db.rows<JournalView>(
    'SELECT name, tagline, language, time_zone AS "timeZone", notice, contact FROM journal WHERE id = 1',
  );
  if (row !== undefined) return row;
  const { fourEyes, ...journal } = unnamedJournal;
  return journal;
}
