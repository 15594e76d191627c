import { citedAddresses } from '@viewpoints/domain/articles/cited-addresses';
import type { LinkKind, Supersession } from '@viewpoints/domain/findings/finding';
import type { Transaction } from '../client.ts';
import type { Publication } from './write-publication.ts';

/** One finding refers to another; a symmetric link is the later article's. */
type FindingCitation = { originId: string; targetId: string; symmetric: boolean };

/**
 * Works out anew what an article refers to: from the links in its public text, and from those of
 * its findings. What is not out yet is kept too, and shows once it is.
 */
export async function writeCitations(
  tx: Transaction,
  {
    view,
    origins,
    links,
    supersessions,
  }: Pick<Publication, 'view' | 'origins' | 'links' | 'supersessions'>,
): Promise<void> {
  await tx.publishedCitation.deleteMany({ where: { citingId: view.id } });
  const { slugs, findingIds } =
    view.body === null ? { slugs: [], findingIds: [] } : citedAddresses(view.body, origins);
  if (slugs.length + findingIds.length > 0)
    await tx.$executeRaw`
      INSERT INTO published_citation (citing_id, origin_id, cited_id, target_id)
      SELECT DISTINCT ${view.id}::uuid, ${view.id}::uuid, cited, target FROM (
        SELECT coalesce(
          (SELECT id FROM published_article WHERE slug = s.slug),
          (SELECT ref_id FROM former_slug WHERE kind = 'article' AND slug = s.slug),
          (SELECT id FROM article WHERE slug = s.slug)) AS cited, NULL::uuid AS finding
        FROM unnest(${slugs}::text[]) AS s(slug)
        UNION ALL
        SELECT article_id, id FROM finding WHERE id = ANY(${findingIds}::uuid[])
      ) found CROSS JOIN LATERAL (SELECT coalesce(finding, cited) AS target) t
      WHERE cited <> ${view.id}::uuid`;
  const out = new Set(
    view.findings.filter(({ state }) => state !== 'withdrawn').map(({ id }) => id),
  );
  const own = [
    ...links.flatMap(citationsByLink),
    ...supersessions.map(({ newId, oldId }) => citation(newId, oldId)),
  ].filter(({ originId }) => out.has(originId));
  await insertFindingCitations(tx, own);
}

/** What a link between findings comes to as citations: a symmetric one may be either's. */
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
export const citationBySupersession = ({ newId, oldId }: Supersession): FindingCitation[] => [
  citation(newId, oldId),
];

const citation = (originId: string, targetId: string, symmetric = false): FindingCitation => ({
  originId,
  targetId,
  symmetric,
});

/** Keeps those of published articles; between findings of one article there is nothing to cite. */
export async function insertFindingCitations(
  tx: Transaction,
  citations: FindingCitation[],
): Promise<void> {
  if (citations.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO published_citation (citing_id, origin_id, cited_id, target_id)
    SELECT DISTINCT a.id, c.origin, t.article_id, c.target
    FROM unnest(${citations.map(({ originId }) => originId)}::uuid[],
                ${citations.map(({ targetId }) => targetId)}::uuid[],
                ${citations.map(({ symmetric }) => symmetric)}::boolean[]) AS c(origin, target, mutual)
    JOIN published_finding f ON f.id = c.origin AND f.withdrawn_at IS NULL
    JOIN published_article a ON a.id = f.article_id
    JOIN finding t ON t.id = c.target
    LEFT JOIN published_article o ON o.id = t.article_id
    WHERE t.article_id <> a.id
      AND (NOT c.mutual OR (o.published_at, o.id) < (a.published_at, a.id))
    ON CONFLICT DO NOTHING`;
}

/** Takes away what one finding referred to another by, in whichever direction it was kept. */
export async function removeFindingCitations(
  tx: Transaction,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.publishedCitation.deleteMany({
    where: {
      OR: [
        { originId: from, targetId: to },
        { originId: to, targetId: from },
      ],
    },
  });
}
