import { catalogueSchemas } from '@viewpoints/domain/kinds/catalogue-entries';
import {
  type CatalogueKind,
  kinds,
  kindsWhere,
  type TreeKind,
} from '@viewpoints/domain/kinds/kinds';
import { byListedKind } from '@viewpoints/domain/kinds/listed-kinds';

/** Kinds of entries in the catalogue. */
export const catalogueKinds = kindsWhere('entry', 'catalogue');

/** Fields of entries that are not read from a column of the same name. */
const expressions: Readonly<Record<string, string>> = {
  'place.coordinates': `CASE WHEN longitude IS NOT NULL AND latitude IS NOT NULL
                        THEN jsonb_build_array(longitude, latitude) END`,
};

const columnOf = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** An entry as JSON, from its row. */
export const entryAsJson = (kind: CatalogueKind): string =>
  `jsonb_build_object(${Object.keys(catalogueSchemas[kind].entry.shape)
    .map((field) => `'${field}', ${expressions[`${kind}.${field}`] ?? columnOf(field)}`)
    .join(', ')})`;

/** The column that leads to the entry above one in its tree. */
export const parentColumns: Readonly<Record<TreeKind, string>> = {
  actor: 'part_of_id',
  issue: 'parent_id',
};

type Naming = { table: string; column: string; owner: 'article_id' | 'finding_id' | 'id' };

/** The rows that say which article, or which finding of one, names an entry: by which column. */
const naming: Readonly<Record<CatalogueKind, Naming>> = {
  actor: { table: 'finding_holder', column: 'actor_id', owner: 'finding_id' },
  author: { table: 'article_author', column: 'author_id', owner: 'article_id' },
  series: { table: 'article', column: 'series_id', owner: 'id' },
  topic: { table: 'article_topic', column: 'topic_id', owner: 'article_id' },
  ...byListedKind((kind) => ({
    ...{ table: `finding_${kind}`, column: `${kind}_id`, owner: 'finding_id' as const },
  })),
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
