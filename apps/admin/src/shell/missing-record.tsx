'use client';

import { isNotFound } from '../data/problem.ts';
import { ButtonLink } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';

/** In place of a record that could not be read: not there, or not reached. */
export function MissingRecord(props: {
  error: unknown;
  /** "source", "article" */
  kind: string;
  list: { href: string; label: string };
  onRetry: () => void;
}) {
  if (!isNotFound(props.error)) {
    return (
      <div className="p-6">
        <h1 className="sr-only">This {props.kind} could not be read</h1>
        <ErrorNote error={props.error} onRetry={props.onRetry} />
      </div>
    );
  }
  return (
    <EmptyState
      wholeScreen
      title={`No such ${props.kind}`}
      action={
        <ButtonLink href={props.list.href} variant="primary">
          {props.list.label}
        </ButtonLink>
      }
    >
      It may have been removed, or the link may be incomplete. Search for it by name in the list.
    </EmptyState>
  );
}
