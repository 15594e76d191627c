import type { Transaction } from '@viewpoints/db/client';
import type { PublicSet } from '@viewpoints/domain/articles/public-set';
import { storedArticleView } from '@viewpoints/domain/articles/stored-article-view';
import { withAnnouncement } from '../changes/announce.ts';
import { writePublicTexts } from './public-texts.ts';
import { resumeArticle, suspendArticles } from './suspend.ts';
import { writeMentions } from './write-mentions.ts';
import { removeNamed } from './write-named.ts';
import { withdrawFindings } from './write-withdrawal.ts';

export type RetractionNotice = {
  /** What is left for readers: the head of the article, its notices and the reason. */
  set: PublicSet;
  /** Whether not even that may be shown, since its address or its authors reveal what terms protect. */
  suspended: boolean;
};

/**
 * Takes an article away from readers and leaves what the set has of it. Text, standfirst, pictures,
 * sources, findings and every old version go.
 */
export async function writeRetraction(
  tx: Transaction,
  { set, suspended }: RetractionNotice,
  now: Date,
): Promise<void> {
  const view = set.article;
  const { id: articleId, retraction: notice } = view;
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    select: { visibleFrom: true, findings: { select: { id: true } } },
  });
  if (row === null || notice === null) return;
  const {
    body,
    text,
    pictures,
    files,
    sources,
    findings,
    corrections,
    versions,
    retraction,
    ...summary
  } = view;
  await withAnnouncement(tx, articleId, now, async () => {
    await tx.publishedArticle.update({
      where: { id: articleId },
      data: { retracted: true, revisedAt: new Date(notice.at), summary },
    });
    // Without findings and sources it has no words of ours.
    const kept = JSON.stringify(storedArticleView({ ...view, corrections: [], versions: [] }));
    await tx.$executeRaw`
      UPDATE published_version
      SET view = CASE WHEN number = ${view.version} THEN ${kept}::jsonb END
      WHERE article_id = ${articleId}::uuid`;
    await withdrawFindings(
      tx,
      row.findings.map(({ id }) => id),
      now,
    );
    await removeNamed(tx, articleId);
    await writeNotices(tx, view, row.visibleFrom);
    await writeMentions(tx, articleId);
    await writePublicTexts(tx, set);
    if (suspended) await suspendArticles(tx, [articleId]);
    else await resumeArticle(tx, articleId);
  });
}

/** The notices as they are left, and the retraction among them, under the article's id: there is one. */
async function writeNotices(
  tx: Transaction,
  { id: articleId, corrections, versions, retraction }: PublicSet['article'],
  visibleFrom: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE published_correction k SET was = c.was, now = c.now, why = c.why
    FROM jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) AS c(id uuid, was text, now text, why text)
    WHERE k.id = c.id`;
  await tx.$executeRaw`
    UPDATE published_version v SET note = o.note
    FROM jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS o(number int, note text)
    WHERE v.article_id = ${articleId}::uuid AND v.number = o.number AND v.note IS DISTINCT FROM o.note`;
  if (retraction === null) return;
  const notice = {
    ...{ articleId, kind: 'retraction' as const, was: '', now: '', why: retraction.why },
    at: new Date(retraction.at),
  };
  await tx.publishedCorrection.upsert({
    where: { id: articleId },
    create: { id: articleId, ...notice, visibleFrom },
    update: notice,
  });
}
