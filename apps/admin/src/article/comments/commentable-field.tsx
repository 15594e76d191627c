'use client';

import type { CommentedField } from '@viewpoints/domain/comments/comment';
import type { ReactNode } from 'react';
import { CommentButton } from './comment-button.tsx';
import { labelOfField } from './target-labels.ts';

/** A field that can be commented on: in its corner is how many open comments it has, where it has any. */
export function CommentableField(props: { field: CommentedField; children: ReactNode }) {
  const { field } = props;
  return (
    <div data-field={field} className="relative min-w-0">
      {props.children}
      <div className="absolute end-0 -top-2">
        <CommentButton
          on={{ kind: 'field', field }}
          what={`the ${labelOfField(field).toLowerCase()}`}
          onlyOpen
        />
      </div>
    </div>
  );
}
