import type { RecognisedPage } from '@viewpoints/api/import/page';

export const excerpt = (text: string, length = 90) =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

const kinds = {
  rendered: 'the day the page was shown, not a date of publication',
  published: 'a date of publication, by the page’s own word',
  unknown: 'not known what of',
} as const;

const suggestions = { keep: 'keep it', leave_out: 'leave it out', heading: 'make it a heading' };

/** The result of an import, as lines for people. */
export function describePage(
  page: RecognisedPage,
  { encoding, format, words }: { encoding: string; format: string; words: number },
): string[] {
  const lines = [
    `Read as ${format === 'html' ? 'HTML' : 'text'} in ${encoding}: ${words} words in ${page.kept.length} blocks.`,
    page.headlineGuess === null
      ? 'No headline on the page.'
      : `Headline on the page: ${page.headlineGuess}`,
  ];
  for (const { text, kind, reason, line } of page.dates)
    lines.push(`Date, line ${line}: ${text} – ${kinds[kind]} (${reason}).`);
  for (const { name, reason, line } of page.bylines)
    lines.push(`Author, line ${line}: ${name} – proposed, not recorded (${reason}).`);
  for (const { text, why, line } of page.leftOut)
    lines.push(`Left out, line ${line}, ${why}: ${excerpt(text)}`);
  for (const { text, why, line, suggestion } of page.doubtful)
    lines.push(
      `Doubtful, line ${line}: ${excerpt(text)}\n  ${why}; suggested: ${suggestions[suggestion]}.`,
    );
  return lines;
}
