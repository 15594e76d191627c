'use client';

import { Combobox as Base } from '@base-ui/react/combobox';
import { Check, ChevronDown, Plus, X } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import { Spinner } from './spinner.tsx';
import { type Option, useOptions } from './use-options.ts';

export type { Option } from './use-options.ts';

type Shared = FieldProps & {
  /** Returns options that match what is typed; for an empty text the likeliest. */
  search: (text: string) => Promise<readonly Option[]>;
  /** Makes a new one from what is typed, where the person may; null if it came to nothing. */
  onCreate?: ((text: string) => Promise<Option | null>) | undefined;
  /** The label of the offer to create; `Create “{text}”` by default. */
  createLabel?: (text: string) => string;
  placeholder?: string;
};

const same = (a: Option, b: Option) => a.id === b.id;
const label = (option: Option) => option.label;

/** One of many, found by typing; `value` includes its label, so that it shows without a request. */
export function Combobox(
  props: Shared & { value: Option | null; onChange: (value: Option | null) => void },
) {
  const { value, onChange, search, onCreate, createLabel, placeholder, ...field } = props;
  const [open, setOpen] = useState(false);
  const options = useOptions({ search, open, selected: value?.label ?? '', onCreate, createLabel });
  return (
    <Field {...field}>
      <Base.Root<Option>
        items={options.items}
        filter={null}
        value={value}
        inputValue={options.text}
        onInputValueChange={options.setText}
        onOpenChange={setOpen}
        isItemEqualToValue={same}
        itemToStringLabel={label}
        autoHighlight
        onValueChange={(next) => {
          if (next && options.isCreate(next))
            void options.create().then((made) => made && onChange(made));
          else onChange(next);
        }}
      >
        <Base.InputGroup className="control flex items-center gap-1 py-0 pe-1">
          <Base.Input
            placeholder={placeholder}
            className="min-w-0 flex-1 bg-transparent py-1.5 outline-none"
            dir="auto"
          />
          {options.busy ? <Spinner className="text-ink-faint" /> : null}
          {value ? (
            <Base.Clear aria-label="Clear" className="rounded-sm p-1 text-ink-faint hover:text-ink">
              <X aria-hidden className="size-3.5" />
            </Base.Clear>
          ) : null}
          <Base.Trigger
            aria-label="Show options"
            className="rounded-sm p-1 text-ink-faint hover:text-ink"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Base.Trigger>
        </Base.InputGroup>
        <OptionList empty={options.empty} isCreate={options.isCreate} />
      </Base.Root>
    </Field>
  );
}

/** Several of many, in the order chosen and shown as chips. */
export function MultiCombobox(
  props: Shared & { value: readonly Option[]; onChange: (value: Option[]) => void },
) {
  const { value, onChange, search, onCreate, createLabel, placeholder, ...field } = props;
  const [open, setOpen] = useState(false);
  const options = useOptions({ search, open, selected: null, onCreate, createLabel });
  const hint = useId();
  return (
    <Field {...field}>
      <Base.Root<Option, true>
        multiple
        items={options.items}
        filter={null}
        value={[...value]}
        inputValue={options.text}
        onInputValueChange={options.setText}
        onOpenChange={setOpen}
        isItemEqualToValue={same}
        itemToStringLabel={label}
        autoHighlight
        onValueChange={(next) => {
          if (next.some(options.isCreate)) {
            void options.create().then((made) => made && onChange([...value, made]));
          } else {
            onChange(next);
          }
          options.setText('');
        }}
      >
        <Base.InputGroup className="control flex flex-wrap items-center gap-1 py-1">
          <Base.Chips className="contents">
            {value.map((option) => (
              <Base.Chip
                key={option.id}
                aria-label={option.label}
                className="flex min-h-6 max-w-full items-center gap-0.5 rounded-sm bg-accent-soft ps-1.5 text-sm outline-none data-highlighted:ring-2 data-highlighted:ring-accent"
              >
                <span className="truncate" dir="auto">
                  {option.label}
                </span>
                <Base.ChipRemove
                  aria-label={`Remove ${option.label}`}
                  className="rounded-sm p-1 text-ink-soft hover:text-ink"
                >
                  <X aria-hidden className="size-3" />
                </Base.ChipRemove>
              </Base.Chip>
            ))}
            <Base.Input
              placeholder={value.length === 0 ? placeholder : ''}
              aria-describedby={value.length > 0 ? hint : undefined}
              className="h-6 min-w-16 flex-1 bg-transparent outline-none"
              dir="auto"
            />
          </Base.Chips>
          {options.busy ? <Spinner className="text-ink-faint" /> : null}
        </Base.InputGroup>
        <span id={hint} className="sr-only">
          {value.length} chosen. Press Backspace in the empty field to remove the last.
        </span>
        <OptionList empty={options.empty} isCreate={options.isCreate} />
      </Base.Root>
    </Field>
  );
}

function OptionList(props: { empty: ReactNode; isCreate: (option: Option) => boolean }) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} className="z-60 outline-none">
        <Base.Popup className="popup max-h-[min(20rem,var(--available-height))] w-(--anchor-width) min-w-56 max-w-(--available-width) overflow-y-auto p-1">
          <Base.Empty className="text-sm text-ink-faint not-empty:p-2">{props.empty}</Base.Empty>
          <Base.List>
            {(option: Option) => (
              <Base.Item key={option.id} value={option} className="menu-item">
                <span className="w-4 shrink-0 text-accent">
                  {props.isCreate(option) ? (
                    <Plus aria-hidden className="size-4" />
                  ) : (
                    <Base.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Base.ItemIndicator>
                  )}
                </span>
                <span className="min-w-0">
                  <span className="block truncate" dir="auto">
                    {option.label}
                  </span>
                  {option.hint ? (
                    <span className="block truncate text-sm text-ink-faint">{option.hint}</span>
                  ) : null}
                </span>
              </Base.Item>
            )}
          </Base.List>
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}
