'use client';

import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';
import { exactTime } from '../ui/time.tsx';
import { utcBeside } from '../ui/utc-beside.ts';
import { toLocalTime } from '../ui/zoned-time.ts';
import type { CalendarEntry } from './calendar-entries.ts';
import { countInWords, entryKinds } from './entry-kinds.ts';
import { type Day, dayInWords, type Month } from './month.ts';

/** The days of a month that have something, one after the other. */
export function MonthList(props: {
  month: Month;
  entries: ReadonlyMap<Day, CalendarEntry[]>;
  zone: string;
  mayMove: (entry: CalendarEntry) => boolean;
  onMove: (entry: CalendarEntry, day: null) => void;
}) {
  const ofMonth = [...props.entries].filter(([day]) => day.startsWith(props.month));
  const days = ofMonth.toSorted(([a], [b]) => a.localeCompare(b));
  return (
    <div className="space-y-5">
      {days.map(([day, entries]) => (
        <Panel key={day} title={<time dateTime={day}>{dayInWords(day)}</time>}>
          <List label={dayInWords(day)}>
            {entries.map((entry) => {
              const { label, icon, tone } = entryKinds[entry.kind];
              const count = countInWords(entry);
              return (
                <ListRow
                  key={entry.key}
                  href={entry.href}
                  serif={entry.kind !== 'release'}
                  title={entry.title}
                  lang={entry.language ?? undefined}
                  dir={entry.direction}
                  badges={
                    <>
                      {entry.label ? <Badge>{entry.label}</Badge> : null}
                      <Badge tone={tone} icon={icon}>
                        {label}
                      </Badge>
                    </>
                  }
                  meta={count ? <span>{count}</span> : null}
                  end={
                    <>
                      {entry.at ? <TimeOfDay at={entry.at} zone={props.zone} /> : null}
                      {props.mayMove(entry) ? (
                        <Button size="sm" onClick={() => props.onMove(entry, null)}>
                          Move…<span className="sr-only"> {entry.title}</span>
                        </Button>
                      ) : null}
                    </>
                  }
                />
              );
            })}
          </List>
        </Panel>
      ))}
    </div>
  );
}

/** "09:00 · 08:00 UTC": in the time zone of the calendar, and in UTC. */
function TimeOfDay({ at, zone }: { at: string; zone: string }) {
  const own = toLocalTime(at, zone);
  return (
    <time dateTime={at} title={exactTime(at, zone)} className="whitespace-nowrap">
      {own.slice(11)}
      {own === toLocalTime(at, 'UTC') ? ' UTC' : ` · ${utcBeside(at, zone)}`}
    </time>
  );
}
