import type { ReaderDatabase } from '@viewpoints/db/client';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import { selectFirst } from '@viewpoints/db/statement';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import { published } from './reader-tables.ts';

/** The masthead. */
export async function getMasthead(db: ReaderDatabase): Promise<JournalView> {
  const row = await selectFirst(
    db,
    published
      .selectFrom('journal')
      .select(['name', 'tagline', 'language', 'time_zone as timeZone', 'notice', 'contact'])
      .select(['subscriptions', 'newsletter_languages as newsletterLanguages'])
      .where('id', '=', 1),
  );
  if (row !== null) return row;
  const { fourEyes, alertDelay, digestHour, ...journal } = unnamedJournal;
  return journal;
}
