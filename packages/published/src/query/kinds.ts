import { catalogueKinds } from '@viewpoints/db/editorial/entry-tables';
import { type RawBuilder, type SqlBool, sql } from '@viewpoints/db/generated/kysely';
import { byKind, type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import { type ReaderTables, readerColumns } from './reader-tables.ts';

/** A table that readers see, and a column of it. */
type TableColumn = {
  [Table in keyof ReaderTables]: { table: Table; column: keyof ReaderTables[Table] & string };
}[keyof ReaderTables];

/** Kinds whose published rows are in a table that is called after them: `published_place.place_id`. */
type PlainlyNamed = {
  [K in CatalogueKind]: { table: `published_${K}`; column: `${K}_id` } extends TableColumn
    ? K
    : never;
}[CatalogueKind];
const plainlyNamed = byKind(
  catalogueKinds.filter((kind): kind is PlainlyNamed => `published_${kind}` in readerColumns),
  (kind) => ({ table: `published_${kind}`, column: `${kind}_id` }) as TableColumn,
);

/** The published rows that say which article, or which finding of one, names an entry. */
export const naming: Readonly<Record<CatalogueKind, TableColumn>> = {
  actor: { table: 'published_holding', column: 'actor_id' },
  author: { table: 'published_contributor', column: 'author_id' },
  issue: { table: 'published_about', column: 'issue_id' },
  series: { table: 'published_part', column: 'series_id' },
  topic: { table: 'published_article_topic', column: 'topic_id' },
  ...plainlyNamed,
};

/** Entries that findings name, rather than the article as a whole. */
export type FindingEntryKind = {
  [K in CatalogueKind]: (typeof kinds)[K]['namedIn']['part'] extends 'finding' ? K : never;
}[CatalogueKind];

export const isNamedInFindings = (kind: CatalogueKind): kind is FindingEntryKind =>
  kinds[kind].namedIn.part === 'finding';
export const findingEntryKinds = catalogueKinds.filter(isNamedInFindings);

/** Whether an article of the query, called `article` there, or a finding of it, names an entry. */
export function articleNames(
  kind: CatalogueKind,
  article: string,
  entryId: string,
): RawBuilder<SqlBool> {
  const { table, column } = naming[kind];
  const [own, named] = [sql.ref(`${article}.id`), sql.ref(`n.${column}`)];
  return isNamedInFindings(kind)
    ? sql<SqlBool>`exists (select from published_finding f join ${sql.table(table)} n on n.finding_id = f.id
        where f.article_id = ${own} and ${named} = ${entryId}::uuid)`
    : sql<SqlBool>`exists (select from ${sql.table(table)} n
        where n.article_id = ${own} and ${named} = ${entryId}::uuid)`;
}

/** Whether the finding `f` names an entry; of kinds that findings name. */
export function findingNames(kind: FindingEntryKind, entryId: string): RawBuilder<SqlBool> {
  const { table, column } = naming[kind];
  return sql<SqlBool>`exists (select from ${sql.table(table)} n
    where n.finding_id = f.id and ${sql.ref(`n.${column}`)} = ${entryId}::uuid)`;
}
