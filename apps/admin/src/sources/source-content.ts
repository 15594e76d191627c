import type { AttributionTerms, Participant, Terms } from '@viewpoints/domain/attribution/terms';
import type { SourceContent, SourceKind } from '@viewpoints/domain/sources/source';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { sourceKinds } from '../form-labels.ts';

/** A source as it is entered: its terms are chosen by the user, without a default. */
export type SourceDraft = Omit<SourceContent, 'terms'> & {
  terms: { [Axis in keyof Terms]: Terms[Axis] | null };
};

export const blankSource: SourceDraft = {
  slug: '',
  kind: 'report',
  title: '',
  publisher: null,
  authors: [],
  url: null,
  archiveUrl: null,
  issued: null,
  released: null,
  csl: null,
  terms: { attribution: null, disclosure: null },
  descriptor: null,
  participants: [],
  note: '',
};

/** Whether terms let nobody be named, so that a participant has to be entered. */
export const protectsParticipants = (attribution: AttributionTerms | null): boolean =>
  attribution !== null && attribution !== 'on_record';

/** The labels of the fields, also for comparing two versions. */
export const sourceLabels: Record<keyof SourceContent, string> = {
  slug: 'Address',
  kind: 'Kind',
  title: 'Title',
  publisher: 'Publisher',
  authors: 'Authors',
  url: 'Web address',
  archiveUrl: 'Archived copy',
  issued: 'Dated',
  released: 'Public since',
  csl: 'Citation data',
  terms: 'Terms',
  descriptor: 'Public descriptor',
  participants: 'Who took part',
  note: 'Desk note',
};

/** A field as one reads it: "Ilya Soren (Delta Navigation Board), Mira Hale", or "nothing". */
export function fieldInWords(source: SourceContent, field: keyof SourceContent): string {
  if (field === 'participants')
    return source.participants.map(participantInWords).join('; ') || 'nobody';
  const value = source[field];
  if (field === 'issued' || field === 'released')
    return value === null ? 'nothing' : looseDateInWords(String(value), 'en');
  if (Array.isArray(value)) return value.join(', ') || 'nobody';
  return typeof value === 'string' && value !== '' ? value : 'nothing';
}

const participantInWords = ({ name, affiliation, alsoProtected }: Participant): string =>
  [name, affiliation, ...alsoProtected].filter(Boolean).join(', ');

/** The hint that distinguishes sources of one title in a list: "Report, May 2031". */
export const sourceHint = (kind: SourceKind, issued: string | null): string =>
  [sourceKinds[kind], issued && looseDateInWords(issued, 'en')].filter(Boolean).join(', ');
