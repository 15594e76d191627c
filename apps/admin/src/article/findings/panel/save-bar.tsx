'use client';

import { Button } from '../../../ui/button.tsx';

/** The foot of a form: saves, discards, and says what saving will do. */
export function SaveBar(props: {
  dirty: boolean;
  busy: boolean;
  /** Whether conflicts have to be resolved before it can be saved. */
  undecided?: boolean;
  label: string;
  consequence?: string | null;
  onDiscard: () => void;
}) {
  if (!props.dirty && !props.busy) return null;
  return (
    <div className="sticky bottom-0 -mx-4 grid gap-2 border-t border-line bg-surface px-4 py-3">
      {props.consequence ? <p className="text-sm text-warn">{props.consequence}</p> : null}
      <div className="flex justify-end gap-2">
        <Button variant="quiet" onClick={props.onDiscard}>
          Discard
        </Button>
        <Button
          type="submit"
          variant="primary"
          busy={props.busy}
          disabled={props.undecided ?? false}
          keys="mod+enter"
        >
          {props.label}
        </Button>
      </div>
    </div>
  );
}
