'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarDays } from 'lucide-react';
import { ArticleRow } from '../articles/article-row.tsx';
import { readAll } from '../data/read-all.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { useDeviceZone } from '../ui/use-device-time.ts';
import { byDay } from './by-day.ts';

/** What is to come out, day by day, on the clock of this device. */
export function CalendarScreen() {
  const scheduled = useQuery({
    queryKey: ['articles', 'calendar'],
    queryFn: () =>
      readAll((cursor) =>
        viewpoints.editor.articles.list.query({
          state: 'scheduled',
          limit: 100,
          ...(cursor ? { cursor } : {}),
        }),
      ),
  });
  const deviceZone = useDeviceZone();
  const zone = deviceZone ?? 'UTC';
  const days = byDay(scheduled.data ?? [], zone);
  return (
    <Page
      title="Calendar"
      width="prose"
      description={`What is scheduled, by the clock of ${deviceZone?.replaceAll('_', ' ') ?? 'this device'}. An article becomes visible at its time or when its embargo ends, whichever is later.`}
    >
      {scheduled.error ? (
        <ErrorNote error={scheduled.error} onRetry={() => void scheduled.refetch()} />
      ) : scheduled.isPending ? (
        <Panel>
          <SkeletonRows />
        </Panel>
      ) : days.length === 0 ? (
        <Panel>
          <EmptyState
            icon={CalendarDays}
            title="Nothing is scheduled"
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
        <div className="space-y-5">
          {days.map(({ day, label, items }) => (
            <Panel key={day} title={<time dateTime={day}>{label}</time>}>
              <List label={label}>
                {items.map((article) => (
                  <ArticleRow key={article.id} article={article} clock={zone} />
                ))}
              </List>
            </Panel>
          ))}
        </div>
      )}
    </Page>
  );
}
