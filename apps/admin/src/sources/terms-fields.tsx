'use client';

import type { SourceContent } from '@viewpoints/domain/sources/source';
import type { RecordForm } from '../records/use-record-form.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { disclosures, optionsOf, terms as termWords } from '../words.ts';
import { sourceLabels } from './source-content.ts';

/** What may be said of where it came from, how far the text may travel, and in whose words. */
export function TermsFields(props: { form: RecordForm<SourceContent>; locked?: boolean }) {
  const { draft, set, fieldError } = props.form;
  const { terms } = draft;
  const unnamed = terms.attribution === 'background' || terms.attribution === 'chatham_house';
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Attribution"
          value={terms.attribution}
          disabled={props.locked}
          onChange={(attribution) => set('terms', { ...terms, attribution })}
          options={optionsOf(termWords)}
          hint={termWords[terms.attribution].hint}
          error={fieldError('terms.attribution') ?? fieldError('terms')}
        />
        <Select
          label="Disclosure"
          value={terms.disclosure}
          disabled={props.locked}
          onChange={(disclosure) => set('terms', { ...terms, disclosure })}
          options={optionsOf(disclosures)}
          hint={disclosures[terms.disclosure].hint}
          error={fieldError('terms.disclosure')}
        />
      </div>
      {unnamed || draft.descriptor ? (
        <TextField
          label={sourceLabels.descriptor}
          optional
          placeholder="a former minister"
          hint="How readers are told of it, without a name or anything that leads to one."
          value={draft.descriptor ?? ''}
          onChange={(descriptor) => set('descriptor', descriptor || null)}
          error={fieldError('descriptor')}
        />
      ) : null}
    </>
  );
}
