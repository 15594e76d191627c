import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';
import { dayInWords, shortDay } from '../../words/dates.ts';

/** An instant as a day in the journal's time zone. */
export function Day({ at, short }: { at: string; short?: boolean }) {
  const { language, timeZone } = useJournal();
  const words = short
    ? shortDay(at, currentRender().now, language, timeZone)
    : dayInWords(at, language, timeZone);
  return (
    <time dateTime={at} dir="auto">
      {words}
    </time>
  );
}

/** A loose date as words. */
export function LooseDate({ edtf }: { edtf: string }) {
  const { language } = useJournal();
  return looseDateInWords(edtf, language);
}
