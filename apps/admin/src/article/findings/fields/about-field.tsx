'use client';

import { Lock } from 'lucide-react';
import { TextField } from '../../../ui/text-field.tsx';
import { EntriesField } from './entry-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** What the position is about, where, and what the desk alone should know. */
export function AboutField({ draft, set, disabled, errorAt, mayCreate }: FindingFieldProps) {
  return (
    <>
      <FieldGroup legend="About" name="issueIds">
        <EntriesField
          kind="issues"
          label="Issues"
          value={draft.issueIds}
          onChange={(issueIds) => set({ issueIds })}
          create={mayCreate}
          disabled={disabled}
          error={errorAt('issueIds')}
        />
        <EntriesField
          kind="places"
          label="Places"
          optional
          value={draft.placeIds}
          onChange={(placeIds) => set({ placeIds })}
          create={mayCreate}
          disabled={disabled}
          error={errorAt('placeIds')}
        />
      </FieldGroup>
      <FieldGroup legend="Note" name="note">
        <TextField
          label={
            <span className="inline-flex items-center gap-1">
              <Lock aria-hidden className="size-3" /> For the desk only
            </span>
          }
          hint="Never published, never sent, not in the record of changes, and not kept on this device."
          rows={2}
          value={draft.note}
          onChange={(note) => set({ note })}
          maxLength={5000}
          disabled={disabled}
          error={errorAt('note')}
        />
      </FieldGroup>
    </>
  );
}
