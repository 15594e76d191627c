'use client';

import { type Issue, IssueContent } from '@viewpoints/domain/issues/issue';
import { MessagesSquare } from 'lucide-react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CataloguePage } from '../catalogue/catalogue-page.tsx';
import { ParentField } from '../catalogue/parent-field.tsx';
import { useAllEntries } from '../catalogue/use-all-entries.ts';
import { useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { searchIssues } from '../records/record-options.ts';
import { SearchField } from '../ui/search-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { IssueRow } from './issue-row.tsx';
import { treeRows } from './issue-tree.ts';

const labels = { parentId: 'Part of', description: 'Description' };

const catalogue: Catalogue<typeof IssueContent, Issue> = {
  kind: 'issue',
  icon: MessagesSquare,
  api: viewpoints.editor.issues,
  schema: IssueContent,
  description: 'What positions are about, from the wide to the narrow.',
  empty:
    'An issue is what positions are about: a ceasefire, foreign bases. Readers follow one actor’s positions on one issue over time.',
  removal:
    'It disappears from the tree and from suggestions. An issue with findings, or with issues beneath it, cannot be removed.',
  blank: (named) => ({ ...named, description: '', parentId: null }),
  labels,
  Fields: ({ form: { draft, set, fieldError }, entry }) => (
    <>
      <ParentField
        kind="issue"
        label={labels.parentId}
        hint="“Foreign bases” lies under “Foreign forces”."
        get={viewpoints.editor.issues.get}
        search={searchIssues}
        entry={entry}
        value={draft.parentId}
        onChange={(id) => set('parentId', id)}
        error={fieldError('parentId')}
      />
      <TextField
        label={labels.description}
        optional
        rows={3}
        maxLength={1000}
        hint="For readers: what is in question, without taking a side."
        value={draft.description}
        onChange={(description) => set('description', description)}
        error={fieldError('description')}
      />
    </>
  ),
};

/** The issues as a tree; as a plain list where it is searched. */
export function IssuesScreen() {
  const filters = useFilters();
  const q = (filters.get('q') ?? '').trim().toLowerCase();
  const all = useAllEntries('issue', viewpoints.editor.issues.list);
  const rows = treeRows(all.items).filter(
    ({ item }) => q === '' || `${item.name} ${item.slug}`.toLowerCase().includes(q),
  );
  return (
    <CataloguePage catalogue={catalogue} given={{ parentId: filters.get('under') }} givenBy="under">
      {(create) => (
        <>
          <SearchField
            label="Search issues"
            value={filters.get('q') ?? ''}
            onChange={(next) => filters.set({ q: next })}
            className="mb-3 sm:max-w-80"
          />
          <RecordList
            label="Issues"
            pages={{ ...all, items: rows.map(({ item, depth }) => ({ ...item, depth })) }}
            filtered={q !== ''}
            onClear={() => filters.set({ q: null })}
            icon={catalogue.icon}
            empty={{ title: 'No issues yet', text: catalogue.empty, action: create }}
            row={({ depth, ...issue }) => (
              <IssueRow key={issue.id} issue={issue} depth={q === '' ? depth : 0} />
            )}
          />
        </>
      )}
    </CataloguePage>
  );
}
