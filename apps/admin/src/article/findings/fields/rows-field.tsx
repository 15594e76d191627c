'use client';

import { Plus, Trash2 } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { FieldGroup } from './field-group.tsx';

/** Any number of the same thing: holders, conditions, places in a source. */
export function RowsField<T>(props: {
  legend: string;
  name: string;
  hint?: string;
  /** "holder", for the buttons. */
  one: string;
  rows: readonly T[];
  most: number;
  blank: T;
  disabled: boolean;
  onChange: (rows: T[]) => void;
  row: (row: T, change: (row: T) => void, index: number) => ReactNode;
}) {
  const { rows, onChange } = props;
  const list = useRef<HTMLDivElement>(null);
  const goTo = useRef<number | null>(null);

  // A new row gets the focus; after a removal the focus stays nearby.
  useEffect(() => {
    if (goTo.current === null) return;
    const row = list.current?.children[Math.min(goTo.current, rows.length - 1)];
    const group = list.current?.closest('fieldset');
    // The words come first, not the choice of their kind: most rows stay at their first kind.
    const within = row ?? group;
    const words = within?.querySelector<HTMLElement>(':is(input, textarea):not([aria-hidden])');
    (words ?? within?.querySelector<HTMLElement>('button'))?.focus();
    goTo.current = null;
  }, [rows.length]);

  return (
    <FieldGroup
      legend={props.legend}
      name={props.name}
      hint={rows.length === 0 ? props.hint : undefined}
      action={
        props.disabled || rows.length >= props.most ? null : (
          <Button
            size="sm"
            variant="quiet"
            icon={Plus}
            onClick={() => {
              goTo.current = rows.length;
              onChange([...rows, props.blank]);
            }}
          >
            Add {props.one}
          </Button>
        )
      }
    >
      <div ref={list} className="contents">
        {rows.map((row, index) => (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity; they are only added at the end.
            key={index}
            className="relative grid gap-2 rounded-md border border-line p-2.5 pe-10"
          >
            {props.row(
              row,
              (next) => onChange(rows.map((old, at) => (at === index ? next : old))),
              index,
            )}
            {props.disabled ? null : (
              <span className="absolute end-1 top-1">
                <Button
                  variant="quiet"
                  icon={Trash2}
                  label={`Remove ${props.one} ${index + 1}`}
                  onClick={() => {
                    goTo.current = index;
                    onChange(rows.filter((_, at) => at !== index));
                  }}
                />
              </span>
            )}
          </div>
        ))}
      </div>
    </FieldGroup>
  );
}
