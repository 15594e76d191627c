'use client';

import { GitCompareArrows } from 'lucide-react';
import { useState } from 'react';
import { problemOf } from '../data/problem.ts';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Dialog } from '../ui/dialog.tsx';
import { compareFields, type FieldChange } from './merge-fields.ts';
import type { RecordForm } from './use-record-form.ts';

/** Another editor saved while this form was open: who, what, and the choice to compare or to reload. */
export function ConflictNote<Content extends object>(props: {
  conflict: NonNullable<RecordForm<Content>['conflict']>;
  draft: Content;
  labels: Partial<Record<keyof Content & string, string>>;
  busy: boolean;
}) {
  const { conflict, labels } = props;
  const [comparing, setComparing] = useState(false);
  const problem = problemOf(conflict.error);
  return (
    <div role="alert" className="rounded-md border border-warn/40 bg-warn-soft px-3 py-2.5">
      <p className="font-medium">{problem.title}.</p>
      <ul className="text-ink-soft">
        {problem.reasons.map((one) => (
          <li key={one.message}>{one.message}</li>
        ))}
      </ul>
      <p className="text-ink-soft">Nothing of yours is lost: it is still in this form.</p>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button size="sm" icon={GitCompareArrows} onClick={() => setComparing(true)}>
          Compare
        </Button>
        <Button size="sm" variant="quiet" onClick={conflict.takeTheirs}>
          Take theirs
        </Button>
      </div>
      {comparing ? (
        <CompareDialog
          changes={compareFields(conflict.base, conflict.theirs, props.draft)}
          labels={labels}
          busy={props.busy}
          onClose={() => setComparing(false)}
          onSave={conflict.merge}
        />
      ) : null}
    </div>
  );
}

function CompareDialog<Content extends object>(props: {
  changes: FieldChange<Content>[];
  labels: Partial<Record<keyof Content & string, string>>;
  busy: boolean;
  onClose: () => void;
  onSave: (choices: Partial<Record<keyof Content, 'theirs' | 'mine'>>) => void;
}) {
  const [choices, setChoices] = useState<Partial<Record<keyof Content, 'theirs' | 'mine'>>>({});
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title="Compare changes"
      description="What only one of you changed is kept. Where both did, choose."
      footer={
        <>
          <Button onClick={props.onClose}>Back to form</Button>
          <Button
            variant="primary"
            busy={props.busy}
            onClick={() => {
              props.onSave(choices);
              props.onClose();
            }}
          >
            Save both
          </Button>
        </>
      }
    >
      <ul className="space-y-4">
        {props.changes.map((change) => {
          const chosen = choices[change.field] ?? 'mine';
          return (
            <li key={change.field}>
              <h3 className="mb-1 font-medium">{props.labels[change.field] ?? change.field}</h3>
              <div className="grid gap-2 sm:grid-cols-2">
                {(['theirs', 'mine'] as const).map((side) => (
                  <button
                    key={side}
                    type="button"
                    aria-pressed={change.conflict ? chosen === side : undefined}
                    disabled={!change.conflict}
                    onClick={() => setChoices({ ...choices, [change.field]: side })}
                    className={classNames(
                      'rounded-md border p-2 text-start',
                      change.conflict && chosen === side
                        ? 'border-accent bg-accent-soft'
                        : 'border-line',
                    )}
                  >
                    <span className="block text-xs text-ink-faint">
                      {side === 'theirs' ? 'Saved by them' : 'Yours'}
                    </span>
                    <span className="line-clamp-6 break-words whitespace-pre-wrap" dir="auto">
                      {shown(change[side])}
                    </span>
                  </button>
                ))}
              </div>
            </li>
          );
        })}
      </ul>
    </Dialog>
  );
}

/** A field's value for reading; structures are shown as indented text. */
function shown(value: unknown): string {
  if (value === null || value === '') return '(nothing)';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return value.length > 0 ? value.join('\n') : '(nothing)';
  return JSON.stringify(value, null, 2);
}
