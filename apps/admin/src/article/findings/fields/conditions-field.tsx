'use client';

import type { Condition } from '@viewpoints/domain/findings/finding-fields';
import { conditionKinds } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';
import { RowsField } from './rows-field.tsx';

const blank: Condition = { kind: 'if', text: '' };

/** The conditions of the position. */
export function ConditionsField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  return (
    <RowsField
      legend="Conditions"
      name="conditions"
      one="condition"
      hint={draft.stance === 'accepts_if' ? 'Say on what condition it is accepted.' : ''}
      rows={draft.conditions}
      most={20}
      blank={blank}
      disabled={disabled}
      onChange={(conditions) => set({ conditions })}
      row={(condition, change, index) => (
        <div className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-2">
          <Select
            label={`Kind of condition ${index + 1}`}
            labelHidden
            value={condition.kind}
            onChange={(kind) => change({ ...condition, kind })}
            options={optionsOf(conditionKinds)}
            disabled={disabled}
          />
          <TextField
            label={`Condition ${index + 1}`}
            labelHidden
            rows={1}
            value={condition.text}
            onChange={(text) => change({ ...condition, text })}
            maxLength={500}
            disabled={disabled}
            error={errorAt(`conditions.${index}.text`)}
          />
        </div>
      )}
    />
  );
}
