import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { type Kind, kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import type { Tag } from './tags.ts';

/*
 * Public changes of a transaction are noted in it, and become entries of the log of changes at its
 * commit: see `prisma/functions/number_changes.sql`.
 */

/** Kinds that the log has entries of. */
const loggedKinds = kindsWith('path');

/** SQL is made of the table of kinds and of nothing else that is not a value of a query. */
const sql = Prisma.raw;

/** The statement that notes what tags name, where `condition` holds; null if no tag names anything. */
export function notingOf(tags: Iterable<Tag>, condition: Prisma.Sql): Prisma.Sql | null {
  const keys = new Map<string, string[]>(loggedKinds.map((kind) => [kind, []]));
  for (const tag of tags) {
    const [kind = ''] = tag.split(':', 1);
    keys.get(kind)?.push(tag.slice(kind.length + 1));
  }
  if ([...keys.values()].every((each) => each.length === 0)) return null;
  // One statement for any tags, so that it is prepared once. A slug that was given up names nothing.
  const named = loggedKinds.map((kind) => idsOf(kind, keys.get(kind) ?? []));
  return Prisma.sql`
    INSERT INTO noted_change (kinds, ref_ids)
    SELECT array_agg(each.kind), array_agg(each.id) FROM (${Prisma.join(named, ' UNION ALL ')}) AS each
    WHERE ${condition} HAVING count(*) > 0`;
}

function idsOf(kind: Kind, keys: string[]): Prisma.Sql {
  const { tag, table } = kinds[kind];
  return tag === 'id'
    ? Prisma.sql`SELECT '${sql(kind)}' AS kind, unnest(${keys}::uuid[]) AS id`
    : Prisma.sql`SELECT '${sql(kind)}', e.id FROM "${sql(table)}" e WHERE e.slug = ANY(${keys}::text[])`;
}

/**
 * Notes everything that readers may see because of articles, where working out what of it changed
 * would take too long: the articles, what they show and name, the articles that show them, and the
 * findings that are joined to one of theirs, whose pages show it, with their articles.
 */
export async function noteArticles(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH own AS (
      SELECT id, translation_group FROM published_article WHERE id = ANY(${[...articleIds]}::uuid[])
    ), near AS (
      SELECT id FROM own
      UNION SELECT o.id FROM own JOIN published_article o ON o.translation_group = own.translation_group
      UNION SELECT p.article_id FROM own JOIN published_pick p ON p.picked_id = own.id
      UNION SELECT c.citing_id FROM own JOIN published_citation c ON c.cited_id = own.id
      UNION SELECT c.cited_id FROM own JOIN published_citation c ON c.citing_id = own.id
    ), own_finding AS (
      SELECT f.id FROM own JOIN published_finding f ON f.article_id = own.id
    ), joined AS (
      SELECT f.id, f.article_id FROM published_finding f WHERE f.id IN (
        SELECT l.to_id FROM own_finding o JOIN published_link l ON l.from_id = o.id
        UNION SELECT l.from_id FROM own_finding o JOIN published_link l ON l.to_id = o.id
        UNION SELECT s.new_id FROM own_finding o JOIN published_supersession s ON s.old_id = o.id
        UNION SELECT s.old_id FROM own_finding o JOIN published_supersession s ON s.new_id = o.id)
    ), named AS (
      SELECT 'article' AS kind, id FROM near
      UNION ALL SELECT 'finding', f.id FROM near JOIN published_finding f ON f.article_id = near.id
      UNION SELECT 'finding', id FROM joined
      UNION SELECT 'article', article_id FROM joined
      UNION SELECT 'source', s.source_id FROM own JOIN published_source s ON s.article_id = own.id
      UNION SELECT m.kind::text, m.ref_id FROM own JOIN published_mention m ON m.article_id = own.id
    )
    INSERT INTO noted_change (kinds, ref_ids)
    SELECT array_agg(kind), array_agg(id) FROM named HAVING count(*) > 0`;
}

/**
 * Notes a source that may be gone for readers and have another slug, both in this transaction: tags go
 * by slugs, so the one that readers had would name nothing any more.
 */
export async function noteSource(tx: Transaction, sourceId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO noted_change (kinds, ref_ids) VALUES (ARRAY['source'], ARRAY[${sourceId}::uuid])`;
}
