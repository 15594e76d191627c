import { catalogueKinds, parentColumns } from '@viewpoints/db/editorial/entry-tables';
import { Prisma } from '@viewpoints/db/generated/client';
import { catalogueSchemas } from '@viewpoints/domain/kinds/catalogue-entries';
import {
  type CatalogueKind,
  type Kind,
  kinds,
  kindsWhere,
  kindsWith,
} from '@viewpoints/domain/kinds/kinds';
import { findingEntryKinds, isNamedInFindings, naming } from './query/kinds.ts';

/** Other searchable texts of an entry: its other names, and its description, where it has them. */
function searchedTexts(kind: CatalogueKind): { others: string; about: string } {
  const { shape } = catalogueSchemas[kind].content;
  const about = 'description' in shape ? 'description' : 'about';
  return {
    others: 'aliases' in shape ? 'aliases' : `'{}'::text[]`,
    about: about in shape ? about : `''`,
  };
}

/** SQL is made of the tables above and of nothing else that is not a value of a query. */
const sql = Prisma.raw;

/** Names of kinds as a list of SQL: `'actor', 'issue'`. */
const listed = (of: readonly Kind[]) => sql(of.map((kind) => `'${kind}'`).join(', '));

/** Every kind of entry, sources among them, for `kind IN (…)`. */
export const entryKindList = listed(kindsWith('entry'));

/** The entries of the catalogue that the search finds by name. */
const searchedKinds = kindsWhere('search', 'name').filter((kind) => kind !== 'source');
export const searchedKindList = listed(searchedKinds);

/**
 * Joins to the entry that a row `m` names by `kind` and `ref_id`, whatever its kind, and `slug`, what
 * its slug is then; null if there is no such entry.
 */
export const mentionedEntry = {
  joins: sql(
    catalogueKinds
      .map(
        (kind) =>
          `LEFT JOIN "${kinds[kind].table}" "${kind}" ON m.kind = '${kind}' AND "${kind}".id = m.ref_id`,
      )
      .join('\n'),
  ),
  slugs: sql(catalogueKinds.map((kind) => `"${kind}".slug`).join(', ')),
};

/** The entry that a row `r` names by `kind` and `id`, as the search finds it by name. */
export const searchedEntry: Prisma.Sql = sql(
  searchedKinds
    .map((kind) => {
      const { others, about } = searchedTexts(kind);
      return `SELECT slug, name, ${others} AS others, ${about} AS about
        FROM "${kinds[kind].table}" WHERE r.kind = '${kind}' AND id = r.id`;
    })
    .join(' UNION ALL '),
);

/** Joins from an article `a` to the entries of a kind that it or its findings name, as `n.<column>`. */
export function namedByArticle(kind: CatalogueKind, a = 'a'): { from: string; column: string } {
  const { table, column } = naming[kind];
  return kinds[kind].namedIn.part === 'article'
    ? { from: `"${table}" n WHERE n.article_id = ${a}.id`, column: `n.${column}` }
    : {
        from: `published_finding f JOIN "${table}" n ON n.finding_id = f.id WHERE f.article_id = ${a}.id`,
        column: `n.${column}`,
      };
}

/**
 * For each kind, the query for the ids of entries that an article names, those above them in their
 * trees among them. `finding_of_it` are the findings of the article that count.
 */
export const mentionedIds = (articleId: string): Prisma.Sql[] =>
  catalogueKinds.map((kind) => {
    const { table, column } = naming[kind];
    const direct = isNamedInFindings(kind)
      ? Prisma.sql`SELECT n.${sql(column)} AS id FROM ${sql(table)} n JOIN finding_of_it f ON f.id = n.finding_id`
      : Prisma.sql`SELECT n.${sql(column)} AS id FROM ${sql(table)} n WHERE n.article_id = ${articleId}::uuid`;
    const above = (parentColumns as Partial<Record<CatalogueKind, string>>)[kind];
    const all =
      above === undefined
        ? direct
        : Prisma.sql`WITH RECURSIVE up AS (${direct} UNION
            SELECT e.${sql(above)} FROM ${sql(kinds[kind].table)} e JOIN up ON up.id = e.id
            WHERE e.${sql(above)} IS NOT NULL) SELECT id FROM up`;
    return Prisma.sql`SELECT '${sql(kind)}'::page_kind AS kind, id FROM (${all}) AS "${sql(kind)}"`;
  });

/**
 * For each kind that findings name, changes of the rows that say so: those of the findings `given`, whose
 * ids are in a column of the kind's plural. What stays is not touched.
 */
export const renamedInGiven: Prisma.Sql = sql(
  findingEntryKinds
    .map((kind) => {
      const { table, column } = naming[kind];
      const { plural } = kinds[kind];
      return `"gone_${plural}" AS (
          DELETE FROM "${table}" n USING given g WHERE n.finding_id = g.id AND n.${column} <> ALL(g."${plural}")
        ), "new_${plural}" AS (
          INSERT INTO "${table}" (finding_id, ${column})
          SELECT DISTINCT id, unnest("${plural}") FROM given ON CONFLICT DO NOTHING
        )`;
    })
    .join(', '),
);

/** The columns of `given` with those ids. */
export const givenColumns: Prisma.Sql = sql(
  findingEntryKinds.map((kind) => `"${kinds[kind].plural}" uuid[]`).join(', '),
);

/** For each kind that findings name, the removal of all rows of the findings `gone`. */
export const unnamedByGone: Prisma.Sql = sql(
  findingEntryKinds
    .map(
      (kind) =>
        `"gone_${kinds[kind].plural}" AS (DELETE FROM "${naming[kind].table}" WHERE finding_id IN (SELECT id FROM gone))`,
    )
    .join(', '),
);
