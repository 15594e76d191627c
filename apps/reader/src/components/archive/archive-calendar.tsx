import type { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import { useJournal } from '../../next/journal.ts';
import { monthInWords } from '../../words/dates.ts';

type Props = {
  /** Newest first. */
  months: readonly ArchiveMonth[];
  /** The year or month that the page shows. */
  shown: string | undefined;
};

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** A line for each year, with the number of publications of each month. */
export function ArchiveCalendar({ months, shown }: Props) {
  const { language } = useJournal();
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  if (years.length === 0) return null;
  const current = (span: string) => (span === shown ? ('page' as const) : undefined);
  return (
    <nav className="calendar" aria-label="By month">
      {years.map((year) => (
        <div key={year} className="calendar-year">
          <p>
            <a href={`/archive/${year}`} aria-current={current(year)}>
              {year}
            </a>
          </p>
          <ol>
            {MONTHS.map((number) => {
              const month = `${year}-${number}`;
              const count = months.find((each) => each.month === month)?.articleCount;
              const name = monthInWords(month, language, true);
              return count === undefined ? (
                <li key={month} aria-hidden="true">
                  {name}
                </li>
              ) : (
                <li key={month}>
                  <a href={`/archive/${year}/${number}`} aria-current={current(month)}>
                    {name} <span className="calendar-count">{count}</span>
                  </a>
                </li>
              );
            })}
          </ol>
        </div>
      ))}
    </nav>
  );
}
