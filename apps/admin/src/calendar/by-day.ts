import { toLocalTime } from '../ui/zoned-time.ts';

type Due = { publishAt: string | null; embargoUntil: string | null };

/** When readers see it: the later of its time and the end of its embargo. */
export function dueAt(article: Due): string {
  return (
    [article.publishAt, article.embargoUntil]
      .filter((time): time is string => time !== null)
      .sort()
      .at(-1) ?? ''
  );
}

/** Articles by the day on which they come out in `zone`, soonest first; undated ones left out. */
export function byDay<T extends Due>(
  articles: readonly T[],
  zone: string,
): { day: string; label: string; items: T[] }[] {
  const due = articles
    .filter((article) => dueAt(article) !== '')
    .toSorted((a, b) => dueAt(a).localeCompare(dueAt(b)));
  const days = Map.groupBy(due, (article) => toLocalTime(dueAt(article), zone).slice(0, 10));
  return [...days].map(([day, items]) => ({
    day,
    items,
    label: new Intl.DateTimeFormat('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${day}T12:00:00Z`)),
  }));
}
