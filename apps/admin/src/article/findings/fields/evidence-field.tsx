'use client';

import type { Evidence } from '@viewpoints/domain/findings/finding';
import { TextField } from '../../../ui/text-field.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';
import { RowsField } from './rows-field.tsx';
import { SourceField } from './source-fields.tsx';

/** Places in sources that show it, in addition to the quote or instead of it. */
export function EvidenceField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  const { evidence } = draft;
  return (
    <RowsField<{ sourceId: string | null; locator: string }>
      legend="Also shown by"
      name="locators"
      one="place"
      hint="A source with a page or place (“p. 4”), with or instead of the quote."
      rows={evidence.locators}
      most={20}
      blank={{ sourceId: null, locator: '' }}
      disabled={disabled}
      onChange={(locators) =>
        set({ evidence: { ...evidence, locators: locators as Evidence['locators'] } })
      }
      row={(row, change, index) => (
        <>
          <SourceField
            label="Source"
            value={row.sourceId}
            onChange={(sourceId) => change({ ...row, sourceId })}
            disabled={disabled}
            error={errorAt(`evidence.locators.${index}.sourceId`)}
          />
          <TextField
            label="Page or place"
            value={row.locator}
            onChange={(locator) => change({ ...row, locator })}
            placeholder="p. 4"
            maxLength={100}
            disabled={disabled}
            error={errorAt(`evidence.locators.${index}.locator`)}
          />
        </>
      )}
    />
  );
}
