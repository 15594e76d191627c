'use client';

import { useQuery } from '@tanstack/react-query';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import type { Attribution } from '@viewpoints/domain/findings/finding';
import { Lock } from 'lucide-react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { terms } from '../../../labels.ts';
import { optionsOf } from '../../../options-of.ts';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';
import { SourceField } from './source-fields.tsx';

/** The source of the finding, and how it may be attributed in public. */
export function AttributionField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  const { attribution } = draft;
  const change = (next: Partial<Attribution>) => set({ attribution: { ...attribution, ...next } });
  const source = useQuery({
    queryKey: ['source', attribution.sourceId],
    queryFn: () => viewpoints.editor.sources.get.query({ id: attribution.sourceId ?? '' }),
    enabled: attribution.sourceId !== null,
    retry: false,
  });
  const participants = source.data?.participants ?? [];
  return (
    <FieldGroup legend="Source and terms" name="attribution">
      <SourceField
        label="Source"
        value={attribution.sourceId}
        onChange={(sourceId) => change({ sourceId, participantId: null })}
        disabled={disabled}
        placeholder="Search by title"
        error={errorAt('attribution.sourceId')}
      />
      <div data-field="attribution.terms">
        <Select<AttributionTerms | null>
          label="Terms"
          value={attribution.terms}
          onChange={(next) => change({ terms: next })}
          options={[
            {
              value: null,
              label: source.data
                ? `As the source’s: ${terms[source.data.terms.attribution].label}`
                : 'As the source’s',
            },
            ...optionsOf(terms),
          ]}
          hint="Where these and the source’s differ, the narrower hold."
          disabled={disabled}
          error={errorAt('attribution.terms')}
        />
      </div>
      <div data-field="attribution.descriptor">
        <TextField
          label="Public wording"
          hint="For a source that may not be named. Readers see exactly this."
          value={attribution.descriptor ?? ''}
          onChange={(descriptor) => change({ descriptor: descriptor === '' ? null : descriptor })}
          placeholder="a former minister"
          maxLength={200}
          disabled={disabled}
          error={errorAt('attribution.descriptor')}
        />
      </div>
      {participants.length > 0 ? (
        <Select<string | null>
          label={
            <span className="inline-flex items-center gap-1">
              Participant <Lock aria-hidden className="size-3" />
            </span>
          }
          hint="Protected: kept so that the name can be looked for before publishing, never shown."
          value={attribution.participantId}
          onChange={(participantId) => change({ participantId })}
          options={[
            { value: null, label: 'Nobody in particular' },
            ...participants.map(({ id, name, affiliation }) => ({
              value: id,
              label: name,
              hint: affiliation,
            })),
          ]}
          disabled={disabled}
          error={errorAt('attribution.participantId')}
        />
      ) : null}
    </FieldGroup>
  );
}
