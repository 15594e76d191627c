'use client';

import type { Holder } from '@viewpoints/domain/findings/finding';
import { bases } from '../../../form-labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { EntryField } from './entry-field.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';
import { RowsField } from './rows-field.tsx';

const blank: Holder = { actorId: null, wording: null, basis: 'direct' };

/** Who holds the position: an actor, the wording used, or both. */
export function HoldersField({ draft, set, disabled, errorAt, mayCreate }: FindingFieldProps) {
  return (
    <RowsField
      legend="Holders"
      name="holders"
      one="holder"
      hint="Whose position is it? An actor, the words used for them, or both."
      rows={draft.holders}
      most={20}
      blank={blank}
      disabled={disabled}
      onChange={(holders) => set({ holders })}
      row={(holder, change, index) => (
        <>
          <EntryField
            kind="actors"
            label="Actor"
            value={holder.actorId}
            onChange={(actorId) => change({ ...holder, actorId })}
            create={mayCreate}
            disabled={disabled}
            placeholder="Search by name"
            error={errorAt(`holders.${index}.actorId`)}
          />
          <TextField
            label="Wording used"
            value={holder.wording ?? ''}
            onChange={(wording) => change({ ...holder, wording: wording === '' ? null : wording })}
            placeholder="the leadership and its base"
            maxLength={200}
            disabled={disabled}
            error={errorAt(`holders.${index}.wording`)}
          />
          <Select
            label="Basis"
            value={holder.basis}
            onChange={(basis) => change({ ...holder, basis })}
            options={optionsOf(bases)}
            disabled={disabled}
          />
        </>
      )}
    />
  );
}
