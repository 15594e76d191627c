import type { SourceContent } from '@viewpoints/domain/sources/source';
import type { SampleSource } from './sample-content.ts';

/** CSL 1.0.2 item types (https://docs.citationstyles.org). */
const types: Record<SourceContent['kind'], string> = {
  report: 'report',
  event: 'speech',
  interview: 'interview',
  release: 'document',
  web_page: 'webpage',
};

const part = (edtf: string): number[] => edtf.split('-').map(Number);

/** An EDTF date or interval as a CSL date: one or two lists of year, month and day. */
const cslDate = (edtf: string) => ({ 'date-parts': edtf.split('/').map(part) });

/** Citation data of a source that may be named; null for every other, so that none is exported. */
export function sampleCsl(source: SampleSource): SourceContent['csl'] {
  if (source.terms.attribution !== 'on_record') return null;
  return {
    id: source.slug,
    type: types[source.kind],
    title: source.title,
    ...(source.authors ? { author: source.authors.map((literal) => ({ literal })) } : {}),
    ...(source.publisher ? { publisher: source.publisher } : {}),
    ...(source.issued ? { issued: cslDate(source.issued) } : {}),
    ...(source.url ? { URL: source.url } : {}),
  };
}
