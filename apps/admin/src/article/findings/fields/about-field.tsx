'use client';

import { kinds } from '@viewpoints/domain/kinds/kinds';
import { listedKinds } from '@viewpoints/domain/kinds/listed-kinds';
import { EntriesField } from './entry-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

/** What the position is about: issues, which a finding should have, places and what else it may list. */
export function AboutField({ draft, set, disabled, errorAt, mayCreate }: FindingFieldProps) {
  return (
    <FieldGroup legend="About" name="issueIds">
      {listedKinds.map(({ kind, plural, field }) => (
        <EntriesField
          key={field}
          kind={plural}
          label={kinds[kind].label.many}
          optional={kind !== 'issue'}
          value={draft[field]}
          onChange={(ids) => set({ [field]: ids })}
          create={mayCreate}
          disabled={disabled}
          error={errorAt(field)}
        />
      ))}
    </FieldGroup>
  );
}
