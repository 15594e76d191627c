import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { citedAddresses } from '@viewpoints/domain/document/cited-addresses';
import type { LinkKind, Supersession } from '@viewpoints/domain/findings/finding';
import type { Written } from './publication.ts';

/** One finding refers to another; a symmetric link is the later article's. */
type FindingCitation = { originId: string; targetId: string; symmetric: boolean };

/**
 * Recomputes what an article refers to: from the links in its public text, and from those of its
 * findings. References to what is not public yet are stored too, and show once it is.
 */
export async function writeCitations(
  tx: Transaction,
  { view, ...publication }: Pick<Written, 'view' | 'origins' | 'links' | 'supersessions'>,
): Promise<void> {
  const { origins, links, supersessions } = publication;
  const { slugs, findingIds } =
    view.body === null ? { slugs: [], findingIds: [] } : citedAddresses(view.body, origins);
  const out = new Set(
    view.findings.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id),
  );
  const own = [
    ...links.flatMap(citationsByLink),
    ...supersessions.flatMap(citationBySupersession),
  ].filter(({ originId }) => out.has(originId));
  if (slugs.length + findingIds.length + own.length === 0) {
    await tx.publishedCitation.deleteMany({ where: { citingId: view.id } });
    return;
  }
  await tx.$executeRaw`
    WITH found AS (
      SELECT coalesce(
        (SELECT id FROM published_article WHERE slug = s.slug),
        (SELECT ref_id FROM former_slug WHERE kind = 'article' AND slug = s.slug),
        (SELECT id FROM article WHERE slug = s.slug)) AS cited, NULL::uuid AS finding
      FROM unnest(${slugs}::text[]) AS s(slug)
      UNION ALL
      SELECT article_id, id FROM finding WHERE id = ANY(${findingIds}::uuid[])
    ), citation AS (
      SELECT ${view.id}::uuid AS citing, ${view.id}::uuid AS origin, cited, coalesce(finding, cited) AS target
      FROM found WHERE cited <> ${view.id}::uuid
      UNION
      ${citationsOf(own)}
    ), gone AS (
      DELETE FROM published_citation p WHERE citing_id = ${view.id}::uuid
        AND NOT EXISTS (SELECT FROM citation c
                        WHERE (c.citing, c.origin, c.target) = (p.citing_id, p.origin_id, p.target_id))
    )
    INSERT INTO published_citation (citing_id, origin_id, cited_id, target_id)
    ${existing(Prisma.sql`SELECT citing, origin, cited, target FROM citation`)}
    ON CONFLICT DO NOTHING`;
}

/** The citations that a link between findings counts as: a symmetric one counts for both sides. */
export function citationsByLink(link: {
  from: string;
  kind: LinkKind;
  to: string;
}): FindingCitation[] {
  const { from, kind, to } = link;
  if (kind !== 'contradicts' && kind !== 'contrary') return [citation(from, to)];
  return [citation(from, to, true), citation(to, from, true)];
}

/** A finding refers to the one it replaces. */
export const citationBySupersession = ({
  newId,
  oldId,
}: Pick<Supersession, 'newId' | 'oldId'>): FindingCitation[] => [citation(newId, oldId)];

const citation = (originId: string, targetId: string, symmetric = false): FindingCitation => ({
  originId,
  targetId,
  symmetric,
});

/** Stores those of published articles; a link within one article is no citation. */
export async function insertFindingCitations(
  tx: Transaction,
  citations: FindingCitation[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO published_citation (citing_id, origin_id, cited_id, target_id)
    ${existing(citationsOf(citations))} ON CONFLICT DO NOTHING`;
}

/**
 * Citations between articles that are there. The lock waits for a transaction that is archiving or
 * deleting one, and leaves out what that has deleted: the reference would be broken.
 */
const existing = (citations: Prisma.Sql): Prisma.Sql => Prisma.sql`
  SELECT c.citing, c.origin, c.cited, c.target FROM (${citations}) c
  JOIN published_article p ON p.id = c.citing
  JOIN article t ON t.id = c.cited
  ORDER BY 1, 2, 3, 4
  FOR KEY SHARE OF p, t`;

const citationsOf = (citations: FindingCitation[]): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT a.id AS citing, c.origin, t.article_id AS cited, c.target
  FROM unnest(${citations.map(({ originId }) => originId)}::uuid[],
              ${citations.map(({ targetId }) => targetId)}::uuid[],
              ${citations.map(({ symmetric }) => symmetric)}::boolean[]) AS c(origin, target, mutual)
  JOIN published_finding f ON f.id = c.origin AND f.withdrawn_at IS NULL
  JOIN published_article a ON a.id = f.article_id
  JOIN finding t ON t.id = c.target
  LEFT JOIN published_article o ON o.id = t.article_id
  WHERE t.article_id <> a.id
    AND (NOT c.mutual OR (o.published_at, o.id) < (a.published_at, a.id))`;

/**
 * Recomputes what two findings refer to each other by, in either direction, once a link between
 * them has gone: another link, or that one replaced the other, may be a reference still.
 */
export async function renewFindingCitations(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const links = await tx.findingLink.findMany({
    where: {
      OR: [
        { fromId: from, toId: to },
        { fromId: to, toId: from },
      ],
    },
  });
  const supersessions = await tx.supersession.findMany({
    where: {
      OR: [
        { newId: from, oldId: to },
        { newId: to, oldId: from },
      ],
    },
  });
  await tx.publishedCitation.deleteMany({
    where: {
      OR: [
        { originId: from, targetId: to },
        { originId: to, targetId: from },
      ],
    },
  });
  await insertFindingCitations(tx, [
    ...links.flatMap(({ fromId, kind, toId }) => citationsByLink({ from: fromId, kind, to: toId })),
    ...supersessions.flatMap(citationBySupersession),
  ]);
}
