import { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { Transaction } from '../client.ts';
import { announcing } from './announce.ts';
import { writeMentions } from './write-mentions.ts';
import { removeNamed } from './write-named.ts';
import { withdrawFindings } from './write-withdrawal.ts';

export type RetractionNotice = { articleId: string; at: string; why: string };

/**
 * Takes an article away from readers and leaves the notice: its headline, byline, dates and why.
 * Text, standfirst, pictures, sources, findings and every old version go.
 */
export async function writeRetraction(
  tx: Transaction,
  { articleId, at, why }: RetractionNotice,
  now: Date,
): Promise<void> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    include: {
      versions: { orderBy: { number: 'desc' }, take: 1 },
      findings: { select: { id: true } },
    },
  });
  const latest = row?.versions[0];
  if (row === null || latest === undefined || latest.view === null) return;
  const view = retractedView(ArticleView.parse(latest.view), { at, why });
  const { body, text, pictures, sources, findings, corrections, versions, retraction, ...summary } =
    view;
  await announcing(tx, articleId, now, async () => {
    await tx.publishedArticle.update({
      where: { id: articleId },
      data: { retracted: true, revisedAt: new Date(at), summary },
    });
    await tx.$executeRaw`
      UPDATE published_version
      SET view = CASE WHEN number = ${latest.number} THEN ${JSON.stringify(view)}::jsonb END
      WHERE article_id = ${articleId}::uuid`;
    await withdrawFindings(
      tx,
      row.findings.map(({ id }) => id),
      now,
    );
    await removeNamed(tx, articleId);
    // The notice is itself listed among the corrections, under the article's id: there is one.
    const notice = {
      articleId,
      kind: 'retraction' as const,
      was: '',
      now: '',
      why,
      at: new Date(at),
    };
    await tx.publishedCorrection.upsert({
      where: { id: articleId },
      create: { id: articleId, ...notice, visibleFrom: row.visibleFrom },
      update: notice,
    });
    await writeMentions(tx, articleId);
  });
}

function retractedView(view: ArticleView, retraction: { at: string; why: string }): ArticleView {
  return {
    ...view,
    revisedAt: retraction.at,
    standfirst: '',
    retracted: true,
    findingCount: 0,
    body: null,
    text: '',
    pictures: [],
    sources: [],
    findings: [],
    retraction,
  };
}
