import type { Transaction } from '@viewpoints/db/client';
import {
  listArticleFindings,
  listArticleLinks,
  listFindingsByIds,
} from '@viewpoints/db/editorial/findings';
import { listMediaByIds } from '@viewpoints/db/editorial/media';
import { listNamedEntries } from '@viewpoints/db/editorial/named-entries';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import {
  type DatedSupersession,
  listSupersessionsOf,
} from '@viewpoints/db/editorial/supersessions';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { pictureIds } from '@viewpoints/domain/articles/public-texts';
import type { Finding } from '@viewpoints/domain/findings/finding';

export type Whole = Awaited<ReturnType<typeof loadWhole>>;
export type Connections = Awaited<ReturnType<typeof loadConnections>>;
export type References = Awaited<ReturnType<typeof loadReferences>>;

/** An article with its findings, where they are not at hand, and what those lead to elsewhere. */
export async function loadWhole(db: Transaction, article: Article, findings?: Finding[]) {
  const own = findings ?? (await listArticleFindings(db, article.id));
  const connections = await loadConnections(db, article.id, own);
  return { article, own, ...connections, ...(await loadReferences(db, article, own)) };
}

/** The links and supersessions of an article's findings, with the findings at their other ends. */
export async function loadConnections(db: Transaction, articleId: string, own: Finding[]) {
  const ownIds = own.map(({ id }) => id);
  const supersessions: DatedSupersession[] = await listSupersessionsOf(db, ownIds);
  const otherIds = unique(supersessions.flatMap(({ oldId, newId }) => [oldId, newId])).filter(
    (id) => !ownIds.includes(id),
  );
  return {
    findings: [...own, ...(await listFindingsByIds(db, otherIds))],
    links: await listArticleLinks(db, articleId),
    supersessions,
  };
}

/** Everything that an article's prose and its findings refer to by id. */
export async function loadReferences(
  db: Transaction,
  content: Pick<ArticleContent, 'body' | 'byline' | 'sourceIds' | 'topicIds' | 'series'>,
  findings: Finding[],
) {
  const sourceIds = sourceIdsOf(content, findings);
  const actorIds = findings.flatMap(({ holders }) => holders.flatMap((each) => each.actorId ?? []));
  return {
    sources: await listSourcesByIds(db, sourceIds),
    waivers: await listWaivers(db, sourceIds),
    ...(await listNamedEntries(db, {
      actorIds: unique(actorIds),
      issueIds: unique(findings.flatMap(({ issueIds }) => issueIds)),
      placeIds: unique(findings.flatMap(({ placeIds }) => placeIds)),
      topicIds: content.topicIds,
      seriesIds: content.series === null ? [] : [content.series.seriesId],
      authorIds: content.byline?.kind === 'authors' ? content.byline.authorIds : [],
    })),
    media: await listMediaByIds(db, unique([...pictureIds(content.body)])),
  };
}

/** Ids of the sources that prose and findings rest on, each once. */
export function sourceIdsOf(
  content: Pick<ArticleContent, 'sourceIds'>,
  findings: Finding[],
): string[] {
  return unique([
    ...content.sourceIds,
    ...findings.flatMap(({ attribution, evidence }) => [
      ...(attribution.sourceId === null ? [] : [attribution.sourceId]),
      ...evidence.locators.map(({ sourceId }) => sourceId),
    ]),
  ]);
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
