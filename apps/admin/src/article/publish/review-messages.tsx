'use client';

import type { LineKind } from '@viewpoints/domain/articles/assignment';
import { Time } from '../../ui/time.tsx';
import type { ArticleScreenData } from '../article-data.ts';

const kinds: Record<LineKind, string> = {
  changes: 'requested changes',
  submission: 'submitted it',
  hand_over: 'handed it over',
};

/** Lines written when the article was submitted, reassigned or sent back, newest first. */
export function ReviewMessages({ comments }: Pick<ArticleScreenData, 'comments'>) {
  if (comments.length === 0) return null;
  return (
    <section className="grid gap-2 rounded-md bg-sunken p-3">
      <h3 className="text-sm font-semibold">
        {comments.every(({ kind }) => kind === 'changes') ? 'Requested changes' : 'Messages'}
      </h3>
      <ul className="grid gap-3">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p className="break-words whitespace-pre-line" dir="auto">
              {comment.text}
            </p>
            <p className="text-sm text-ink-faint">
              {comment.by.name} {kinds[comment.kind]}, <Time at={comment.at} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
