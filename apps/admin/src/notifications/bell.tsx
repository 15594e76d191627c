'use client';

import { Bell as Icon } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '../ui/class-names.ts';
import { useUnread } from './use-unread.ts';

/** Leads to the notifications, and says how many are unread. */
export function Bell(props: { className?: string }) {
  const unread = useUnread();
  const label = unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`;
  return (
    <Link
      href="/notifications"
      aria-label={label}
      title={label}
      className={classNames(
        'relative grid size-8 shrink-0 place-items-center rounded-md text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-11',
        props.className,
      )}
    >
      <Icon aria-hidden className="size-4" />
      {unread > 0 ? (
        <span
          aria-hidden
          className="absolute end-0 top-0 min-w-4 rounded-full bg-accent px-1 text-center text-[0.6875rem] leading-4 font-medium text-accent-ink"
        >
          {unread > 99 ? '99+' : unread}
        </span>
      ) : null}
    </Link>
  );
}
