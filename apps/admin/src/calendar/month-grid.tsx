'use client';

import { CalendarArrowUp } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { exactTime } from '../ui/time.tsx';
import { toLocalTime } from '../ui/zoned-time.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { countInWords, entryKinds } from './entry-kinds.ts';
import { type Day, dayInWords, type Month, weeksOf } from './month.ts';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Entries of a day that are shown before the rest is left to its list. */
const MAX_SHOWN = 4;

type Props = {
  month: Month;
  today: Day;
  zone: string;
  entries: ReadonlyMap<Day, CalendarEntry[]>;
  mayMove: (entry: CalendarEntry) => boolean;
  /** To another day, or to a time that is chosen then. */
  onMove: (entry: CalendarEntry, day: Day | null) => void;
  onOpenList: () => void;
};

/** A month as a table of weeks. What may be moved is dragged to another day, or moved by its button. */
export function MonthGrid(props: Props) {
  const { month, today, entries } = props;
  const [dragged, setDragged] = useState<CalendarEntry | null>(null);
  const [over, setOver] = useState<Day | null>(null);
  const drop = (day: Day) => {
    if (dragged && day !== dragged.day) props.onMove(dragged, day);
    setDragged(null);
    setOver(null);
  };
  return (
    <table className="w-full table-fixed border-collapse">
      <caption className="sr-only">Calendar by day</caption>
      <thead>
        <tr className="border-b border-line text-sm text-ink-faint">
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" className="px-2 py-1.5 text-start font-medium">
              <abbr title={weekday} className="no-underline">
                {weekday.slice(0, 3)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]} className="divide-x divide-line border-b border-line last:border-b-0">
            {week.map((day) => {
              const ofDay = entries.get(day) ?? [];
              const takes = dragged !== null && day >= today && day !== dragged.day;
              return (
                <td
                  key={day}
                  className={classNames(
                    'h-28 p-1 align-top',
                    !day.startsWith(month) && 'bg-sunken/60',
                    dragged !== null && !takes && day !== dragged.day && 'opacity-60',
                    takes && over === day && 'bg-accent-soft',
                  )}
                  onDragOver={(event) => {
                    if (!takes) return;
                    event.preventDefault();
                    if (over !== day) setOver(day);
                  }}
                  onDragLeave={() => setOver((shown) => (shown === day ? null : shown))}
                  onDrop={(event) => {
                    if (!takes) return;
                    event.preventDefault();
                    drop(day);
                  }}
                >
                  <DayNumber day={day} isToday={day === today} />
                  {ofDay.length > 0 ? (
                    <ul aria-label={dayInWords(day)} className="mt-1 grid gap-0.5">
                      {ofDay.slice(0, MAX_SHOWN).map((entry) => (
                        <GridEntry
                          key={entry.key}
                          entry={entry}
                          zone={props.zone}
                          movable={props.mayMove(entry)}
                          onMove={() => props.onMove(entry, null)}
                          onDrag={setDragged}
                        />
                      ))}
                    </ul>
                  ) : null}
                  {ofDay.length > MAX_SHOWN ? (
                    <Button size="sm" variant="quiet" onClick={props.onOpenList}>
                      {ofDay.length - MAX_SHOWN} more
                    </Button>
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayNumber({ day, isToday }: { day: Day; isToday: boolean }) {
  const number = Number(day.slice(8));
  return (
    <time
      dateTime={day}
      aria-current={isToday ? 'date' : undefined}
      className={classNames(
        'ms-1 inline-flex h-5 items-center rounded-sm text-sm',
        isToday ? 'bg-accent px-1.5 font-medium text-accent-ink' : 'text-ink-faint',
      )}
    >
      {number}
      {isToday ? <span className="sr-only"> (today)</span> : null}
    </time>
  );
}

const toneClasses = {
  plain: 'border-line-strong',
  accent: 'border-accent',
  ok: 'border-ok',
  warn: 'border-warn',
  danger: 'border-danger',
  plum: 'border-plum',
} as const;

function GridEntry(props: {
  entry: CalendarEntry;
  zone: string;
  movable: boolean;
  onMove: () => void;
  onDrag: (entry: CalendarEntry | null) => void;
}) {
  const { entry, zone, movable } = props;
  const { label, icon: Icon, tone } = entryKinds[entry.kind];
  const count = countInWords(entry);
  return (
    <li
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', entry.title);
        props.onDrag(entry);
      }}
      onDragEnd={() => props.onDrag(null)}
      className={classNames(
        'group relative flex items-start gap-1 rounded-sm border-s-2 bg-surface ps-1 text-sm leading-snug hover:bg-hover',
        toneClasses[tone],
        movable && 'cursor-grab',
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-3 shrink-0 text-ink-faint" />
      <span className="sr-only">{label}: </span>
      <span className="min-w-0 flex-1">
        {entry.at ? (
          <time
            dateTime={entry.at}
            title={`${exactTime(entry.at, zone)}\n${exactTime(entry.at, 'UTC')}`}
            className="me-1 text-ink-soft"
          >
            {toLocalTime(entry.at, zone).slice(11)}
          </time>
        ) : null}
        <Link
          href={entry.href}
          lang={entry.language ?? undefined}
          dir={entry.direction}
          title={`${label}: ${entry.title}`}
          draggable={false}
          className="line-clamp-3 break-words hover:underline"
        >
          {entry.title}
        </Link>
        {(count ?? entry.label) ? (
          <span className="block text-ink-faint">{count ?? entry.label}</span>
        ) : null}
      </span>
      {movable ? (
        <span className="absolute end-0 top-0 rounded-sm bg-surface opacity-0 group-hover:opacity-100 focus-within:opacity-100">
          <Button
            size="icon"
            variant="quiet"
            icon={CalendarArrowUp}
            label={`Move ${entry.title}`}
            className="size-6"
            onClick={props.onMove}
          />
        </span>
      ) : null}
    </li>
  );
}
