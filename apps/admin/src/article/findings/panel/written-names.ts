import { fieldNames } from '@viewpoints/domain/findings/finding-authors';
import type { WrittenFindingField } from '@viewpoints/domain/findings/merge-finding';

const names: Record<WrittenFindingField, string> = {
  ...fieldNames,
  note: 'the note',
  reviewBy: 'the day to review it',
};

/** Fields of a finding in a sentence. */
export const writtenNames = (fields: readonly WrittenFindingField[]): string =>
  new Intl.ListFormat('en-GB').format(fields.map((field) => names[field]));
