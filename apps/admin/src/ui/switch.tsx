'use client';

import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Switch as Base } from '@base-ui/react/switch';
import { Check } from 'lucide-react';
import { type ReactNode, useId } from 'react';

type Toggle = {
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
};

/** On or off, in force at once or when the form is saved, as the form says. */
export function Switch(props: Toggle) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control has its own input. */}
      <label className="contents">
        <Base.Root
          checked={props.checked}
          onCheckedChange={props.onChange}
          disabled={props.disabled ?? false}
          aria-labelledby={`${id}-label`}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          className="relative mt-0.5 flex h-5 w-9 shrink-0 rounded-full border border-line-strong bg-sunken p-0.5 transition-colors data-checked:border-transparent data-checked:bg-accent"
        >
          <Base.Thumb className="aspect-square h-full rounded-full bg-line-strong transition-transform data-checked:translate-x-4 data-checked:bg-accent-ink" />
        </Base.Root>
        <span id={`${id}-label`} className="font-medium">
          {props.label}
        </span>
      </label>
      {props.hint ? (
        <span id={`${id}-hint`} className="col-start-2 text-sm text-ink-soft">
          {props.hint}
        </span>
      ) : null}
    </div>
  );
}

/** One of several that may be chosen together. */
export function Checkbox(props: Toggle) {
  const id = useId();
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-2.5">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control has its own input. */}
      <label className="contents">
        <BaseCheckbox.Root
          checked={props.checked}
          onCheckedChange={props.onChange}
          disabled={props.disabled ?? false}
          aria-labelledby={`${id}-label`}
          aria-describedby={props.hint ? `${id}-hint` : undefined}
          className="mt-0.5 grid size-4.5 shrink-0 place-items-center rounded-sm border border-line-strong bg-surface data-checked:border-transparent data-checked:bg-accent data-checked:text-accent-ink"
        >
          <BaseCheckbox.Indicator>
            <Check aria-hidden className="size-3.5" strokeWidth={3} />
          </BaseCheckbox.Indicator>
        </BaseCheckbox.Root>
        <span id={`${id}-label`}>{props.label}</span>
      </label>
      {props.hint ? (
        <span id={`${id}-hint`} className="col-start-2 text-sm text-ink-faint">
          {props.hint}
        </span>
      ) : null}
    </div>
  );
}
