'use client';

import { useQuery } from '@tanstack/react-query';
import { FindingState, ReviewDue, Stance } from '@viewpoints/domain/findings/finding';
import { Quote } from 'lucide-react';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { searchActors, searchIssues } from '../records/record-options.ts';
import { ButtonLink } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { Select } from '../ui/select.tsx';
import { findingStates, optionsOf, stances } from '../words.ts';
import { FindingRow } from './finding-row.tsx';

const anyState = { value: null, label: 'Any state' };
const anyStance = { value: null, label: 'Any stance' };
const anyReview = { value: null, label: 'Any review date' };
const reviews: Record<ReviewDue, string> = {
  overdue: 'Review overdue',
  soon: 'Review in 30 days',
  none: 'No review date',
};

/** All findings of the desk; with the state "Proposed" it is the queue of what is to be verified. */
export function FindingsScreen() {
  const filters = useFilters();
  const q = filters.get('q') ?? '';
  const state = oneOf(FindingState.options, filters.get('state'));
  const stance = oneOf(Stance.options, filters.get('stance'));
  const review = oneOf(ReviewDue.options, filters.get('review'));
  const actor = filters.get('actor');
  const issue = filters.get('issue');
  const source = filters.get('source');
  const filtered = [q, state, stance, review, actor, issue, source].some(Boolean);

  const pages = usePages(
    ['findings', 'list', { q, state, stance, review, actor, issue, source }],
    (cursor) =>
      viewpoints.editor.findings.list.query({
        limit: 30,
        ...(q ? { q } : {}),
        ...(state ? { state } : {}),
        ...(stance ? { stance } : {}),
        ...(review ? { review } : {}),
        ...(actor ? { actor } : {}),
        ...(issue ? { issue } : {}),
        ...(source ? { source } : {}),
        ...(cursor ? { cursor } : {}),
      }),
  );
  const actorName = useQuery({
    queryKey: ['actors', 'one', actor],
    queryFn: () => viewpoints.editor.actors.get.query({ id: actor ?? '' }),
    enabled: actor !== null,
  });
  const issueName = useQuery({
    queryKey: ['issues', 'one', issue],
    queryFn: () => viewpoints.editor.issues.get.query({ id: issue ?? '' }),
    enabled: issue !== null,
  });

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
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchField
          label="Search propositions and quotes"
          value={q}
          onChange={(next) => filters.set({ q: next })}
          className="min-w-48 flex-1 basis-60 sm:max-w-80"
        />
        <Select
          label="State"
          labelHidden
          compact
          value={state}
          onChange={(next) => filters.set({ state: next })}
          options={[anyState, ...optionsOf(findingStates)]}
        />
        <Select
          label="Stance"
          labelHidden
          compact
          value={stance}
          onChange={(next) => filters.set({ stance: next })}
          options={[anyStance, ...optionsOf(stances)]}
        />
        <Select
          label="Review by"
          labelHidden
          compact
          value={review}
          onChange={(next) => filters.set({ review: next })}
          options={[anyReview, ...optionsOf(reviews)]}
        />
        <Combobox
          label="Actor"
          labelHidden
          placeholder="Any actor"
          className="w-40"
          search={searchActors}
          value={actor ? { id: actor, label: actorName.data?.name ?? '…' } : null}
          onChange={(option) => filters.set({ actor: option?.id ?? null })}
        />
        <Combobox
          label="Issue"
          labelHidden
          placeholder="Any issue"
          className="w-40"
          search={searchIssues}
          value={issue ? { id: issue, label: issueName.data?.name ?? '…' } : null}
          onChange={(option) => filters.set({ issue: option?.id ?? null })}
        />
      </div>
      <RecordList
        label="Findings"
        pages={pages}
        filtered={filtered && state !== 'proposed'}
        onClear={() =>
          filters.set({
            q: null,
            state: null,
            stance: null,
            review: null,
            actor: null,
            issue: null,
            source: null,
          })
        }
        icon={Quote}
        empty={
          state === 'proposed'
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
