'use client';

import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import type { Reason } from '@viewpoints/domain/refusal';
import { CircleAlert, TriangleAlert } from 'lucide-react';
import { type Alarm, alarmOf } from '../../protection/answer-alarm-dialog.tsx';
import { FoundWords } from '../../protection/found-words.tsx';
import { type ReasonTarget, targetLabel, targetOf } from './reason-target.ts';

/** Every reason, each with a link to what it is about. */
export function ReasonsList(props: {
  label: string;
  reasons: readonly Reason[];
  tone: 'refused' | 'warned';
  /** What the reasons are about; an article by default. */
  kind?: ArticleKind;
  numberOf: (id: string) => number | null;
  onGo: (place: ReasonTarget) => void;
  /** Given, an alarm about a protected name can be answered: that it means something else. */
  onAnswer?: (alarm: Alarm) => void;
  /** The text of every link, if the list is already at the place. */
  linkText?: string;
}) {
  const Icon = props.tone === 'refused' ? CircleAlert : TriangleAlert;
  return (
    <ul aria-label={props.label} className="grid gap-2">
      {props.reasons.map((reason) => {
        const place = targetOf(reason);
        const alarm = props.onAnswer ? alarmOf(reason) : null;
        return (
          <li
            key={`${reason.code} ${reason.at} ${reason.message} ${JSON.stringify(reason.details)}`}
            className="flex gap-2"
          >
            <Icon
              aria-hidden
              className={`mt-0.5 size-4 shrink-0 ${props.tone === 'refused' ? 'text-danger' : 'text-warn'}`}
            />
            <span className="min-w-0">
              {reason.message} {alarm ? <FoundWords context={alarm.context} /> : null}
              {place ? (
                <button
                  type="button"
                  onClick={() => props.onGo(place)}
                  className="rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong"
                >
                  {props.linkText ?? targetLabel(place, props.numberOf, props.kind)}
                </button>
              ) : null}
              {alarm ? (
                <button
                  type="button"
                  onClick={() => props.onAnswer?.(alarm)}
                  className="ms-3 rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong"
                >
                  Something else…
                </button>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
