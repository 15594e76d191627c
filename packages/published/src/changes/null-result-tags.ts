import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { z } from 'zod';
import { type Tag, tag } from './tags.ts';

const Shown = z.object({ actor: z.string(), issue: z.string() });

/** A moment, or the database's own. */
type Moment = Date | Prisma.Sql;

/** Whether a visible article mentions an entry: the same as the policies of readers' role. */
const isMentioned = (
  kind: 'actor' | 'issue',
  id: Prisma.Sql,
  now: Moment,
): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM published_mention m JOIN published_article ma ON ma.id = m.article_id
          WHERE m.kind = ${Prisma.raw(`'${kind}'`)} AND m.ref_id = ${id} AND ma.visible_from <= ${now})`;

/** Slugs of the actors and issues of the null results `n` that readers see at `now`. */
export const shownNullResults = (which: Prisma.Sql, now: Moment): Prisma.Sql => Prisma.sql`
  SELECT n.id::text, na.slug AS actor, ni.slug AS issue
  FROM published_null_result n JOIN actor na ON na.id = n.actor_id JOIN issue ni ON ni.id = n.issue_id
  WHERE ${which} AND ${isMentioned('actor', Prisma.sql`n.actor_id`, now)}
    AND ${isMentioned('issue', Prisma.sql`n.issue_id`, now)}`;

/** The pages that show a null result: its actor's, its issue's and that of the position. */
export const tagsOfNullResult = ({ actor, issue }: z.infer<typeof Shown>): Tag[] => [
  tag.actor(actor),
  tag.issue(issue),
  tag.position(actor, issue),
];

/**
 * The tags of pages that show null results at `now`. None for those that readers do not see: a tag
 * would make their actor or issue known.
 */
export async function shownNullResultTags(
  tx: Transaction,
  of: { ids: readonly string[] } | { kind: 'actor' | 'issue'; id: string },
  now: Moment = Prisma.sql`now()`,
): Promise<Tag[]> {
  const which =
    'ids' in of
      ? Prisma.sql`n.id = ANY(${[...of.ids]}::uuid[])`
      : Prisma.sql`n.${Prisma.raw(`${of.kind}_id`)} = ${of.id}::uuid`;
  const rows = await parseRowsIn(tx, Shown, shownNullResults(which, now));
  return rows.flatMap(tagsOfNullResult);
}
