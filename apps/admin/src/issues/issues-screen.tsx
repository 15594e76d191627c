'use client';

import { useQuery } from '@tanstack/react-query';
import { CornerDownRight, MessagesSquare, Plus } from 'lucide-react';
import { readAll } from '../data/read-all.ts';
import { useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { IssueDialog } from './issue-dialog.tsx';
import { treeRows } from './issue-tree.ts';

export function IssuesScreen() {
  const filters = useFilters();
  const opened = filters.get('open');
  const under = filters.get('under');
  const q = (filters.get('q') ?? '').trim().toLowerCase();
  const mayCreate = useMay('issue.create');
  const all = useQuery({
    queryKey: ['issues', 'all'],
    queryFn: () =>
      readAll((cursor) =>
        viewpoints.editor.issues.list.query({ limit: 100, ...(cursor ? { cursor } : {}) }),
      ),
  });
  const record = useQuery({
    queryKey: ['issues', 'one', opened],
    queryFn: () => viewpoints.editor.issues.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });
  const close = () => filters.set({ open: null, under: null });
  const create = (
    <Button
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      New issue
    </Button>
  );
  const rows = treeRows(all.data ?? []).filter(
    ({ item }) => q === '' || `${item.name} ${item.slug}`.toLowerCase().includes(q),
  );

  return (
    <Page
      title="Issues"
      description="What positions are about, from the wide to the narrow."
      actions={create}
    >
      <SearchField
        label="Search issues"
        value={filters.get('q') ?? ''}
        onChange={(next) => filters.set({ q: next })}
        className="mb-3 sm:max-w-80"
      />
      <Panel>
        {all.error ? (
          <div className="p-4">
            <ErrorNote error={all.error} onRetry={() => void all.refetch()} />
          </div>
        ) : all.isPending ? (
          <SkeletonRows />
        ) : rows.length === 0 ? (
          q === '' ? (
            <EmptyState icon={MessagesSquare} title="No issues yet" action={create}>
              An issue is what positions are about: a ceasefire, foreign bases. Readers follow one
              actor’s positions on one issue over time.
            </EmptyState>
          ) : (
            <EmptyState
              icon={MessagesSquare}
              title="Nothing matches"
              action={<Button onClick={() => filters.set({ q: null })}>Clear the search</Button>}
            />
          )
        ) : (
          <ul aria-label="Issues" className="divide-y divide-line">
            {rows.map(({ item, depth }) => (
              <li
                key={item.id}
                className="group relative flex items-center gap-3 px-4 py-2 hover:bg-hover/60"
              >
                <span
                  className="min-w-0 flex-1"
                  style={{ paddingInlineStart: q === '' ? `${depth * 1.5}rem` : undefined }}
                >
                  <span className="flex items-center gap-1.5">
                    {depth > 0 && q === '' ? (
                      <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
                    ) : null}
                    <button
                      type="button"
                      className="min-w-0 rounded-sm text-start font-medium break-words after:absolute after:inset-0 after:content-['']"
                      onClick={() => filters.set({ open: item.id })}
                    >
                      {item.name}
                    </button>
                  </span>
                  {item.description ? (
                    <span className="line-clamp-1 text-sm text-ink-faint">{item.description}</span>
                  ) : null}
                </span>
                {mayCreate.ok ? (
                  <span className="relative opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
                    <Button
                      size="sm"
                      variant="quiet"
                      icon={Plus}
                      label={`New issue under ${item.name}`}
                      onClick={() => filters.set({ open: 'new', under: item.id })}
                    />
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Panel>
      <OpenedRecord kind="issue" opened={opened} query={record} onClose={close}>
        {(issue) => (
          <IssueDialog key={issue?.id ?? 'new'} issue={issue} parentId={under} onClose={close} />
        )}
      </OpenedRecord>
    </Page>
  );
}
