'use client';

import { useQuery } from '@tanstack/react-query';
import { viewpoints } from '../data/viewpoints.ts';
import { readsInWords, sumOf } from './read-words.ts';
import { ReadsChart } from './reads-chart.tsx';

/** How much a published article was read: in total, and by day in the last weeks. */
export function ArticleReads(props: { id: string }) {
  const reads = useQuery({
    queryKey: ['visits', 'article', props.id],
    queryFn: () => viewpoints.editor.visits.ofArticle.query({ id: props.id, days: 30 }),
  });
  if (!reads.data) return null;
  const { total, days } = reads.data;
  return (
    <section aria-label="Reads" className="grid gap-2 border-t border-line pt-4">
      <h3 className="font-medium">{total === 0 ? 'Not read yet' : readsInWords(total)}</h3>
      {total === 0 ? null : (
        <>
          <p className="text-sm text-ink-soft">{readsInWords(sumOf(days))} in the last 30 days:</p>
          <ReadsChart days={days} />
        </>
      )}
    </section>
  );
}
