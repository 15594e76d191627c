'use client';

import { LooseDateField } from '../../../ui/loose-date-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** The time the position speaks of, and when it was held. */
export function TimeField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  const { scope, asOf } = draft;
  const setScope = (text: string, edtf: string | null) =>
    set({ scope: text === '' && edtf === null ? null : { text, edtf } });
  return (
    <FieldGroup legend="Time" name="scope">
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField
          label="Period"
          hint="In the words used."
          value={scope?.text ?? ''}
          onChange={(text) => setScope(text, scope?.edtf ?? null)}
          placeholder="up to 2024"
          maxLength={200}
          disabled={disabled}
          error={errorAt('scope.text')}
        />
        <LooseDateField
          label="As a date"
          value={scope?.edtf ?? null}
          onChange={(edtf) => setScope(scope?.text ?? '', edtf)}
          disabled={disabled}
          error={errorAt('scope.edtf')}
        />
      </div>
      <div data-field="asOf">
        <LooseDateField
          label="Held as of"
          hint="When the holder held it; positions are ordered by this."
          value={asOf}
          onChange={(next) => set({ asOf: next })}
          disabled={disabled}
          error={errorAt('asOf')}
        />
      </div>
    </FieldGroup>
  );
}
