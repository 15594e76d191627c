'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Panel } from '../ui/table.tsx';
import { readsInWords, sumOf } from './read-words.ts';
import { ReadsChart } from './reads-chart.tsx';

/** Recent reads, on the desk; nothing while there are none. */
export function VisitsPanel() {
  const visits = useQuery({
    queryKey: ['visits', '30'],
    queryFn: () => viewpoints.editor.visits.overview.query({ days: 30 }),
  });
  const total = sumOf(visits.data?.days ?? []);
  if (!visits.data || total === 0) return null;
  return (
    <Panel
      title="Readership"
      description={`${readsInWords(total)} in the last 30 days.`}
      actions={
        <ButtonLink href="/visits" size="sm" variant="quiet">
          More
        </ButtonLink>
      }
      padded
    >
      <ReadsChart days={visits.data.days} />
    </Panel>
  );
}
