'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { viewpoints } from '../data/viewpoints.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { NullResultForm } from './null-result-form.tsx';

/** A null result that is begun, in the language of the journal. */
export function NewNullResultScreen() {
  const router = useRouter();
  const journal = useQuery({
    queryKey: ['nullResults', 'journal'],
    queryFn: () => viewpoints.journal.get.query(),
  });
  return (
    <Page
      title="New null result"
      back={{ href: '/null-results', label: 'All null results' }}
      width="prose"
      description="Looked for, not found. It says nothing of what the actor holds. One who was asked and said nothing is a finding with the stance “Silent”."
    >
      {journal.isError ? <ErrorNote error={journal.error} /> : null}
      {journal.data ? (
        <NullResultForm
          shown={null}
          language={journal.data.language}
          onDirty={() => {}}
          onSaved={({ id }) => router.push(`/null-results/${id}`)}
        />
      ) : journal.isError ? null : (
        <Panel>
          <SkeletonRows rows={4} />
        </Panel>
      )}
    </Page>
  );
}
