import type { Transaction } from '@viewpoints/db/client';
import { listArticleLinks, listFindingsByIds } from '@viewpoints/db/editorial/findings';
import { listMediaGoingOut } from '@viewpoints/db/editorial/media';
import { listNamedEntries } from '@viewpoints/db/editorial/named-entries';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import {
  type DatedSupersession,
  listSupersessionsOf,
} from '@viewpoints/db/editorial/supersessions';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { fileBlocks } from '@viewpoints/domain/document/file-blocks';
import { pictureIds } from '@viewpoints/domain/document/picture-ids';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { sourceIdsOfFinding } from '@viewpoints/domain/findings/source-ids';
import { byListedField } from '@viewpoints/domain/kinds/listed-kinds';
import { listSourcesUsedBy } from '@viewpoints/published/project/source-uses';

export type Connections = Awaited<ReturnType<typeof loadConnections>>;
export type References = Awaited<ReturnType<typeof loadReferences>>;

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
  articleId: string,
  content: Pick<ArticleContent, 'body' | 'byline' | 'sourceIds' | 'topicIds' | 'series'>,
  findings: Finding[],
) {
  // Earlier versions stay public: this version may not reveal what their sources protect either.
  const used = await listSourcesUsedBy(db, articleId);
  const sourceIds = unique([...sourceIdsOf(content, findings), ...used]);
  const actorIds = findings.flatMap(({ holders }) => holders.flatMap((each) => each.actorId ?? []));
  return {
    sources: await listSourcesByIds(db, sourceIds),
    waivers: await listWaivers(db, sourceIds),
    ...(await listNamedEntries(db, {
      ...{ articleId, sourceIds },
      actorIds: unique(actorIds),
      ...byListedField(({ field }) => unique(findings.flatMap((finding) => finding[field]))),
      topicIds: content.topicIds,
      seriesIds: content.series === null ? [] : [content.series.seriesId],
      authorIds: content.byline?.kind === 'authors' ? content.byline.authorIds : [],
    })),
    media: await listMediaGoingOut(
      db,
      unique([
        ...pictureIds(content.body),
        ...fileBlocks(content.body).map(({ attrs }) => attrs.mediaId),
      ]),
    ),
  };
}

/** Ids of the sources that prose and findings rest on, each once. */
export function sourceIdsOf(
  content: Pick<ArticleContent, 'sourceIds'>,
  findings: Finding[],
): string[] {
  return unique([...content.sourceIds, ...findings.flatMap(sourceIdsOfFinding)]);
}

const unique = (ids: string[]): string[] => [...new Set(ids)];
