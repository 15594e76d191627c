'use client';

import { edtfBounds } from '@viewpoints/domain/text/edtf';
import { readLooseDate } from '@viewpoints/domain/text/loose-date';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { sentence } from '@viewpoints/domain/text/sentence';
import type { FieldProps } from './field.tsx';
import { TextField } from './text-field.tsx';

/** A loose date (EDTF); its wording and the days it covers are shown as it is typed. */
export function LooseDateField(
  props: FieldProps & {
    value: string | null;
    onChange: (value: string | null) => void;
    placeholder?: string;
  },
) {
  const { value, onChange, hint, error, ...field } = props;
  const { problem } = value === null ? { problem: null } : readLooseDate(value);
  const description = value === null || problem !== null ? null : describeLooseDate(value);
  return (
    <TextField
      {...field}
      value={value ?? ''}
      onChange={(typed) => onChange(typed.trim() === '' ? null : typed.trim())}
      placeholder={props.placeholder ?? '2012-09, 2014/.., ../2024'}
      dir="ltr"
      hint={description ?? hint}
      error={problem === null ? error : sentence(problem)}
    />
  );
}

/** "About 2012: 1 Jan 2012 – 31 Dec 2012." */
export function describeLooseDate(value: string): string {
  const bounds = edtfBounds(value);
  const [from, to] = [bounds?.from ?? null, bounds?.to ?? null].map(dayOrNull);
  const days = from === to ? [from] : [from ?? 'before', to ?? 'after'];
  return sentence(`${looseDateInWords(value, 'en')}: ${days.join(' – ')}`);
}

const dayOrNull = (instant: string | null): string | null =>
  instant === null
    ? null
    : new Date(instant).toLocaleDateString('en-GB', {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      });
