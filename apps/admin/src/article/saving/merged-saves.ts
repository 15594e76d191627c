import type { Outputs } from '@viewpoints/client';
import { toast } from '../../ui/toast.ts';
import { type ArticleField, fieldNames } from './content-of.ts';

type OtherSave = Outputs['editor']['articles']['save']['merged'][number];

/** Text written while a save was under way overlaps with what the save was merged with. */
export class OverlapError extends Error {
  override name = 'OverlapError';
  /** Who saved it, in sentences. */
  readonly who: string[];

  constructor(who: string[]) {
    super('the same words were changed elsewhere');
    this.who = who;
  }
}

/** Who saved what, as the API says it where it refuses to merge. */
export const sentenceOf = ({ by, fields }: OtherSave): string =>
  `${by.name} changed ${listOf(fields as ArticleField[], 'the ')}.`;

/** Shows which fields others have changed. Shows nothing if there are none. */
export function showMergedNotice(fields: readonly ArticleField[], who: readonly string[]): void {
  if (fields.length === 0) return;
  toast.info(`Changes merged: ${listOf(fields)}`, {
    description: who.join(' ') || 'It was changed elsewhere. Nothing you wrote was touched.',
  });
}

/** How many suggestions a save removed, in a sentence. */
export const suggestionsRemoved = (count: number): string =>
  count === 1
    ? '1 suggestion was removed with the words it was about.'
    : `${count} suggestions were removed with the words they were about.`;

const listOf = (fields: readonly ArticleField[], article = ''): string =>
  new Intl.ListFormat('en-GB').format(
    fields.map((field) => article + fieldNames[field].toLowerCase()),
  );
