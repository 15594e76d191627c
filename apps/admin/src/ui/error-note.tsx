'use client';

import type { Reason } from '@viewpoints/domain/refusal';
import { CircleAlert, CloudOff, RotateCw } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { type Problem, problemOf, UNREACHABLE } from '../data/problem.ts';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';

/**
 * Says what went wrong, every reason why, and the next step. `error` is anything thrown, a
 * refusal from the domain, or a problem. `linkFor` turns a reason into a link to what it is about.
 */
export function ErrorNote(props: {
  error: unknown;
  /** Replaces the problem's own title, where the place knows better what failed. */
  title?: string;
  linkFor?: (reason: Reason) => { href: string; label: string } | null;
  /** What the fields are called on this screen, where that differs. */
  labels?: Record<string, string>;
  onRetry?: (() => void) | undefined;
  retrying?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const problem = asProblem(props.error);
  const Icon = problem.code === UNREACHABLE ? CloudOff : CircleAlert;
  // One reason that only repeats the title is said once.
  const reasons = problem.reasons.filter((one) => one.message !== problem.title);
  return (
    <div
      role="alert"
      className={classNames(
        'flex gap-2.5 rounded-md border border-danger/30 bg-danger-soft px-3 py-2.5 text-ink',
        props.className,
      )}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
      <div className="min-w-0 flex-1 space-y-1">
        <p className="font-medium">{props.title ?? problem.title}</p>
        {reasons.length > 0 ? (
          <ul className={classNames('space-y-1', reasons.length > 1 && 'list-disc ps-4')}>
            {reasons.map((one) => {
              const link = props.linkFor?.(one);
              return (
                <li key={`${one.code} ${one.at} ${one.message}`} className="break-words">
                  {typeof one.details?.field === 'string' ? (
                    <span className="font-medium">
                      {props.labels?.[one.at?.split('.').at(-1) ?? ''] ?? one.details.field}:{' '}
                    </span>
                  ) : null}
                  {one.message}{' '}
                  {link ? (
                    <Link href={link.href} className="text-accent underline underline-offset-2">
                      {link.label}
                    </Link>
                  ) : null}
                </li>
              );
            })}
          </ul>
        ) : null}
        {problem.next ? <p className="text-ink-soft">{problem.next}</p> : null}
        {props.children}
        {props.onRetry ? (
          <Button
            size="sm"
            icon={RotateCw}
            busy={props.retrying ?? false}
            onClick={props.onRetry}
            className="mt-1"
          >
            Try again
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function asProblem(error: unknown): Problem {
  const refusal = error as { ok?: unknown; reasons?: Reason[] } | null;
  if (refusal && refusal.ok === false && Array.isArray(refusal.reasons)) {
    return {
      code: 'refused',
      title: 'This cannot be done yet.',
      reasons: refusal.reasons,
      next: null,
    };
  }
  return problemOf(error);
}
