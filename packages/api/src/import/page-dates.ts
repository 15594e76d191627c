import type { PageDateKind } from './page.ts';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const weekday =
  '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\\.?';
const time =
  '(?:,?\\s*(?:at\\s+)?\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?\\s*(?:am|pm)?\\s*(?:[A-Z]{2,4})?)?';
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const year = '(?:19|20)\\d{2}';
const date = [
  `${day}\\s+(?:of\\s+)?${month},?\\s+${year}`,
  `${month}\\s+${day},?\\s+${year}`,
  `${year}-\\d{2}-\\d{2}`,
  `\\d{1,2}[/.]\\d{1,2}[/.]${year}`,
].join('|');

const alone = new RegExp(`^(?:${weekday},?\\s+)?(?:${date})${time}$`, 'i');
const withWeekday = new RegExp(`^${weekday}`, 'i');
const labelled = new RegExp(
  `^(published|posted|first published|date|updated|last updated|last modified|modified)(?:\\s+on)?\\s*:?\\s*(?:${weekday},?\\s+)?(?:${date})${time}\\.?$`,
  'i',
);

/** What a line that is nothing but a date says it is; null where it is no such line. */
export function dateLine(text: string): { label: string | null; weekday: boolean } | null {
  if (alone.test(text)) return { label: null, weekday: withWeekday.test(text) };
  const label = labelled.exec(text)?.[1]?.toLowerCase();
  return label === undefined ? null : { label, weekday: false };
}

/**
 * What a date line means by its words and place. `aboveAll` is whether only the page's furniture
 * stands before it: that is where sites print the day on which the page was asked for.
 */
export function judgeDate(
  { label, weekday }: { label: string | null; weekday: boolean },
  aboveAll: boolean,
): { kind: PageDateKind; reason: string } {
  if (label !== null && /publish|posted/.test(label))
    return { kind: 'published', reason: `the page labels it “${label}”` };
  if (label !== null) return { kind: 'unknown', reason: `the page labels it “${label}”` };
  if (aboveAll)
    return {
      kind: 'rendered',
      reason: weekday
        ? 'it stands above everything with the day of the week, as sites print the day on which a page is shown'
        : 'it stands above everything, where sites print the day on which a page is shown',
    };
  return { kind: 'unknown', reason: 'it stands alone, and nothing says what happened on that day' };
}
