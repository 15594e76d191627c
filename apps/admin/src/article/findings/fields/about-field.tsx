'use client';

import { EntriesField } from './entry-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** The issues and places of the position. */
export function AboutField({ draft, set, disabled, errorAt, mayCreate }: FindingFieldProps) {
  return (
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
  );
}
