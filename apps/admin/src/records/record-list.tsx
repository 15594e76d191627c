'use client';

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Pages } from '../data/use-pages.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { List } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';

/**
 * A list read page by page in all its states: loading, failed, empty, empty for this filter,
 * filled, and going on.
 */
export function RecordList<T extends { id: string }>(props: {
  label: string;
  pages: Pages<T>;
  row: (item: T) => ReactNode;
  filtered: boolean;
  onClear: () => void;
  icon: LucideIcon;
  empty: { title: string; text: ReactNode; action?: ReactNode };
}) {
  const { pages } = props;
  return (
    <Panel className={pages.isPlaceholderData ? 'opacity-60 transition-opacity' : ''}>
      <KeepFocus>
        {pages.error && pages.items.length === 0 ? (
          <div className="p-4">
            <ErrorNote
              error={pages.error}
              onRetry={() => void pages.refetch()}
              retrying={pages.isFetching}
            />
          </div>
        ) : pages.isPending ? (
          <SkeletonRows rows={8} />
        ) : pages.items.length === 0 ? (
          props.filtered ? (
            <EmptyState
              icon={props.icon}
              title="Nothing matches"
              action={<Button onClick={props.onClear}>Clear the filters</Button>}
            >
              Try fewer words, or clear the filters to see everything.
            </EmptyState>
          ) : (
            <EmptyState icon={props.icon} title={props.empty.title} action={props.empty.action}>
              {props.empty.text}
            </EmptyState>
          )
        ) : (
          <>
            <List label={props.label}>{pages.items.map(props.row)}</List>
            {pages.hasNextPage ? (
              <div className="border-t border-line p-3 text-center">
                <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  Show more
                </Button>
              </div>
            ) : null}
            {pages.error ? (
              <div className="p-3">
                <ErrorNote error={pages.error} onRetry={() => void pages.fetchNextPage()} />
              </div>
            ) : null}
          </>
        )}
      </KeepFocus>
    </Panel>
  );
}
