import {
  type CatalogueEntries,
  catalogueSchemas,
} from '@viewpoints/domain/kinds/catalogue-entries';
import { byKind, type CatalogueKind, kinds } from '@viewpoints/domain/kinds/kinds';
import { Id } from '@viewpoints/domain/values';
import { type ZodType, z } from 'zod';
import type { Transaction } from '../client.ts';
import { parseRowsOf } from '../statement.ts';
import { catalogueKinds, entryAsJson, withParents } from './entry-tables.ts';

/** Ids of entries of the catalogue that something names. */
export type NamedIds = Record<`${CatalogueKind}Ids`, string[]>;

/** The ids of what names nothing. */
export const noNamedIds: Readonly<NamedIds> = Object.fromEntries(
  catalogueKinds.map((kind) => [`${kind}Ids`, []]),
) as Record<keyof NamedIds, never[]>;

/**
 * Those entries with everything above them in their trees, which parts of the series are out, of
 * which article each, and the addresses at which entries and the article are still found.
 */
export type NamedEntries = {
  [K in CatalogueKind as (typeof kinds)[K]['plural']]: CatalogueEntries[K][];
} & {
  parts: { articleId: string; part: number }[];
  formerSlugs: { refId: string; slug: string }[];
};

type EntryLists = {
  [K in CatalogueKind as (typeof kinds)[K]['plural']]: z.ZodArray<
    (typeof catalogueSchemas)[K]['entry']
  >;
};
const entryLists = Object.fromEntries(
  catalogueKinds.map((kind) => [kinds[kind].plural, z.array(catalogueSchemas[kind].entry)]),
) as EntryLists;

const NamedEntries: ZodType<NamedEntries> = z.strictObject({
  ...entryLists,
  parts: z.array(z.strictObject({ articleId: Id, part: z.int() })),
  formerSlugs: z.array(z.strictObject({ refId: Id, slug: z.string() })),
});

/** Finds all that an article names in the catalogue at once; what is not there is left out. */
export async function listNamedEntries(
  db: Transaction,
  { articleId, sourceIds, ...ids }: NamedIds & { articleId: string; sourceIds: string[] },
): Promise<NamedEntries> {
  const given = catalogueKinds.map((kind) => ids[`${kind}Ids`]);
  const values = [articleId, sourceIds, ids.seriesIds, ...given];
  const [found] = await parseRowsOf(db, NamedEntries, { text: statement, values });
  if (found === undefined) throw new Error('a statement without a table returned no row');
  return found;
}

/** The ids of each kind are a parameter after those of the article, its sources and its series. */
const parameters = byKind(
  catalogueKinds,
  (kind) => `unnest($${catalogueKinds.indexOf(kind) + 4}::uuid[])`,
);

/** One statement for all kinds, so that an article of many names costs one round trip. */
const statement = `
  WITH ${catalogueKinds
    .map((kind) => `"${kind}_ids" AS (${withParents(kind, `SELECT ${parameters[kind]} AS id`)})`)
    .join(', ')}
  SELECT ${catalogueKinds
    .map(
      (kind) => `(SELECT coalesce(jsonb_agg(${entryAsJson(kind)}), '[]')
         FROM "${kinds[kind].table}" WHERE id IN (SELECT id FROM "${kind}_ids")) AS "${kinds[kind].plural}"`,
    )
    .join(', ')},
    (SELECT coalesce(jsonb_agg(jsonb_build_object('articleId', article_id, 'part', part)), '[]')
     FROM published_part WHERE series_id = ANY($3::uuid[])) AS parts,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('refId', ref_id, 'slug', slug) ORDER BY slug), '[]')
     FROM former_slug WHERE ref_id = $1::uuid OR ref_id = ANY($2::uuid[])
       ${catalogueKinds.map((kind) => `OR ref_id IN (SELECT id FROM "${kind}_ids")`).join(' ')}) AS "formerSlugs"`;
