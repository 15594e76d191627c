'use client';

import { TimeOrder } from '@viewpoints/domain/desk/list-order';
import type { ReviewDue } from '@viewpoints/domain/findings/finding';
import { Quote } from 'lucide-react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import {
  actorField,
  authorField,
  dayFields,
  issueField,
  personField,
  sourceField,
} from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { stances } from '../form-labels.ts';
import { findingStates, terms } from '../labels.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Page } from '../ui/page.tsx';
import { FindingRow } from './finding-row.tsx';

const reviews: Record<ReviewDue, string> = {
  overdue: 'Review overdue',
  soon: 'Review due soon',
  none: 'No review date',
};

function useFindingFilters() {
  const mayAssign = useMay('article.assign').ok;
  return useListFilters(
    'findings',
    {
      state: { ...choice('State', 'Any state', findingStates), isMain: true },
      stance: { ...choice('Stance', 'Any stance', stances), isMain: true },
      review: { ...choice('Review by', 'Any review date', reviews), isMain: true },
      actor: { ...actorField, isMain: true },
      issue: { ...issueField, isMain: true },
      source: sourceField,
      author: authorField,
      ...(mayAssign ? { proposer: personField('Proposed by', 'Proposed by anybody') } : {}),
      terms: choice('Terms', 'Any terms', terms),
      ...dayFields('Changed'),
    },
    TimeOrder.options,
  );
}

/** All findings of the desk; with the state "Proposed" it is the queue of what is to be verified. */
export function FindingsScreen() {
  const filters = useFindingFilters();
  const { query, order, filtered } = filters;
  const { state } = query;
  // The queue itself, not a part of it.
  const isQueue = state === 'proposed' && Object.keys(query).length === 1;
  const pages = usePages(['findings', 'list', query, order], (cursor) =>
    viewpoints.editor.findings.list.query({
      ...{ limit: 30, order, ...query },
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );

  return (
    <Page
      title={state === 'proposed' ? 'Findings to verify' : 'Findings'}
      description={
        state === 'proposed'
          ? 'Each was proposed by somebody and waits for a second person who checks it against its evidence.'
          : 'Reported positions, across all articles.'
      }
      actions={
        state === 'proposed' ? (
          <ButtonLink href="/findings">All findings</ButtonLink>
        ) : (
          <ButtonLink href="/findings?state=proposed">To verify</ButtonLink>
        )
      }
    >
      <FilterBar
        filters={filters}
        searchLabel="Search findings"
        count={pages.count}
        noun={{ one: 'finding', many: 'findings' }}
      />
      <RecordList
        label="Findings"
        pages={pages}
        filtered={filtered && !isQueue}
        onClear={filters.clear}
        icon={Quote}
        empty={
          isQueue
            ? {
                title: 'Nothing to verify',
                text: 'When a colleague proposes a finding, it appears here until somebody else has checked it.',
                action: <ButtonLink href="/findings">All findings</ButtonLink>,
              }
            : {
                title: 'No findings yet',
                text: 'Open an article, select the sentence that carries a position, and propose it as a finding.',
                action: (
                  <ButtonLink href="/articles" variant="primary">
                    To the articles
                  </ButtonLink>
                ),
              }
        }
        row={(finding) => <FindingRow key={finding.id} finding={finding} />}
      />
    </Page>
  );
}
