'use client';

import type { CommentedField } from '@viewpoints/domain/comments/comment';
import type { ReactNode } from 'react';
import { CommentButton } from './comment-button.tsx';
import { labelOfField } from './target-labels.ts';

/** A field that can be commented on: in its corner is how many open comments it has, or a way to begin one. */
export function CommentableField(props: { field: CommentedField; children: ReactNode }) {
  const { field } = props;
  return (
    <div data-field={field} className="group relative min-w-0">
      {props.children}
      <div className="absolute end-0 -top-2">
        <CommentButton
          on={{ kind: 'field', field }}
          what={`the ${labelOfField(field).toLowerCase()}`}
          className="opacity-0 max-md:hidden group-focus-within:opacity-100 group-hover:opacity-100"
        />
      </div>
    </div>
  );
}
