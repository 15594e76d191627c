'use client';

import { Lock } from 'lucide-react';
import { DateField } from '../../../ui/date-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** Fields for the desk only. */
export function DeskField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  return (
    <FieldGroup
      legend={
        <span className="inline-flex items-center gap-1">
          <Lock aria-hidden className="size-3" /> Desk only
        </span>
      }
      name="desk"
      hint="Never published, never sent, not in the record of changes, and not kept on this device. Changing it voids no verification."
    >
      <div data-field="note">
        <TextField
          label="Note"
          rows={2}
          value={draft.note}
          onChange={(note) => set({ note })}
          maxLength={5000}
          disabled={disabled}
          error={errorAt('note')}
        />
      </div>
      <div data-field="reviewBy">
        <DateField
          label="Review by"
          hint="When to look at it again. It stays public."
          value={draft.reviewBy}
          onChange={(reviewBy) => set({ reviewBy })}
          disabled={disabled}
          error={errorAt('reviewBy')}
        />
      </div>
    </FieldGroup>
  );
}
