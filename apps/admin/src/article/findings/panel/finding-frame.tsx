'use client';

import { ArrowLeft } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button } from '../../../ui/button.tsx';

/** Takes the focus when a finding opens. */
export const FINDING_HEADING = 'finding-heading';

/** The form around one finding: its heading, the way back, and ⌘Enter to save. */
export function FindingFrame(props: {
  title: string;
  badge?: ReactNode;
  onBack: () => void;
  onSave: () => void;
  ref?: Ref<HTMLFormElement>;
  children: ReactNode;
}) {
  return (
    <form
      ref={props.ref}
      aria-label={props.title}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog's form bubbles here through React, though it is elsewhere in the page.
        if (event.target === event.currentTarget) props.onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // A dialog over the form, a new source for instance, has an Enter of its own.
        if (dialogOf(event.target) !== dialogOf(event.currentTarget)) return;
        if (!(event.metaKey || event.ctrlKey)) {
          // In one field of many, Enter is not yet the end of it.
          if (event.target instanceof HTMLInputElement) event.preventDefault();
          return;
        }
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      <div className="flex items-center gap-2">
        <Button
          size="icon"
          variant="quiet"
          icon={ArrowLeft}
          label="All findings"
          onClick={props.onBack}
        />
        <h2 id={FINDING_HEADING} tabIndex={-1} className="flex-1 text-lg font-semibold">
          {props.title}
        </h2>
        {props.badge}
      </div>
      {props.children}
    </form>
  );
}

const dialogOf = (element: EventTarget) =>
  element instanceof Element ? element.closest('[role="dialog"]') : null;
