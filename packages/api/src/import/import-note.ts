import type { RecognisedPage } from './page.ts';

const shortened = (text: string, length: number) =>
  text.length <= length ? text : `${text.slice(0, length - 1)}…`;

/** The note about an imported page, for the desk. */
export function importNote(
  page: Pick<RecognisedPage, 'dates' | 'bylines' | 'leftOut' | 'doubtful'>,
  { fileName, encoding, notes }: { fileName: string; encoding: string; notes: string[] },
): string {
  const parts = [
    `Brought in from ${fileName} (${encoding}).`,
    ...page.dates.map(
      ({ text, kind, reason }) =>
        `On the page: “${text}”. ${kind === 'published' ? 'A date of publication' : kind === 'rendered' ? 'The day the page was shown, not a date of publication' : 'Not known what of'}: ${reason}.`,
    ),
    ...page.bylines.map(
      ({ name, reason }) => `On the page as an author, to be recorded if so: ${name} (${reason}).`,
    ),
    ...page.leftOut.map(
      ({ text, why, line }) => `Left out, line ${line} (${why}): ${shortened(text, 200)}`,
    ),
    ...page.doubtful.map(
      ({ text, why, line }) => `Look at line ${line} (${why}): ${shortened(text, 200)}`,
    ),
    ...notes,
  ];
  return shortened(parts.join('\n'), 10_000);
}
