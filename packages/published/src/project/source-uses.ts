import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { selectRowsIn } from '@viewpoints/db/statement';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { listPublishedPageIds } from './page-paths.ts';
import { mayProtect } from './protecting-sources.ts';
import type { Publication } from './publication.ts';

/**
 * Stores which sources a version rests on, named or not: those that protecting a source has to
 * check. Uses by earlier versions stay as long as readers can see those.
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

/** Ids of all sources that may protect something, whether or not anything public rests on them. */
export async function listEveryProtectingSource(tx: Transaction): Promise<string[]> {
  const all = allTables.selectFrom('source as s').select('s.id').where(mayProtect).orderBy('s.id');
  const rows = await selectRowsIn(tx, all);
  return rows.map(({ id }) => id);
}

/** Ids of the sources that may protect something and that anything public rests on. */
export async function listProtectingSources(tx: Transaction): Promise<string[]> {
  const used = allTables
    .selectFrom('source as s')
    .select('s.id')
    .where(mayProtect)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('published_source_use as u').whereRef('u.source_id', '=', 's.id')),
    )
    .orderBy('s.id');
  const rows = await selectRowsIn(tx, used);
  return rows.map(({ id }) => id);
}

/**
 * Ids of the sources that anything public of an article rests on, earlier versions too. A page rests on
 * none and is read beside everything: it may mention what none of them protects.
 */
export async function listSourcesUsedBy(tx: Transaction, articleId: string): Promise<string[]> {
  const used = allTables
    .selectFrom('source as s')
    .select('s.id')
    .where(({ and, exists, or, selectFrom }) =>
      or([
        exists(
          selectFrom('published_source_use as u')
            .whereRef('u.source_id', '=', 's.id')
            .where('u.article_id', '=', articleId),
        ),
        and([
          mayProtect,
          exists(
            selectFrom('article as a').where('a.id', '=', articleId).where('a.kind', '=', 'page'),
          ),
        ]),
      ]),
    )
    .orderBy('s.id');
  const rows = await selectRowsIn(tx, used);
  return rows.map(({ id }) => id);
}

/** Ids of the articles of which something public rests on a source, in order. */
export async function listArticlesUsing(tx: Transaction, sourceId: string): Promise<string[]> {
  const using = allTables
    .selectFrom('published_source_use')
    .select('article_id as id')
    .distinct()
    .where('source_id', '=', sourceId)
    .orderBy('id');
  const rows = await selectRowsIn(tx, using);
  return rows.map(({ id }) => id);
}

/** Those, and every page that readers have: what is said there may mention what any source protects. */
export async function listArticlesToProtect(tx: Transaction, sourceId: string): Promise<string[]> {
  const [using, pages] = [await listArticlesUsing(tx, sourceId), await listPublishedPageIds(tx)];
  return [...new Set([...using, ...pages])].sort();
}
