'use client';

import { onlineManager } from '@tanstack/react-query';
import { Check, CircleAlert, CloudOff, LoaderCircle, PencilLine } from 'lucide-react';
import type { ReactNode } from 'react';
import { problemOf } from '../../data/problem.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import { type ArticleField, fieldNames } from '../saving/content-of.ts';
import { whyWaiting } from '../saving/why-waiting.ts';
import type { ArticleSession } from './use-article-session.ts';

/** Whether everything written is safe, and where; said to screen readers as it changes. */
export function SaveStatusNote(props: { session: ArticleSession }) {
  const { status, invalid, data, autosave } = props.session;
  const { ended } = useSession();
  // Changes that cannot be saved without a session wait for one.
  const kind = ended && status.kind !== 'saved' ? 'signed_out' : status.kind;
  const left = Object.keys(invalid) as ArticleField[];
  const icon = 'size-3.5 shrink-0';
  const says: Record<typeof kind, ReactNode> = {
    saved:
      left.length > 0 ? (
        <>
          <CircleAlert aria-hidden className={`${icon} text-danger`} />
          Saved, all but: {left.map((field) => fieldNames[field].toLowerCase()).join(', ')}
        </>
      ) : (
        <>
          <Check aria-hidden className={`${icon} text-ok`} />
          <span>
            Saved{' '}
            <span className="max-sm:sr-only">
              <Time at={data.article.savedAt} />
            </span>
          </span>
        </>
      ),
    unsaved: (
      <>
        <PencilLine aria-hidden className={icon} />
        Writing…
      </>
    ),
    saving: (
      <>
        <LoaderCircle aria-hidden className={`${icon} animate-spin`} />
        Saving…
      </>
    ),
    waiting: (
      <>
        <CloudOff aria-hidden className={`${icon} text-warn`} />
        {status.kind === 'waiting' ? whyWaiting(status.error, onlineManager.isOnline()) : null}:
        kept on this device
      </>
    ),
    disconnected: (
      <>
        <CloudOff aria-hidden className={`${icon} text-warn`} />
        {onlineManager.isOnline() ? 'Connecting…' : 'Offline'}
      </>
    ),
    signed_out: (
      <>
        <CloudOff aria-hidden className={`${icon} text-warn`} />
        Signed out: kept on this device
      </>
    ),
    stale: (
      <>
        <CircleAlert aria-hidden className={`${icon} text-warn`} />
        Changed elsewhere
      </>
    ),
    outdated: (
      <>
        <CloudOff aria-hidden className={`${icon} text-warn`} />
        Out of date{status.kind === 'outdated' && status.unsaved ? ': kept on this device' : ''}
      </>
    ),
    failed: (
      <>
        <CircleAlert aria-hidden className={`${icon} text-danger`} />
        <span className="line-clamp-2 whitespace-normal">
          Not saved{status.kind === 'failed' ? `: ${whyFailed(status.error)}` : ''}
        </span>
      </>
    ),
  };
  return (
    <div className="flex items-center gap-2 text-sm text-ink-soft">
      <span
        role="status"
        data-status={kind}
        className="flex items-center gap-1.5 whitespace-nowrap"
      >
        {says[kind]}
      </span>
      {kind === 'waiting' || kind === 'disconnected' ? (
        <Button size="sm" variant="quiet" onClick={autosave.resume}>
          Try now
        </Button>
      ) : null}
    </div>
  );
}

/** The first reason: which field it is about may be on a panel that is not shown. */
function whyFailed(error: unknown): string {
  const { reasons, title } = problemOf(error);
  return reasons[0]?.message ?? title;
}
