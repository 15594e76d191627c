import { daysIn } from './days.ts';
import { isWeekday, westernFigures } from './month-names.ts';
import type { PageDateKind } from './page.ts';
import { countWords, endsSentence } from './words.ts';

/** Words that pages put before a date of publication; CLDR has none for it. */
const publishedWord =
  /^(?:published|posted|first published|publié|publiée|mis en ligne|veröffentlicht|publiziert|erschienen|publicado|publicada|pubblicato|publicerad|publisert|udgivet|julkaistu|gepubliceerd|opublikowano|publikováno|yayınlanma|yayın|опубликовано|опубліковано|дата публикации|نشر|نشرت|تاريخ النشر|发布|发布时间|發布|發佈|公開日|公開|投稿日|掲載|입력|기사입력|등록|đăng|submitted|publish date)(?!\p{L})|^(?:发布|發布|公開|投稿|掲載|입력|기사입력|등록)/iu;
const otherWord =
  /^(?:date|updated|last updated|last modified|modified|mis à jour|modifié|aktualisiert|stand|actualizado|atualizado|aggiornato|päivitetty|обновлено|更新|수정|최종수정)(?!\p{L})|^(?:更新|수정|최종수정)/iu;

/** What may surround a date in addition to words: the time of day and its zone. */
const timeOfDay =
  /\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?|\b(?:at|on|le|um|am|pm|uhr|klo|kl|às|a las|alle|h|gmt[+-]?\d*|utc[+-]?\d*|[A-Z]{2,4})\b|г\.?|р\.?/giu;

export type DateLine = { label: string | null; weekday: boolean; day: string | null };

/** The kind and day of a line that is only a date; null for any other line. */
export function dateLine(text: string, language: string | null = null): DateLine | null {
  if (text.length > 90 || countWords(text) > 14) return null;
  const [date, ...others] = daysIn(text, language);
  if (date === undefined || others.length > 0) return null;
  const before = text.slice(0, date.from).trim();
  const label = labelOf(before);
  const rest = `${label === null ? before : before.slice(label.length)} ${text.slice(date.to)}`;
  const words =
    westernFigures(rest)
      .replace(timeOfDay, ' ')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  if (!words.every(isWeekday)) return null;
  // A sentence may end in a date, on a line of its own where its lines are broken by hand.
  if (label === null && /\d{4}\.$/.test(text)) return null;
  if (label === null && /^(?:at|on|le|um|am)\b/i.test(before)) return null;
  return { label, weekday: label === null && words.length > 0, day: date.iso };
}

const labelOf = (before: string) =>
  (publishedWord.exec(before) ?? otherWord.exec(before))?.[0] ?? null;

/** A short line with a date among other things: who wrote, where it was published, when. */
export function dateAmongWords(text: string, language: string | null): DateLine | null {
  if (text.length > 160 || countWords(text) > 24 || endsSentence(text.replace(/\d\.$/, '')))
    return null;
  const days = daysIn(text, language);
  const [first] = days;
  if (first === undefined) return null;
  const labelled = text.split(/(?<=[\s|:·•,;(])/u);
  const published = labelled.findIndex((_, at) =>
    publishedWord.test(labelled.slice(at).join('').trimStart()),
  );
  const label =
    published < 0
      ? null
      : (publishedWord.exec(labelled.slice(published).join('').trimStart())?.[0] ?? null);
  const from = published < 0 ? 0 : labelled.slice(0, published).join('').length;
  const date = days.find((each) => each.to > from) ?? first;
  return { label, weekday: false, day: date.iso };
}

/**
 * The meaning of a date line, by its words and place. `aboveAll` is whether only the page's
 * furniture precedes it: that is where sites print the day of the request.
 */
export function judgeDate(
  { label, weekday, day }: DateLine,
  { aboveAll, marked }: { aboveAll: boolean; marked: ReadonlySet<string> },
): { kind: PageDateKind; reason: string } {
  if (label !== null && publishedWord.test(label))
    return { kind: 'published', reason: `the page labels it “${label.toLowerCase()}”` };
  if (label !== null)
    return { kind: 'unknown', reason: `the page labels it “${label.toLowerCase()}”` };
  if (day !== null && marked.has(day))
    return { kind: 'published', reason: 'it is the day that the page marks as its publication' };
  if (aboveAll)
    return {
      kind: 'rendered',
      reason: weekday
        ? 'it stands above everything with the day of the week, as sites print the day on which a page is shown'
        : 'it stands above everything, where sites print the day on which a page is shown',
    };
  return { kind: 'unknown', reason: 'it stands alone, and nothing says what happened on that day' };
}
