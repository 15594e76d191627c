'use client';

import { disclosures } from '../form-labels.ts';
import { terms as termWords } from '../labels.ts';
import { optionsOf } from '../options-of.ts';
import type { RecordForm } from '../records/use-record-form.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type SourceDraft, sourceLabels } from './source-content.ts';

/** The terms: how it may be attributed, how far the text may travel, and in whose words. */
export function TermsFields(props: { form: RecordForm<SourceDraft>; locked?: boolean }) {
  const { draft, set, fieldError } = props.form;
  const { attribution, disclosure } = draft.terms;
  const unnamed = attribution === 'background' || attribution === 'chatham_house';
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Attribution"
          value={attribution}
          placeholder="Choose the terms"
          disabled={props.locked}
          onChange={(chosen) => set('terms', { ...draft.terms, attribution: chosen })}
          options={optionsOf(termWords)}
          hint={
            attribution ? termWords[attribution].hint : 'What may be said of where it came from.'
          }
          error={
            attribution === null && fieldError('terms.attribution')
              ? 'Choose the terms it was given on.'
              : (fieldError('terms.attribution') ?? fieldError('terms'))
          }
        />
        <Select
          label="Disclosure"
          value={disclosure}
          placeholder="Choose how far"
          disabled={props.locked}
          onChange={(chosen) => set('terms', { ...draft.terms, disclosure: chosen })}
          options={optionsOf(disclosures)}
          hint={disclosure ? disclosures[disclosure].hint : 'How far the text may travel.'}
          error={
            disclosure === null && fieldError('terms.disclosure')
              ? 'Choose how far it may travel.'
              : fieldError('terms.disclosure')
          }
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
