'use client';

import type { Outputs } from '@viewpoints/client';
import { useEffect, useRef } from 'react';

type Preview = Outputs['editor']['findings']['previewMany'][number];
type Shown = NonNullable<Preview['before']>;

/** The result of a change for each finding, in the public wording. */
export function ChangePreview({ preview }: { preview: readonly Preview[] }) {
  const list = useRef<HTMLUListElement>(null);
  // The pressed button is gone. A second press of the same key must not change anything unread.
  useEffect(() => list.current?.focus(), []);
  return (
    <ul ref={list} tabIndex={-1} aria-label="Preview" className="grid gap-3 outline-none">
      {preview.map((each) => (
        <li key={each.id} className="grid gap-2 rounded-md bg-sunken p-3">
          <p className="font-medium break-words" dir="auto">
            {each.number}. {each.proposition}
          </p>
          {each.reasons.length > 0 ? (
            <ul>
              {each.reasons.map(({ code, message }) => (
                <li key={code} className="text-danger">
                  {message}
                </li>
              ))}
            </ul>
          ) : (
            <div className="grid gap-3 min-[480px]:grid-cols-2">
              <Readers title="Readers see now" shown={each.before} />
              <Readers title="Readers will see" shown={each.after} />
            </div>
          )}
          {each.voids ? <p className="text-sm text-warn">It has to be verified again.</p> : null}
        </li>
      ))}
    </ul>
  );
}

function Readers({ title, shown }: { title: string; shown: Shown | null }) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <p className="text-sm text-ink-soft">{title}</p>
      {shown?.holders.map((holder) => (
        <p key={holder} className="break-words" dir="auto">
          {holder}
        </p>
      ))}
      {shown?.source ? (
        <p className="break-words" dir="auto">
          {shown.source.wording} <span className="text-ink-soft">({shown.source.termsLabel})</span>
        </p>
      ) : (
        shown?.reasons.map(({ message }) => (
          <p key={message} className="text-danger">
            {message}
          </p>
        ))
      )}
    </div>
  );
}
