'use client';

import type { CommentTarget } from '@viewpoints/domain/comments/comment';
import { counted } from '@viewpoints/domain/text/counted';
import { MessageSquare } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { useCommenting } from './use-article-comments.ts';

/** Begins a thread on a field or a finding; where there are open ones, shows them and how many. */
export function CommentButton(props: {
  on: Exclude<CommentTarget, { kind: 'words' }>;
  /** The target of the comment, in the sentence "Comment on the headline". */
  what: string;
  /** Only where there are open ones. */
  onlyOpen?: boolean;
  className?: string;
}) {
  const { on, what } = props;
  const commenting = useCommenting();
  if (commenting === null) return null;
  const there = commenting.open.filter(({ on: each }) =>
    on.kind === 'field'
      ? each.kind === 'field' && each.field === on.field
      : each.kind === 'finding' && each.findingId === on.findingId,
  );
  const [first] = there;
  if (first === undefined && (props.onlyOpen || !commenting.mayComment)) return null;
  const label =
    first === undefined
      ? `Comment on ${what}`
      : `${counted(there.length, 'open comment')} on ${what}`;
  return (
    <Button
      size={first === undefined ? 'icon' : 'sm'}
      variant="quiet"
      icon={MessageSquare}
      label={label}
      {...(first !== undefined ? {} : props.className ? { className: props.className } : {})}
      onClick={() =>
        first === undefined ? commenting.start(on) : commenting.show(first.id, { focus: true })
      }
    >
      {first === undefined ? undefined : there.length}
    </Button>
  );
}
