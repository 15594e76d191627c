import type { CatalogueEntries } from '@viewpoints/domain/kinds/catalogue-entries';
import {
  type CatalogueKind,
  kinds,
  kindsWhere,
  type TreeKind,
} from '@viewpoints/domain/kinds/kinds';

/** Kinds of entries in the catalogue. */
export const catalogueKinds = kindsWhere('entry', 'catalogue');

type Columns = { [K in CatalogueKind]: Record<keyof CatalogueEntries[K], string> };

const named = { id: 'id', slug: 'slug', name: 'name', save: 'save' };

/** The column, or the expression, that each field of an entry is read from. */
const columns: Columns = {
  actor: {
    ...named,
    kind: 'kind',
    aliases: 'aliases',
    partOfId: 'part_of_id',
    wikidataId: 'wikidata_id',
    description: 'description',
    note: 'note',
  },
  author: { ...named, about: 'about', sameAs: 'same_as' },
  issue: { ...named, description: 'description', parentId: 'parent_id' },
  place: {
    ...named,
    wikidataId: 'wikidata_id',
    coordinates: `CASE WHEN longitude IS NOT NULL AND latitude IS NOT NULL
                  THEN jsonb_build_array(longitude, latitude) END`,
  },
  series: { ...named, about: 'about', complete: 'complete' },
  topic: { ...named, description: 'description', position: 'position' },
};

/** An entry as JSON, from its row. */
export const entryAsJson = (kind: CatalogueKind): string =>
  `jsonb_build_object(${Object.entries(columns[kind])
    .map(([field, column]) => `'${field}', ${column}`)
    .join(', ')})`;

/** The column that leads to the entry above one in its tree. */
export const parentColumns: Readonly<Record<TreeKind, string>> = {
  actor: 'part_of_id',
  issue: 'parent_id',
};

/** The rows that say which article, or which finding of one, names an entry: by which column. */
const naming: Readonly<
  Record<
    CatalogueKind,
    { table: string; column: string; owner: 'article_id' | 'finding_id' | 'id' }
  >
> = {
  actor: { table: 'finding_holder', column: 'actor_id', owner: 'finding_id' },
  author: { table: 'article_author', column: 'author_id', owner: 'article_id' },
  issue: { table: 'finding_issue', column: 'issue_id', owner: 'finding_id' },
  place: { table: 'finding_place', column: 'place_id', owner: 'finding_id' },
  series: { table: 'article', column: 'series_id', owner: 'id' },
  topic: { table: 'article_topic', column: 'topic_id', owner: 'article_id' },
};

/** The ids of a kind that an article `$1` names; `own` are its findings. */
export function namedIdsQuery(kind: CatalogueKind): string {
  const { table, column, owner } = naming[kind];
  const where = owner === 'finding_id' ? `${owner} IN (SELECT id FROM own)` : `${owner} = $1::uuid`;
  return `SELECT ${column} AS id FROM "${table}" WHERE ${where} AND ${column} IS NOT NULL`;
}

/** Ids by a query, with those above them where the kind has a tree. */
export const withParents = (kind: CatalogueKind, ids: string): string => {
  const parent = (parentColumns as Partial<Record<CatalogueKind, string>>)[kind];
  if (parent === undefined) return ids;
  return `WITH RECURSIVE up AS (${ids} UNION SELECT e.${parent} FROM "${kinds[kind].table}" e
    JOIN up ON up.id = e.id WHERE e.${parent} IS NOT NULL) SELECT id FROM up`;
};
