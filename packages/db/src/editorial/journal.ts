import type { Journal } from '@viewpoints/domain/journal/journal';
import type { Transaction } from '../client.ts';

/** What a journal is called before anybody has said. */
export const unnamedJournal: Journal = {
  name: 'Viewpoints',
  tagline: 'Who holds what position, on whose word',
  language: 'en',
  timeZone: 'UTC',
  notice: '',
  contact: '',
  fourEyes: true,
};

export type JournalRow = Journal & { save: number };

/** The journal's settings, with the save a write must name. */
export async function getJournal(db: Transaction): Promise<JournalRow> {
  const row = await db.journal.findUnique({ where: { id: 1 }, omit: { id: true } });
  return row ?? { ...unnamedJournal, save: 0 };
}

/**
 * The same with the moment at which the transaction began, in one query: what a command begins
 * with. See `getDatabaseTime`.
 */
export async function getJournalAndTime(
  tx: Transaction,
): Promise<{ journal: JournalRow; now: Date }> {
  const [row] = await tx.$queryRaw<{ now: Date; journal: JournalRow | null }[]>`
    select date_trunc('milliseconds', now()) as now, (
      select json_build_object(
        'name', name, 'tagline', tagline, 'language', language, 'timeZone', time_zone,
        'notice', notice, 'contact', contact, 'fourEyes', four_eyes, 'save', save)
      from journal where id = 1) as journal`;
  if (row === undefined) throw new Error('The database has told no time.');
  return { now: row.now, journal: row.journal ?? { ...unnamedJournal, save: 0 } };
}

/** Writes the settings if nobody saved since `baseVersion`; false otherwise. */
export async function writeJournal(
  tx: Transaction,
  journal: Journal,
  baseVersion: number,
): Promise<boolean> {
  if (baseVersion === 0) {
    const { count } = await tx.journal.createMany({
      data: [{ id: 1, ...journal, save: 1 }],
      skipDuplicates: true,
    });
    return count > 0;
  }
  const { count } = await tx.journal.updateMany({
    where: { id: 1, save: baseVersion },
    data: { ...journal, save: { increment: 1 } },
  });
  return count > 0;
}
