'use client';

import type { Part } from '@viewpoints/domain/series/series';
import { useRef } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { TextField } from '../../ui/text-field.tsx';
import { EntryField } from '../findings/fields/entry-field.tsx';

/** The series of the article, and its part. */
export function SeriesField(props: {
  value: Part | null;
  onChange: (part: Part | null) => void;
  disabled: boolean;
  mayCreate: boolean;
  error: string | null;
}) {
  const { value, onChange } = props;
  const chosen = useRef<string | null>(null);
  const choose = async (seriesId: string | null) => {
    chosen.current = seriesId;
    if (seriesId === null) return onChange(null);
    // If the request fails, the user sets the number, which is next to the name.
    const part = await viewpoints.editor.series.get.query({ id: seriesId }).then(
      ({ nextPart }) => nextPart,
      () => 1,
    );
    if (chosen.current === seriesId) onChange({ seriesId, part });
  };
  return (
    <div className="flex items-start gap-3">
      <EntryField
        className="flex-1"
        kind="series"
        label="Series"
        optional
        placeholder="Search by name"
        value={value?.seriesId ?? null}
        onChange={(seriesId) => void choose(seriesId)}
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
