import type { Transaction } from '@viewpoints/db/client';
import { listCitedArticles } from '@viewpoints/db/editorial/cited-articles';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listCorrections } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import type { CitedArticle } from '@viewpoints/domain/advice/cited-articles';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import { editionDates } from '@viewpoints/domain/articles/edition-dates';
import { type PublicSet, publicSetOf } from '@viewpoints/domain/articles/public-set';
import { checkPublishable, type Publishable } from '@viewpoints/domain/articles/publishable';
import type { Revision } from '@viewpoints/domain/articles/revision';
import type { Correction } from '@viewpoints/domain/corrections/correction';
import { citedAddresses } from '@viewpoints/domain/document/cited-addresses';
import { filePath } from '@viewpoints/domain/document/file-facts';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import { findingsGoingOut } from '@viewpoints/domain/findings/findings-going-out';
import { JournalView } from '@viewpoints/domain/journal/journal-view';
import { dayOf } from '@viewpoints/domain/text/day-of';
import {
  getPublishedHistory,
  type PublishedHistory,
} from '@viewpoints/published/project/published-history';
import { placeOf } from '../pages/place-of.ts';
import {
  type Connections,
  loadConnections,
  loadReferences,
  type References,
} from './article-graph.ts';
import { findExposedElsewhere, findExposedInReplaced } from './find-exposed-elsewhere.ts';

/** The context for composing: a command, or a screen that only reads. */
export type ComposeContext = {
  tx: Transaction;
  at: Date;
  journal: JournalRow;
  /** Origins of the reading site: links to them are links to the journal's own articles. */
  origins?: readonly string[];
};

/** One version of an article to be published, checked. */
export type Edition = {
  article: Article;
  content: ArticleContent;
  /** The article's findings in every state, in the words of the working copy. */
  own: Finding[];
  /** Those that go out, each in the words that were verified. */
  findings: Finding[];
  references: References;
  connections: Connections;
  history: PublishedHistory;
  version: number;
  note: string | null;
  /** Listed among the versions, without notifications. */
  minor: boolean;
  visibleFrom: string;
  /** The address of a page, without its first slash; null of an article. */
  path: string | null;
  /** What terms protect in the version that it replaces: it goes as it is replaced. */
  exposedBefore: { version: boolean; slug: boolean };
  /** The public set, which is written if nothing refuses. */
  set: PublicSet;
  publishable: Publishable;
};

export type NextEdition = {
  article: Article;
  /** The revision that would be published; null to look at the working copy as it is. */
  revision: Revision | null;
  /** Its findings, if they are loaded already. */
  own?: Finding[] | undefined;
  publishAt: string | null;
  /** Notices that go out with it. */
  notices?: Correction[];
  note?: string | null;
  minor?: boolean;
};

/** Composes the next version of an article from its working copy and looks at whether it may go out. */
export async function composeNextEdition(
  ctx: ComposeContext,
  {
    article,
    revision,
    own: given,
    publishAt,
    notices = [],
    note = null,
    minor = false,
  }: NextEdition,
): Promise<Edition> {
  const { tx } = ctx;
  const now = ctx.at.toISOString();
  const own = given ?? (await listArticleFindings(tx, article.id));
  const live = await liveRevisionOf(tx, article);
  const findings = findingsGoingOut({
    ...{ articleId: article.id, findings: own, live: live?.findings ?? [] },
  });
  const history = await getPublishedHistory(tx, article.id);
  const version = (history.versions.at(-1)?.number ?? 0) + 1;
  const { embargoUntil, firstPublishedAt } = article;
  const dates = editionDates({
    ...{ version, history, embargoUntil, firstPublishedAt, now },
    publishAt: publishAt ?? now,
  });
  return compose(ctx, {
    ...{ article, revision, own, findings, history, version, note, minor, ...dates },
    cameOutAt: dates.revisedAt,
    revisedAt: minor ? lastMajorAt(history, dates.revisedAt) : dates.revisedAt,
    isLive: false,
    content: revision?.content ?? article,
    findingsAppear: dates.revisedAt,
    corrections: [...(await listCorrections(tx, article.id)), ...notices],
    formerSlug: history.slug,
  });
}

/**
 * Composes the live version again, from its revision and the current entities; null if there is
 * none.
 */
export async function composeLiveEdition(
  ctx: ComposeContext,
  article: Article,
): Promise<Edition | null> {
  const { tx } = ctx;
  const revision = await liveRevisionOf(tx, article);
  const history = await getPublishedHistory(tx, article.id);
  const latest = history.versions.at(-1);
  if (revision === null || latest === undefined || history.publishedAt === null) return null;
  const own = await listArticleFindings(tx, article.id);
  return compose(ctx, {
    article: { ...article, approvedRevisionId: revision.id },
    ...{ revision, own, history },
    findings: withCurrentStates(revision.findings, own, history),
    isLive: true,
    content: revision.content,
    version: latest.number,
    publishedAt: history.publishedAt,
    cameOutAt: latest.at,
    revisedAt: lastMajorAt(history, latest.at),
    ...{ note: latest.note, minor: latest.minor },
    visibleFrom: history.visibleFrom ?? history.publishedAt,
    findingsAppear: history.publishedAt,
    corrections: await listCorrections(tx, article.id),
    formerSlug: null,
  });
}

/** When the last version was published that is more than a minor change. */
const lastMajorAt = ({ versions }: PublishedHistory, otherwise: string): string =>
  versions.findLast(({ minor }) => !minor)?.at ?? otherwise;

const liveRevisionOf = (tx: Transaction, { liveRevisionId }: Article) =>
  liveRevisionId === null ? Promise.resolve(null) : findRevision(tx, liveRevisionId);

type Composing = Omit<
  Edition,
  'references' | 'connections' | 'set' | 'publishable' | 'path' | 'exposedBefore'
> & {
  revision: Revision | null;
  /** Whether it is the live version, composed again. */
  isLive: boolean;
  publishedAt: string;
  /** When it was published, and when the last version was that is more than a minor change. */
  cameOutAt: string;
  revisedAt: string;
  /** When findings that are new in this version are first seen. */
  findingsAppear: string;
  corrections: Correction[];
  /** The address that readers have until now; another one makes it a former one. */
  formerSlug: string | null;
};

async function compose(
  { tx, at, journal, origins = [] }: ComposeContext,
  given: Composing,
): Promise<Edition> {
  const { article, revision, content, findings, history, version } = given;
  const references = await loadReferences(tx, article.id, content, findings);
  const connections = await loadConnections(tx, article.id, given.own);
  const { sources, waivers, media, formerSlugs, parts: _, ...entries } = references;
  const clearances = await listClearances(tx, protectedIds(references));
  const replaced = given.isLive ? null : (history.versions.at(-1)?.number ?? null);
  const exposed =
    replaced === null
      ? { version: false, slug: false }
      : await findExposedInReplaced(
          tx,
          { article, references, clearances, findings: given.own },
          replaced,
        );
  const set = publicSetOf({
    id: article.id,
    content,
    findings: findings.map((finding) => ({
      ...finding,
      publishedAt: history.findingsPublishedAt.get(finding.id) ?? given.findingsAppear,
    })),
    version,
    publishedAt: given.publishedAt,
    revisedAt: given.revisedAt,
    versions: [
      ...history.versions.filter(({ number }) => number !== version),
      { number: version, at: given.cameOutAt, note: given.note, minor: given.minor },
    ],
    corrections: given.corrections,
    retraction: null,
    pictures: media
      .filter(({ pages }) => pages === null)
      .map(({ id, width, height, focal }) => ({
        ...{ mediaId: id, src: `/media/${id}`, width, height },
        ...(focal && { focal }),
      })),
    files: media.flatMap(({ id, pages, byteSize, text }) =>
      pages === null ? [] : [{ mediaId: id, src: filePath(id), pages, byteSize, text: text ?? '' }],
    ),
    locale: journal.language,
    journal: JournalView.parse(journalOf(journal)),
    formerSlugs: [
      ...formerSlugs,
      ...(given.formerSlug === null || given.formerSlug === content.slug || exposed.slug
        ? []
        : [{ refId: article.id, slug: given.formerSlug }]),
    ],
    ...{ sources, waivers, ...entries },
  });
  const place = await placeOf(tx, { article, slug: content.slug, visibleFrom: given.visibleFrom });
  const bearing = given.isLive
    ? [...findings, ...connections.findings.filter(({ articleId }) => articleId !== article.id)]
    : connections.findings;
  const isKnown = (id: string) => bearing.some((finding) => finding.id === id);
  const publishable = checkPublishable(
    {
      ...references,
      ...{ article, revision, set, clearances, outgoing: findings, findings: bearing },
      links: connections.links,
      placeReasons: place.reasons,
      today: given.isLive ? null : dayOf(at, journal.timeZone),
      // A live version may link to what is no longer public: that is for the next version.
      cited: given.isLive ? [] : await findCited(tx, article.id, content, origins),
      origins,
      // A finding of the next version that replaces one of this does not affect what is public: its
      // quote is in a text that is not published yet.
      supersessions: given.isLive
        ? connections.supersessions.filter(({ oldId, newId }) => isKnown(oldId) && isKnown(newId))
        : connections.supersessions,
      left: await findExposedElsewhere(tx, {
        article,
        content,
        set,
        references,
        findings,
        clearances,
        replaced,
      }),
    },
    at.toISOString(),
  );
  return {
    ...{ article, content, own: given.own, findings, references, connections, history, version },
    ...{
      note: given.note,
      minor: given.minor,
      visibleFrom: given.visibleFrom,
      path: place.path,
      exposedBefore: exposed,
      set,
      publishable,
    },
  };
}

/** The articles that a text links to, its own left out. */
export async function findCited(
  tx: Transaction,
  articleId: string,
  { body }: Pick<ArticleContent, 'body'>,
  origins: readonly string[],
): Promise<CitedArticle[]> {
  const { slugs } = citedAddresses(body, origins);
  return slugs.length === 0 ? [] : listCitedArticles(tx, slugs, articleId);
}

/** The settings that readers see. */
export function journalOf(row: JournalRow) {
  const { save, fourEyes, alertDelay, digestHour, ...journal } = row;
  return journal;
}

/** Sources whose terms protect something: only those can have clearances. */
const protectedIds = ({ sources }: Pick<References, 'sources'>): string[] =>
  sources
    .filter(
      ({ terms, participants }) => terms.attribution !== 'on_record' || participants.length > 0,
    )
    .map(({ id }) => id);

/**
 * The findings of the live revision in its words, with the present state of each; withdrawn and
 * unpublished ones are left out.
 */
function withCurrentStates(
  snapshot: Finding[],
  current: Finding[],
  { findingsPublishedAt }: Pick<PublishedHistory, 'findingsPublishedAt'>,
): Finding[] {
  const states = new Map(current.map(({ id, state }) => [id, state]));
  return snapshot.flatMap((finding) => {
    const state = states.get(finding.id);
    if (!findingsPublishedAt.has(finding.id) || state === undefined) return [];
    return isPublic(state) ? [{ ...finding, state }] : [];
  });
}
