'use client';

import { Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
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
            onClick={() => onChange([...rows, props.blank])}
          >
            Add {props.one}
          </Button>
        )
      }
    >
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
                onClick={() => onChange(rows.filter((_, at) => at !== index))}
              />
            </span>
          )}
        </div>
      ))}
    </FieldGroup>
  );
}
