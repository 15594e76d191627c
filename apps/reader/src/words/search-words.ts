/** Why part of a question was ignored. */
export const ignoredWords: Record<string, string> = {
  too_many_words: 'one search takes twelve words at most',
  too_long: 'too long',
  unknown_value: 'no such value',
  no_date: 'not a date; write 2025, 2025-03 or 2025-03-09',
  empty_field: 'nothing after the colon',
  no_words: 'no letters or digits',
  star: 'it works after three letters or more, at the end of a word',
  too_common: 'too common to search for',
};

const longestEcho = 80;

/** The query as it is repeated on the page: no word twice in a row, and no more than a line. */
export function echoQuery(q: string): string {
  const words = q.includes('"') ? [q] : [...new Set(q.split(/\s+/))];
  const said = words.join(' ');
  return said.length > longestEcho ? `${said.slice(0, longestEcho).trimEnd()}…` : said;
}
