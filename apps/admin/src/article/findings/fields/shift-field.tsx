'use client';

import type { JudgedShiftKind } from '@viewpoints/domain/positions/shift-kind';
import { shiftLabels } from '@viewpoints/domain/positions/shift-labels';
import { optionsOf } from '../../../options-of.ts';
import { Select, type SelectOption } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

const { reaffirmation: _, ...judged } = shiftLabels;
const kinds: SelectOption<JudgedShiftKind | null>[] = [
  { value: null, label: 'By its stance' },
  ...optionsOf<JudgedShiftKind>(judged),
];

/** How it differs from the finding that it replaces, where the journal judges that itself, and why. */
export function ShiftField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  const { shift } = draft;
  return (
    <FieldGroup legend="Change" name="shift">
      <div data-field="shift">
        <Select
          label="Change"
          hint="From the finding that it replaces. It follows from stance and conditions, unless you say otherwise."
          value={shift?.kind ?? null}
          onChange={(kind) =>
            set({ shift: kind === null ? null : { kind, reason: shift?.reason ?? '' } })
          }
          options={kinds}
          disabled={disabled}
          error={errorAt('shift')}
        />
      </div>
      {shift ? (
        <TextField
          label="Reason"
          hint="Why it is one. Readers see it."
          required
          rows={2}
          maxLength={300}
          dir="auto"
          value={shift.reason}
          onChange={(reason) => set({ shift: { ...shift, reason } })}
          disabled={disabled}
          error={errorAt('shift.reason')}
        />
      ) : null}
    </FieldGroup>
  );
}
