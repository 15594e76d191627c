import { cache } from 'react';
import { endOfDay } from './journal-day.ts';
import { readerApi } from './reader-api.ts';
import { currentRender } from './render-record.ts';
import { weekdayInWords } from './words/dates.ts';

/** The journal's own settings, asked for once a page. */
export const getJournal = cache(() => readerApi().journal.get());

/** Today in words. A page that says so stands until midnight in the journal's time zone. */
export async function getToday(): Promise<{ iso: string; words: string }> {
  const { language, timeZone } = await getJournal();
  const render = currentRender();
  render.until = Math.min(render.until, endOfDay(render.now, timeZone));
  const iso = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(render.now);
  return { iso, words: weekdayInWords(render.now, language, timeZone) };
}

/**
 * Marks the journal's own words ("Published", "Supports") where they stand inside a text of another
 * language; nothing where it is the journal's.
 */
export async function ownWords(language: string): Promise<{ lang?: string; dir?: 'auto' }> {
  const journal = await getJournal();
  return journal.language === language ? {} : { lang: journal.language, dir: 'auto' };
}
