import type { SourceContent } from '@viewpoints/domain/sources/source';

/** A new source as it begins: on the record, since narrower terms are a choice to be made. */
export const blankSource: SourceContent = {
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
  terms: { attribution: 'on_record', disclosure: 'clear' },
  descriptor: null,
  participants: [],
  note: '',
};

/** What the fields are called, also where two versions are compared. */
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
  note: 'Note for the desk',
};
