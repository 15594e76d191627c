import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import type { ReaderDatabase } from '../client.ts';
import { unnamedJournal } from '../editorial/journal.ts';

/** The masthead. */
export async function getMasthead(db: ReaderDatabase): Promise<JournalView> {
  const row = await db.journal.findUnique({
    where: { id: 1 },
    select: {
      ...{ name: true, tagline: true, language: true, timeZone: true },
      ...{ notice: true, contact: true },
    },
  });
  if (row !== null) return row;
  const { fourEyes, ...journal } = unnamedJournal;
  return journal;
}
