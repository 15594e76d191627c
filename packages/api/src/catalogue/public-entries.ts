import { listNamedEntries, type NamedIds } from '@viewpoints/db/editorial/named-entries';
import {
  type CatalogueEntry,
  type PublicEntry,
  publicEntryOf,
} from '@viewpoints/domain/articles/public-set';
import type { Command } from '../command.ts';
import type { CatalogueKind } from './catalogue.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** What readers are shown of an entry, and of everything above it in its tree, where it is named. */
export async function listPublicEntries(
  { tx }: Pick<Command, 'tx'>,
  kind: CatalogueKind,
  id: string,
): Promise<PublicEntry[]> {
  const none: NamedIds = {
    ...{ actorIds: [], authorIds: [], issueIds: [], placeIds: [], seriesIds: [], topicIds: [] },
  };
  const found = await listNamedEntries(tx, {
    ...{ ...none, [idsOf[kind]]: [id], articleId: nobody, sourceIds: [] },
  });
  const entries: CatalogueEntry[] = [
    ...found.actors.map((entry) => ({
      ...{ kind: 'actor' as const, entry },
      parent: found.actors.find((each) => each.id === entry.partOfId) ?? null,
    })),
    ...found.issues.map((entry) => ({
      ...{ kind: 'issue' as const, entry },
      parent: found.issues.find((each) => each.id === entry.parentId) ?? null,
    })),
    ...found.topics.map((entry) => ({ kind: 'topic' as const, entry })),
    ...found.series.map((entry) => ({ kind: 'series' as const, entry })),
    ...found.authors.map((entry) => ({ kind: 'author' as const, entry })),
    ...found.places.map((entry) => ({ kind: 'place' as const, entry })),
  ];
  return entries.map((each) =>
    publicEntryOf(
      each,
      found.formerSlugs.filter(({ refId }) => refId === each.entry.id).map(({ slug }) => slug),
    ),
  );
}

const idsOf = {
  actor: 'actorIds',
  issue: 'issueIds',
  topic: 'topicIds',
  series: 'seriesIds',
  author: 'authorIds',
  place: 'placeIds',
} as const satisfies Record<CatalogueKind, keyof NamedIds>;
