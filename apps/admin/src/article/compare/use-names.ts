'use client';

import type { ArticleDifference } from '@viewpoints/domain/articles/compare-articles';
import { kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { byListedField } from '@viewpoints/domain/kinds/listed-kinds';
import { type EntryKind, useOptionsOf } from '../entry-lookups.ts';

/** The names of the entries in a difference, as far as this user may see them. */
export type Names = (kind: EntryKind, id: string) => string;

const entryKinds: readonly EntryKind[] = [
  ...kindsWhere('entry', 'catalogue').map((kind) => kinds[kind].plural),
  'articles',
  'sources',
];

/** The fields and parts of a finding that contain ids, by name. */
const kindOfKey: Record<string, EntryKind> = {
  actorId: 'actors',
  authorIds: 'authors',
  pickIds: 'articles',
  seriesId: 'series',
  sourceId: 'sources',
  sourceIds: 'sources',
  topicIds: 'topics',
  translationOf: 'articles',
  ...byListedField(({ plural }) => plural),
};

/** The ids that a difference has of each kind of entry. */
export function idsIn({ fields, findings }: ArticleDifference): Record<EntryKind, string[]> {
  const found = new Map(entryKinds.map((kind) => [kind, new Set<string>()]));
  const collect = (key: string, value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) collect(key, each);
    else if (typeof value === 'string') {
      const kind = kindOfKey[key];
      if (kind !== undefined) found.get(kind)?.add(value);
    } else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) collect(name, each);
  };
  for (const { field, before, after } of fields) collect(field, [before, after]);
  for (const { part, before, after } of findings.flatMap(({ parts }) => parts))
    collect(part, [before, after]);
  return Object.fromEntries(
    entryKinds.map((kind) => [kind, [...(found.get(kind) ?? [])]]),
  ) as Record<EntryKind, string[]>;
}

export function useNames(difference: ArticleDifference): Names {
  const ids = idsIn(difference);
  const options = useOptionsOf(entryKinds.flatMap((kind) => ids[kind].map((id) => ({ kind, id }))));
  return (_, id) => options.find((option) => option.id === id)?.label ?? '…';
}
