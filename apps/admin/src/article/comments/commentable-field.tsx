'use client';

import type { CommentedField } from '@viewpoints/domain/comments/comment';
import type { ReactNode } from 'react';
import { CommentButton } from './comment-button.tsx';
import { labelOfField } from './target-labels.ts';
import { useCommenting } from './use-article-comments.ts';

/** A field with a button for comments in its corner, which shows the number of open ones. */
export function CommentableField(props: { field: CommentedField; children: ReactNode }) {
  const { field } = props;
  const kind = useCommenting()?.session.data.article.kind ?? 'article';
  return (
    <div data-field={field} className="relative min-w-0">
      {props.children}
      <div className="absolute end-0 -top-2">
        <CommentButton
          on={{ kind: 'field', field }}
          what={`the ${labelOfField(field, kind).toLowerCase()}`}
          onlyOpen
        />
      </div>
    </div>
  );
}
