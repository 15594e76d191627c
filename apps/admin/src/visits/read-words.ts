const numbers = new Intl.NumberFormat('en-GB');

/** A number as it is written: 12,345. */
export const inNumbers = (count: number) => numbers.format(count);

/** "1 read", "12,345 reads". */
export const readsInWords = (reads: number) =>
  `${inNumbers(reads)} ${reads === 1 ? 'read' : 'reads'}`;

const days = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** A day of the journal ("2026-02-05") as "5 Feb". */
export const dayInWords = (day: string) => days.format(new Date(day));

/** All reads of some days. */
export const sumOf = (counted: readonly { reads: number }[]) =>
  counted.reduce((sum, { reads }) => sum + reads, 0);

const pages: Record<string, string> = {
  '/': 'The front page',
  '/search': 'Search',
  '/findings': 'All findings',
  '/archive': 'The archive',
  '/corrections': 'Corrections',
  '/about/attribution': 'How we attribute',
  '/about/privacy': 'Privacy',
  '/about/accessibility': 'Accessibility',
};

/** The label of a page of the reading site that is no article: its name, or its address. */
export function pageInWords(path: string): string {
  return pages[path] ?? path;
}
