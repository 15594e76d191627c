import type { ReaderDatabase } from '@viewpoints/db/client';
import { getMasthead } from '@viewpoints/published/query/journal';

/** Every search needs it, and a journal changes its language once, if ever. */
const MINUTE = 60_000;
const known = new WeakMap<ReaderDatabase, { language: Promise<string>; until: number }>();

/** The language that the journal is in, as it was at most a minute ago. */
export function journalLanguage(db: ReaderDatabase): Promise<string> {
  const now = performance.now();
  const kept = known.get(db);
  if (kept !== undefined && now < kept.until) return kept.language;
  const language = getMasthead(db).then((journal) => journal.language);
  known.set(db, { language, until: now + MINUTE });
  language.catch(() => known.delete(db));
  return language;
}
