import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import { cache, use } from 'react';
import { endOfDay } from '../journal-day.ts';
import { dateFormat } from '../words/date-format.ts';
import { weekdayInWords } from '../words/dates.ts';
import { readerApi } from './reader-api.ts';
import { currentRender } from './render-context.ts';

/** The journal's own settings, requested once a page. */
export const getJournal = cache(() => readerApi().journal.get());

/**
 * The same for a component that waits for nothing else. React suspends and resumes an `async`
 * component separately: for a date in a sentence that would be most of its work.
 */
export const useJournal = (): JournalView => use(getJournal());

/** Today in words. A page that shows it is valid until midnight in the journal's time zone. */
export async function getToday(): Promise<{ iso: string; words: string }> {
  const { language, timeZone } = await getJournal();
  const render = currentRender();
  render.until = Math.min(render.until, endOfDay(render.now, timeZone));
  const iso = dateFormat('en-CA', { dateStyle: 'short', timeZone }).format(render.now);
  return { iso, words: weekdayInWords(render.now, language, timeZone) };
}

export type LanguageAttributes = { lang?: string; dir?: 'auto' };

/**
 * Marks the journal's own words ("Published", "Supports") inside a text of another language;
 * nothing if it is the journal's.
 */
export function useJournalLanguage(language: string): LanguageAttributes {
  const journal = useJournal();
  return journal.language === language ? {} : { lang: journal.language, dir: 'auto' };
}
