import type { Journal } from '@viewpoints/domain/journal/journal';
import { z } from 'zod';
import type { Transaction } from '../client.ts';

/** The journal's settings until an admin enters them. */
export const unnamedJournal: Journal = {
  name: 'Viewpoints',
  tagline: 'Who holds what position, on whose word',
  language: 'en',
  timeZone: 'UTC',
  notice: '',
  contact: '',
  fourEyes: true,
  subscriptions: false,
  alertDelay: 10,
  digestHour: 7,
  newsletterLanguages: [],
};

export type JournalRow = Journal & { save: number };

/** The journal as stored. The schema of the domain decides what may be stored. */
export const StoredJournal = z.object({
  name: z.string(),
  tagline: z.string(),
  language: z.string(),
  timeZone: z.string(),
  notice: z.string(),
  contact: z.string(),
  fourEyes: z.boolean(),
  subscriptions: z.boolean(),
  alertDelay: z.number(),
  digestHour: z.number(),
  newsletterLanguages: z.array(z.string()),
  save: z.number(),
});

/** The journal's settings, with the save a write must name. */
export async function getJournal(db: Transaction): Promise<JournalRow> {
  const row = await db.journal.findUnique({ where: { id: 1 }, omit: { id: true } });
  return row ?? { ...unnamedJournal, save: 0 };
}

/** Writes the settings if they were not saved since `baseVersion`; false otherwise. */
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
