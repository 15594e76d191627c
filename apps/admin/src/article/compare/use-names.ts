'use client';

import type { ArticleDifference } from '@viewpoints/domain/articles/compare-articles';
import { type EntryKind, useOptionsFor } from '../entry-lookups.ts';

/** The names of the entries in a difference, as far as this user may see them. */
export type Names = (kind: EntryKind, id: string) => string;

const kinds: readonly EntryKind[] = [
  'actors',
  'articles',
  'authors',
  'issues',
  'places',
  'series',
  'sources',
  'topics',
];

/** The fields and parts of a finding that contain ids, by name. */
const kindOfKey: Record<string, EntryKind> = {
  actorId: 'actors',
  authorIds: 'authors',
  issueIds: 'issues',
  pickIds: 'articles',
  placeIds: 'places',
  seriesId: 'series',
  sourceId: 'sources',
  sourceIds: 'sources',
  topicIds: 'topics',
  translationOf: 'articles',
};

/** The ids that a difference has of each kind of entry. */
export function idsIn({ fields, findings }: ArticleDifference): Record<EntryKind, string[]> {
  const found = new Map(kinds.map((kind) => [kind, new Set<string>()]));
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
  return Object.fromEntries(kinds.map((kind) => [kind, [...(found.get(kind) ?? [])]])) as Record<
    EntryKind,
    string[]
  >;
}

export function useNames(difference: ArticleDifference): Names {
  const ids = idsIn(difference);
  const options: Record<EntryKind, { id: string; label: string }[]> = {
    actors: useOptionsFor('actors', ids.actors),
    articles: useOptionsFor('articles', ids.articles),
    authors: useOptionsFor('authors', ids.authors),
    issues: useOptionsFor('issues', ids.issues),
    places: useOptionsFor('places', ids.places),
    series: useOptionsFor('series', ids.series),
    sources: useOptionsFor('sources', ids.sources),
    topics: useOptionsFor('topics', ids.topics),
  };
  return (kind, id) => options[kind].find((option) => option.id === id)?.label ?? '…';
}
