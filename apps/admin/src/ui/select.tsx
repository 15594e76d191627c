'use client';

import { Select as Base } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Field, type FieldProps } from './field.tsx';

export type SelectOption<T extends string | null> = { value: T; label: string; hint?: string };

/** One of a few. `value: null` may be an option of its own ("Any state"). */
export function Select<T extends string | null>(
  props: FieldProps & {
    value: T;
    onChange: (value: T) => void;
    options: readonly SelectOption<T>[];
    compact?: boolean;
    /** Shown while nothing is chosen. */
    placeholder?: string;
  },
) {
  const { value, onChange, options, compact, placeholder, ...field } = props;
  return (
    <Field {...field}>
      <Base.Root
        items={options as { value: T; label: string }[]}
        value={value}
        onValueChange={(next) => onChange(next as T)}
        modal={false}
      >
        <Base.Trigger
          className={classNames(
            'control flex items-center justify-between gap-2 text-start',
            compact && 'w-auto',
          )}
        >
          <Base.Value className="truncate" placeholder={placeholder} />
          <Base.Icon>
            <ChevronDown aria-hidden className="size-4 text-ink-faint" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            sideOffset={4}
            alignItemWithTrigger={false}
            className="z-60 outline-none"
          >
            <Base.Popup className="popup max-h-[min(24rem,var(--available-height))] min-w-(--anchor-width) max-w-96 overflow-y-auto p-1">
              <Base.List>
                {options.map((option) => (
                  <Base.Item key={String(option.value)} value={option.value} className="menu-item">
                    <span className="w-4 shrink-0">
                      <Base.ItemIndicator>
                        <Check aria-hidden className="size-4 text-accent" />
                      </Base.ItemIndicator>
                    </span>
                    <span className="min-w-0">
                      <Base.ItemText>{option.label}</Base.ItemText>
                      {option.hint ? (
                        <span className="block text-sm text-ink-faint">{option.hint}</span>
                      ) : null}
                    </span>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
