import type { Transaction } from '@viewpoints/db/client';

/** What readers can reach because of one article, by the first part of its path. */
export type TouchedAddresses = {
  article: string;
  findings: string[];
  positions: { actor: string; issue: string }[];
  under: Record<'topics' | 'actors' | 'issues' | 'people', string[]>;
};

/** The addresses that a change of an article touches; null while readers cannot see it at `now`. */
export async function findTouchedAddresses(
  db: Pick<Transaction, '$queryRaw'>,
  articleId: string,
  now: Date,
): Promise<TouchedAddresses | null> {
  const [article] = await db.$queryRaw<
    (Record<'findings' | 'topics' | 'actors' | 'issues' | 'people' | 'positions', string[]> & {
      slug: string;
    })[]
  >`
    SELECT a.slug,
      ARRAY(SELECT f.id::text FROM published_finding f WHERE f.article_id = a.id ORDER BY f.number) AS findings,
      ARRAY(SELECT t.slug FROM published_article_topic x JOIN topic t ON t.id = x.topic_id
            WHERE x.article_id = a.id ORDER BY 1) AS topics,
      ARRAY(SELECT u.slug FROM published_contributor x JOIN author u ON u.id = x.author_id
            WHERE x.article_id = a.id ORDER BY 1) AS people,
      ARRAY(SELECT DISTINCT c.slug FROM published_finding f
            JOIN published_holding h ON h.finding_id = f.id JOIN actor c ON c.id = h.actor_id
            WHERE f.article_id = a.id ORDER BY 1) AS actors,
      ARRAY(SELECT DISTINCT i.slug FROM published_finding f
            JOIN published_about b ON b.finding_id = f.id JOIN issue i ON i.id = b.issue_id
            WHERE f.article_id = a.id ORDER BY 1) AS issues,
      ARRAY(SELECT DISTINCT c.slug || '/' || i.slug FROM published_finding f
            JOIN published_holding h ON h.finding_id = f.id JOIN actor c ON c.id = h.actor_id
            JOIN published_about b ON b.finding_id = f.id JOIN issue i ON i.id = b.issue_id
            WHERE f.article_id = a.id ORDER BY 1) AS positions
    FROM published_article a WHERE a.id = ${articleId}::uuid AND a.visible_from <= ${now}`;
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
