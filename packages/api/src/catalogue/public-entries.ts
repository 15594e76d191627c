import {
  listNamedEntries,
  type NamedEntries,
  noNamedIds,
} from '@viewpoints/db/editorial/named-entries';
import {
  type CatalogueEntry,
  type PublicEntry,
  parentIdOf,
  publicEntryOf,
} from '@viewpoints/domain/articles/public-set';
import { type CatalogueKind, kinds, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import type { Command } from '../command.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Public views of entries and of those above them in their tree, as far as they are named. */
export async function listPublicEntries(
  { tx }: Pick<Command, 'tx'>,
  kind: CatalogueKind,
  id: string,
): Promise<PublicEntry[]> {
  const found = await listNamedEntries(tx, {
    ...{ ...noNamedIds, [`${kind}Ids`]: [id], articleId: nobody, sourceIds: [] },
  });
  return entriesOf(found).map((each) =>
    publicEntryOf(
      each,
      found.formerSlugs.filter(({ refId }) => refId === each.entry.id).map(({ slug }) => slug),
    ),
  );
}

/** Each with the one above it in its tree, where it is in one. */
const entriesOf = (found: NamedEntries): CatalogueEntry[] =>
  kindsWhere('entry', 'catalogue').flatMap((kind) => {
    const entries = found[kinds[kind].plural];
    return entries.map((entry) => {
      const parent = entries.find(({ id }) => id === parentIdOf(entry)) ?? null;
      return { kind, entry, parent } as CatalogueEntry;
    });
  });
