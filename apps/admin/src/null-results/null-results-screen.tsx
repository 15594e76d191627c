'use client';

import { searchedSettings } from '@viewpoints/domain/null-results/searched-settings';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { Plus, SearchX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { actorField, issueField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { NullResultBadge, nullResultStates } from './null-result-badge.tsx';

const fields = {
  state: { ...choice('State', 'Any state', nullResultStates), isMain: true },
  readers: {
    ...choice('Readers', 'Public or not', { yes: 'Public', no: 'Not public' }),
    isMain: true,
  },
  actor: { ...actorField, isMain: true },
  issue: { ...issueField, isMain: true },
};

/** What was looked for and not found, changed last first. */
export function NullResultsScreen() {
  const filters = useListFilters(null, fields, ['newest']);
  const router = useRouter();
  const mayPropose = useMay('null_result.propose');
  const { readers, q: _, ...chosen } = filters.query;
  const narrowed = {
    ...chosen,
    ...(readers === undefined ? {} : { isPublic: readers === 'yes' }),
  };
  const pages = usePages(['nullResults', 'list', narrowed], (cursor) =>
    viewpoints.editor.nullResults.list.query({
      ...{ limit: 30, ...narrowed },
      ...(cursor ? { cursor } : {}),
    }),
  );
  const propose = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayPropose}
      onClick={() => router.push('/null-results/new')}
    >
      New null result
    </VerbButton>
  );
  return (
    <Page
      title="Null results"
      description="Looked for, not found: the journal looked for a position of an actor on an issue, and there was none."
      actions={propose}
    >
      <FilterBar
        filters={filters}
        count={undefined}
        noun={{ one: 'null result', many: 'null results' }}
      />
      <RecordList
        label="Null results"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
        icon={SearchX}
        empty={{
          title: 'No null results yet',
          text: 'Say of which actor on which issue you looked for a position, what you searched and until when. A publisher who wrote none of it verifies it, which puts it before readers.',
          action: propose,
        }}
        row={(nullResult) => (
          <ListRow
            key={nullResult.id}
            href={`/null-results/${nullResult.id}`}
            title={`${nullResult.actor.name}: ${nullResult.issue.name}`}
            badges={<NullResultBadge {...nullResult} />}
            meta={
              <>
                <span lang={nullResult.language} dir="auto">
                  {nullResult.searched}
                </span>
                <span>{searchedSettings[nullResult.register]}</span>
                <span>{looseDateInWords(nullResult.asOf, 'en')}</span>
                <span>Proposed by {nullResult.proposedBy.name}</span>
              </>
            }
            end={
              <span>
                Changed <Time at={nullResult.savedAt} />
              </span>
            }
          />
        )}
      />
    </Page>
  );
}
