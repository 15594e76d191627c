'use client';

import { modalities, polarities, registers } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LanguageField } from '../../editor/language/language-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** How the position is put: polarity, modality, register, the language it was said in, and the occasion. */
export function MannerField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  return (
    <FieldGroup legend="Manner" name="manner">
      <div className="grid grid-cols-2 gap-3">
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
        <div data-field="saidIn">
          <LanguageField
            label="Said in"
            value={draft.saidIn}
            onChange={(saidIn) => set({ saidIn })}
            disabled={disabled}
            error={errorAt('saidIn')}
          />
        </div>
        <div className="col-span-2" data-field="occasion">
          <TextField
            label="Occasion"
            hint="Where it was said: a press conference, a summit, an interview. Readers see it."
            optional
            maxLength={200}
            value={draft.occasion ?? ''}
            onChange={(occasion) => set({ occasion: occasion === '' ? null : occasion })}
            disabled={disabled}
            error={errorAt('occasion')}
          />
        </div>
      </div>
    </FieldGroup>
  );
}
