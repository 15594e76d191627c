import type { Transaction } from '@viewpoints/db/client';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { mayProtect } from './protecting-sources.ts';
import type { Publication } from './publication.ts';

/**
 * Keeps which sources a version rests on, named or not: what a protective act has to look at. Uses
 * by earlier versions stay as long as readers can see those.
 */
export async function writeSourceUses(
  tx: Transaction,
  { set, content, findings }: Pick<Publication, 'set' | 'content' | 'findings'>,
): Promise<void> {
  const { id, version } = set.article;
  const shown = new Set(set.article.findings.filter(isOut).map((finding) => finding.id));
  const uses = [
    ...content.sourceIds.map((source_id) => ({ source_id, finding_id: null, located: false })),
    ...findings
      .filter((finding) => shown.has(finding.id))
      .flatMap(({ id: finding_id, attribution, evidence }) => [
        ...(attribution.sourceId === null
          ? []
          : [{ source_id: attribution.sourceId, finding_id, located: false }]),
        ...evidence.locators.map(({ sourceId }) => ({
          ...{ source_id: sourceId, finding_id, located: true },
        })),
      ]),
  ];
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM published_source_use WHERE article_id = ${id}::uuid AND version = ${version}
    )
    INSERT INTO published_source_use (article_id, source_id, finding_id, version, located)
    SELECT DISTINCT ${id}::uuid, source_id, finding_id, ${version}::int, located
    FROM jsonb_to_recordset(${JSON.stringify(uses)}::jsonb) AS r(source_id uuid, finding_id uuid, located boolean)`;
}

const isOut = ({ state }: FindingView): boolean => state !== 'withdrawn';

/** How something public uses a source. */
export type SourceUse = {
  articleId: string;
  findingId: string | null;
  version: number | null;
  located: boolean;
};

/** Every use of a source by what is public, by article. */
export async function listUsesOf(tx: Transaction, sourceId: string): Promise<SourceUse[]> {
  const rows = await tx.publishedSourceUse.findMany({
    where: { sourceId },
    orderBy: [{ articleId: 'asc' }, { id: 'asc' }],
    select: { articleId: true, findingId: true, version: true, located: true },
  });
  return rows;
}

/** Ids of the sources that may protect something and that anything public rests on. */
export async function listProtectingSources(tx: Transaction): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id::text FROM source s
    WHERE ${mayProtect} AND EXISTS (SELECT FROM published_source_use u WHERE u.source_id = s.id)
    ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** Ids of the sources that anything public of an article rests on, earlier versions too. */
export async function listSourcesUsedBy(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT source_id::text AS id FROM published_source_use
    WHERE article_id = ${articleId}::uuid ORDER BY 1`;
  return rows.map(({ id }) => id);
}

/** Ids of the articles of which something public rests on a source, in order. */
export async function listArticlesUsing(tx: Transaction, sourceId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT article_id::text AS id FROM published_source_use
    WHERE source_id = ${sourceId}::uuid ORDER BY 1`;
  return rows.map(({ id }) => id);
}
