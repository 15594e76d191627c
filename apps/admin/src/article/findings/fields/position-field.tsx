'use client';

import { stances } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** The position: the proposition in one sentence, with its stance. */
export function PositionField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  return (
    <div className="grid gap-3">
      <div data-field="proposition">
        <TextField
          label="Proposition"
          hint="The position in one sentence of your own."
          rows={2}
          value={draft.proposition}
          onChange={(proposition) => set({ proposition })}
          maxLength={500}
          disabled={disabled}
          error={errorAt('proposition')}
          inputClassName="font-serif text-lg"
        />
      </div>
      <div data-field="stance">
        <Select
          label="Stance"
          hint={stances[draft.stance].hint}
          value={draft.stance}
          onChange={(stance) => set({ stance })}
          options={optionsOf(stances)}
          disabled={disabled}
        />
      </div>
    </div>
  );
}
