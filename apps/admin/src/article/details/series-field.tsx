'use client';

import type { Part } from '@viewpoints/domain/series/series';
import { TextField } from '../../ui/text-field.tsx';
import { EntryField } from '../findings/fields/entry-field.tsx';

/** Which part of which series it is. */
export function SeriesField(props: {
  value: Part | null;
  onChange: (part: Part | null) => void;
  disabled: boolean;
  mayCreate: boolean;
  error: string | null;
}) {
  const { value, onChange } = props;
  return (
    <div className="flex items-start gap-3">
      <EntryField
        className="flex-1"
        kind="series"
        label="Series"
        optional
        placeholder="Search by name"
        value={value?.seriesId ?? null}
        onChange={(seriesId) =>
          onChange(seriesId === null ? null : { seriesId, part: value?.part ?? 1 })
        }
        create={props.mayCreate}
        disabled={props.disabled}
        error={props.error}
      />
      {value === null ? null : (
        <TextField
          className="w-20"
          label="Part"
          type="number"
          value={value.part === 0 ? '' : String(value.part)}
          onChange={(typed) =>
            onChange({ ...value, part: /^\d{1,4}$/.test(typed) ? Number(typed) : 0 })
          }
          disabled={props.disabled}
        />
      )}
    </div>
  );
}
