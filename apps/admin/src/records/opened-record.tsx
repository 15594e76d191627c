'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isNotFound } from '../data/problem.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/**
 * The record that the address names ("?open=0190…", or "new"), over its list: its form once it is
 * here, and what is the matter where it is not.
 */
export function OpenedRecord<T extends object>(props: {
  kind: string;
  opened: string | null;
  query: UseQueryResult<T>;
  onClose: () => void;
  children: (record: T | null) => ReactNode;
}) {
  const { opened, query, kind } = props;
  if (opened === null) return null;
  if (opened === 'new') return props.children(null);
  if (query.data) return props.children(query.data);
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      title={isNotFound(query.error) ? `No such ${kind}` : 'One moment'}
      description={
        isNotFound(query.error)
          ? 'It may have been removed, or the link may be incomplete. Search for it by name.'
          : undefined
      }
    >
      {query.error && !isNotFound(query.error) ? (
        <ErrorNote error={query.error} onRetry={() => void query.refetch()} />
      ) : query.error ? null : (
        <SkeletonRows rows={3} />
      )}
    </Dialog>
  );
}
