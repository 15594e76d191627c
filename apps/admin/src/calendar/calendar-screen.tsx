'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { Button, ButtonLink } from '../ui/button.tsx';
import { clockTime, watchClock } from '../ui/clock.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { useDeviceZone } from '../ui/use-device-time.ts';
import { dayIn } from '../ui/zoned-time.ts';
import { type CalendarEntry, entriesByDay } from './calendar-entries.ts';
import { isMonth, monthAfter, monthInWords, spanOf } from './month.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthList } from './month-list.tsx';
import { type Move, MoveDialog } from './move-dialog.tsx';

/** Scheduled, published and due work, month by month, in the time zone of the account. */
export function CalendarScreen() {
  const { me, readerUrl } = useSession();
  const deviceZone = useDeviceZone();
  const now = useSyncExternalStore<number | null>(watchClock, clockTime, () => null);
  const zone = me.ownTimeZone ?? deviceZone;
  const filters = useFilters();
  const [move, setMove] = useState<Move | null>(null);
  const mayReschedule = useMay('article.reschedule').ok;
  const mayScheduleRelease = useMay('release.schedule').ok;
  const view = oneOf(['month', 'list'], filters.get('view')) ?? 'month';
  const requestedMonth = filters.get('month');
  const today = zone === null || now === null ? null : dayIn(zone, now);
  const month = isMonth(requestedMonth) ? requestedMonth : (today?.slice(0, 7) ?? null);
  const calendar = useQuery({
    queryKey: ['articles', 'calendar', month, zone],
    queryFn: () => viewpoints.editor.calendar.query(spanOf(month ?? '', zone ?? 'UTC')),
    enabled: month !== null && zone !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });
  const goTo = (to: string) => filters.set({ month: to === today?.slice(0, 7) ? null : to });
  const mayMove = ({ moves }: CalendarEntry) =>
    moves !== null && ('release' in moves ? mayScheduleRelease : mayReschedule);
  const isReady = calendar.data && month !== null && zone !== null && today !== null;

  return (
    <Page
      title="Calendar"
      description={`By the clock of ${zone?.replaceAll('_', ' ') ?? 'this device'}. An article comes out at its time or when its embargo ends, whichever is later.`}
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="me-auto text-lg font-semibold" aria-live="polite">
          {month === null ? ' ' : monthInWords(month)}
        </h2>
        <div className="hidden md:block">
          <Select
            label="View"
            labelHidden
            compact
            value={view}
            onChange={(chosen) => filters.set({ view: chosen === 'list' ? 'list' : null })}
            options={[
              { value: 'month', label: 'Month' },
              { value: 'list', label: 'List' },
            ]}
          />
        </div>
        <Button onClick={() => filters.set({ month: null })}>Today</Button>
        <Button
          icon={ChevronLeft}
          label="Previous month"
          disabled={month === null}
          onClick={() => goTo(monthAfter(month ?? '', -1))}
        />
        <Button
          icon={ChevronRight}
          label="Next month"
          disabled={month === null}
          onClick={() => goTo(monthAfter(month ?? '', 1))}
        />
      </div>
      {calendar.error ? (
        <ErrorNote error={calendar.error} onRetry={() => void calendar.refetch()} />
      ) : isReady ? (
        <MonthView
          {...{ month, today, zone, view, mayMove }}
          isStale={calendar.isPlaceholderData}
          incomplete={calendar.data.incomplete}
          entries={entriesByDay(calendar.data, {
            ...{ zone, readerUrl, now: new Date(now ?? 0).toISOString() },
          })}
          onMove={(entry, day) => setMove({ entry, day })}
          onOpenList={() => filters.set({ view: 'list' })}
        />
      ) : (
        <Panel>
          <SkeletonRows rows={8} />
        </Panel>
      )}
      {move && zone !== null ? (
        <MoveDialog move={move} zone={zone} onClose={() => setMove(null)} />
      ) : null}
    </Page>
  );
}

type MonthViewProps = Parameters<typeof MonthGrid>[0] & {
  view: 'month' | 'list';
  /** Whether the entries are still those of the month before. */
  isStale: boolean;
  incomplete: boolean;
};

function MonthView({ view, isStale, incomplete, ...month }: MonthViewProps) {
  const hasNone = !isStale && ![...month.entries.keys()].some((day) => day.startsWith(month.month));
  const list = hasNone ? (
    <Panel>
      <EmptyState
        icon={CalendarDays}
        title={`Nothing in ${monthInWords(month.month)}`}
        action={
          <ButtonLink href="/articles?state=approved" variant="primary">
            Approved articles
          </ButtonLink>
        }
      >
        An approved article can be given a day and an hour, and comes out by itself.
      </EmptyState>
    </Panel>
  ) : (
    <MonthList {...month} />
  );
  return (
    <div aria-busy={isStale} className={isStale ? 'opacity-60' : undefined}>
      {incomplete ? (
        <p className="mb-3 rounded-md bg-warn-soft px-3 py-2 text-warn">
          This month has more than is shown. The lists of articles and findings have all of it.
        </p>
      ) : null}
      {view === 'list' ? (
        list
      ) : (
        <>
          <div className="hidden md:block">
            <Panel>
              <MonthGrid {...month} />
            </Panel>
          </div>
          <div className="md:hidden">{list}</div>
        </>
      )}
    </div>
  );
}
