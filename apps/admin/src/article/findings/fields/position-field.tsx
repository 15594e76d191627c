'use client';

import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { modalities, optionsOf, polarities, registers, stances } from '../../../words.ts';
import type { FindingFieldProps } from './finding-field-props.ts';

/** What is held, and how: the proposition in one sentence with its stance. */
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
      <div className="grid grid-cols-2 gap-3">
        <div data-field="stance">
          <Select
            label="Stance"
            value={draft.stance}
            onChange={(stance) => set({ stance })}
            options={optionsOf(stances)}
            disabled={disabled}
          />
        </div>
        <Select
          label="Polarity"
          value={draft.polarity}
          onChange={(polarity) => set({ polarity })}
          options={optionsOf(polarities)}
          disabled={disabled}
        />
        <Select
          label="Modality"
          value={draft.modality}
          onChange={(modality) => set({ modality })}
          options={optionsOf(modalities)}
          disabled={disabled}
        />
        <div data-field="register">
          <Select
            label="Voiced"
            value={draft.register}
            onChange={(register) => set({ register })}
            options={optionsOf(registers)}
            disabled={disabled}
            error={errorAt('register')}
          />
        </div>
      </div>
    </div>
  );
}
