'use client';

import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { ChartColumn } from 'lucide-react';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { CountedList } from './counted-list.tsx';
import { dayInWords, pageInWords, readsInWords, sumOf } from './read-words.ts';
import { ReadsChart } from './reads-chart.tsx';

const SPANS = ['30', '90', '365'] as const;

/** How much was read, where readers came from, and their searches without results. */
export function VisitsScreen() {
  const filters = useFilters();
  const span = oneOf(SPANS, filters.get('days')) ?? '30';
  const visits = useQuery({
    queryKey: ['visits', span],
    queryFn: () => viewpoints.editor.visits.overview.query({ days: Number(span) }),
    placeholderData: (before) => before,
  });
  return (
    <Page
      title="Readership"
      description="Totals of each day. Readers are not told apart, and those whose browsers ask not to be tracked are not counted."
      actions={
        <Select
          label="Days shown"
          labelHidden
          compact
          value={span}
          onChange={(days) => filters.set({ days: days === '30' ? null : days })}
          options={SPANS.map((days) => ({ value: days, label: `Last ${days} days` }))}
        />
      }
    >
      {visits.data ? (
        <Readership found={visits.data} />
      ) : visits.error ? (
        <ErrorNote error={visits.error} onRetry={() => void visits.refetch()} />
      ) : (
        <Panel>
          <SkeletonRows rows={8} />
        </Panel>
      )}
    </Page>
  );
}

type Found = Outputs['editor']['visits']['overview'];

function Readership({ found: { days, pages, referrers, searches } }: { found: Found }) {
  const total = sumOf(days);
  if (total === 0 && searches.length === 0)
    return (
      <Panel>
        <EmptyState icon={ChartColumn} title="No reads yet">
          As soon as somebody opens a page of the reading site, it is counted here. Crawlers and
          other programs are not.
        </EmptyState>
      </Panel>
    );
  return (
    <div className="space-y-5">
      <Panel title={readsInWords(total)} padded>
        <ReadsChart days={days} table />
      </Panel>
      <div className="grid items-start gap-5 xl:grid-cols-2">
        <Panel title="Most read">
          <CountedList
            label="Most read"
            of="reads"
            empty="No page was read."
            items={pages.map(({ path, reads, article }) => ({
              key: article?.id ?? path,
              count: reads,
              ...(article === null
                ? { title: pageInWords(path) }
                : {
                    title: article.headline,
                    href: `/articles/${article.id}`,
                    serif: true,
                  }),
            }))}
          />
        </Panel>
        <div className="grid gap-5">
          <Panel title="Referring sites" description="Sites that link here, by name.">
            <CountedList
              label="Referring sites"
              of="reads"
              empty="No visit from another site was recorded."
              items={referrers.map(({ host, reads }) => ({
                key: host ?? '',
                title: host ?? 'All others',
                count: reads,
              }))}
            />
          </Panel>
          <Panel
            title="Searches without results"
            description="Words that found nothing and were searched for more than once in a day."
          >
            <CountedList
              label="Searches without results"
              of="times"
              empty="No search without results was made more than once in a day."
              items={searches.map(({ query, times, lastDay }) => ({
                key: query,
                title: query,
                meta: <span>last on {dayInWords(lastDay)}</span>,
                count: times,
              }))}
            />
          </Panel>
        </div>
      </div>
    </div>
  );
}
