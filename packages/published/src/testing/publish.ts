import { type EditorialDatabase, inTransaction } from '@viewpoints/db/client';
import { lockArticle, updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { listCorrections } from '@viewpoints/db/editorial/corrections';
import {
  listArticleFindings,
  listArticleLinks,
  updateFindingState,
} from '@viewpoints/db/editorial/findings';
import { unnamedJournal } from '@viewpoints/db/editorial/journal';
import { listMediaGoingOut } from '@viewpoints/db/editorial/media';
import { listNamedEntries } from '@viewpoints/db/editorial/named-entries';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertRevision } from '@viewpoints/db/editorial/revisions';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { publicSetOf } from '@viewpoints/domain/articles/public-set';
import { documentText } from '@viewpoints/domain/document/document-text';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import type { Decision } from '@viewpoints/domain/refusal';
import { getPublishedHistory } from '../project/published-history.ts';
import { writePublication } from '../project/write-publication.ts';

/**
 * Publishes the working copy as the next version, past workflow and rules: for tests of what the
 * database shows and refuses. Findings that are verified go out with it.
 */
export async function publish(
  db: EditorialDatabase,
  articleId: string,
  { at, visibleFrom = at, note = null }: { at: Date; visibleFrom?: Date; note?: string | null },
): Promise<Decision> {
  return inTransaction(db, async (tx) => {
    const article = await lockArticle(tx, articleId);
    if (article === null) throw new Error(`there is no article ${articleId}`);
    const all = await listArticleFindings(tx, articleId);
    for (const { id } of all.filter(({ state }) => state === 'verified'))
      await updateFindingState(tx, id, { state: 'published', at });
    const findings = (await listArticleFindings(tx, articleId)).filter(({ state }) =>
      isPublic(state),
    );
    const links = await listArticleLinks(tx, articleId);
    const ids = findings.map(({ id }) => id);
    const supersessions = await tx.supersession.findMany({
      where: { OR: [{ oldId: { in: ids } }, { newId: { in: ids } }] },
    });
    const revision = await insertRevision(tx, {
      id: newId(),
      articleId,
      reason: 'published',
      content: articleContentOf(article),
      findings,
      links,
      text: documentText(article.body).text,
      createdBy: article.savedBy,
      createdAt: at.toISOString(),
    });
    await updateWorkflowColumns(tx, article, {
      state: 'published',
      liveRevisionId: revision.id,
      firstPublishedAt: article.firstPublishedAt ?? visibleFrom.toISOString(),
    });
    const { fourEyes, alertDelay, digestHour, ...journal } = unnamedJournal;
    const history = await getPublishedHistory(tx, articleId);
    const version = (history.versions.at(-1)?.number ?? 0) + 1;
    const revisedAt = visibleFrom.toISOString();
    const sourceIds = [
      ...article.sourceIds,
      ...findings.flatMap(({ attribution }) => attribution.sourceId ?? []),
      ...findings.flatMap(({ evidence }) => evidence.locators.map(({ sourceId }) => sourceId)),
    ];
    const sources = await listSourcesByIds(tx, sourceIds);
    const waivers = await listWaivers(tx, sourceIds);
    const pictureIds = article.body.content.flatMap((block) =>
      block.type === 'figure' ? [block.attrs.mediaId] : [],
    );
    const set = publicSetOf({
      id: articleId,
      content: revision.content,
      findings: findings.map((finding) => ({
        ...finding,
        publishedAt: history.findingsPublishedAt.get(finding.id) ?? revisedAt,
      })),
      version,
      publishedAt: history.publishedAt ?? revisedAt,
      revisedAt,
      versions: [...history.versions, { number: version, at: revisedAt, note }],
      corrections: await listCorrections(tx, articleId),
      retraction: null,
      sources,
      waivers,
      ...(await listNamedEntries(tx, {
        ...{ articleId, sourceIds },
        actorIds: findings.flatMap(({ holders }) =>
          holders.flatMap(({ actorId }) => actorId ?? []),
        ),
        authorIds: article.byline?.kind === 'authors' ? article.byline.authorIds : [],
        issueIds: findings.flatMap(({ issueIds }) => issueIds),
        placeIds: findings.flatMap(({ placeIds }) => placeIds),
        seriesIds: article.series === null ? [] : [article.series.seriesId],
        topicIds: article.topicIds,
      })),
      pictures: (await listMediaGoingOut(tx, pictureIds)).map(({ id, width, height }) => ({
        mediaId: id,
        src: `/media/${id}`,
        width,
        height,
      })),
      locale: 'en',
      journal,
    });
    return writePublication(
      tx,
      {
        set,
        content: revision.content,
        findings,
        links,
        supersessions: supersessions.map((each) => ({ ...each, at: each.at.toISOString() })),
        origins: ['https://meridian.example'],
        visibleFrom: visibleFrom.toISOString(),
      },
      at,
    );
  });
}
