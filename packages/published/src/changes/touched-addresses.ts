import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { parseRowsIn } from '@viewpoints/db/statement';
import { byKind, type FeedSubjectKind, kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { z } from 'zod';
import { namedByArticle } from '../kinds.ts';

/** Addresses that exist because of one article; `under` are slugs of entries with feeds. */
export type TouchedAddresses = {
  article: string;
  findings: string[];
  positions: { actor: string; issue: string }[];
  under: Record<FeedSubjectKind, string[]>;
};

/** The slugs of what an article `a` names, a column for each kind that there are feeds of. */
const subjectSlugs = Prisma.raw(
  kindsWith('feed')
    .map((kind) => {
      const { from, column } = namedByArticle(kind);
      return `ARRAY(SELECT e.slug FROM "${kinds[kind].table}" e
        WHERE e.id IN (SELECT ${column} FROM ${from}) ORDER BY 1) AS "${kind}"`;
    })
    .join(', '),
);

const slugs = z.array(z.string());
/** In SQL, since the kinds decide the columns; these are the same. */
const TouchedRow = z.object({
  slug: z.string(),
  findings: slugs,
  positions: slugs,
  ...byKind(kindsWith('feed'), () => slugs),
});

/**
 * The addresses that a change of an article touches; null while readers cannot see it at `now`, and of a
 * page, of which nobody is told.
 */
export async function findTouchedAddresses(
  db: Transaction,
  articleId: string,
  now: Date,
): Promise<TouchedAddresses | null> {
  const [article] = await parseRowsIn(
    db,
    TouchedRow,
    Prisma.sql`
    SELECT a.slug,
      ARRAY(SELECT f.id::text FROM published_finding f WHERE f.article_id = a.id ORDER BY f.number) AS findings,
      ${subjectSlugs},
      ARRAY(SELECT DISTINCT c.slug || '/' || i.slug FROM published_finding f
            JOIN published_holding h ON h.finding_id = f.id JOIN actor c ON c.id = h.actor_id
            JOIN published_about b ON b.finding_id = f.id JOIN issue i ON i.id = b.issue_id
            WHERE f.article_id = a.id ORDER BY 1) AS positions
    FROM published_article a WHERE a.id = ${articleId}::uuid AND a.visible_from <= ${now} AND a.path IS NULL`,
  );
  if (article === undefined) return null;
  const { slug, findings, positions, ...under } = article;
  return {
    article: slug,
    findings,
    positions: positions.map((path) => {
      const [actor = '', issue = ''] = path.split('/');
      return { actor, issue };
    }),
    under,
  };
}
