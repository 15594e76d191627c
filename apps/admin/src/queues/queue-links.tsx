'use client';

import { type Queue, queues } from '@viewpoints/domain/desk/queues';
import Link from 'next/link';
import { classNames } from '../ui/class-names.ts';
import { queueWords } from './queue-labels.ts';

/** The queues with how much is in each; one that is being looked at is marked. */
export function QueueLinks(props: {
  counts: Record<Queue, number> | undefined;
  here?: Queue;
  /** What the counts are narrowed by, as in an address: the other queues are narrowed as well. */
  filter?: Record<string, string>;
}) {
  return (
    <nav aria-label="Queues">
      <ul className="flex flex-wrap gap-1.5">
        {queues.map((queue) => {
          const here = queue === props.here;
          const count = props.counts?.[queue];
          return (
            <li key={queue}>
              <Link
                href={`/queues?${new URLSearchParams({ queue, ...props.filter })}`}
                aria-current={here ? 'page' : undefined}
                className={classNames(
                  'flex h-8 items-center gap-2 rounded-md border px-2.5 pointer-coarse:h-11',
                  here
                    ? 'border-transparent bg-accent-soft font-medium text-accent-strong'
                    : 'border-line bg-surface text-ink-soft hover:bg-hover hover:text-ink',
                )}
              >
                {queueWords[queue].label}
                {count === undefined ? null : (
                  <span className={count > 0 && !here ? 'font-medium text-ink' : undefined}>
                    {count.toLocaleString('en-GB')}
                  </span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
