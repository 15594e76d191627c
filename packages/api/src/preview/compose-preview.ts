import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import type { JournalRow } from '@viewpoints/db/editorial/journal';
import { findMediaFile } from '@viewpoints/db/editorial/media';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Article } from '@viewpoints/domain/articles/article';
import type { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { placedTextsOf } from '@viewpoints/domain/articles/public-texts';
import { withholdMentions } from '@viewpoints/domain/articles/withhold-mentions';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { emptyDocument } from '@viewpoints/domain/document/document';
import { countsInVersion, numberFindings } from '@viewpoints/domain/findings/number-findings';
import type { Reason } from '@viewpoints/domain/refusal';
import { findPublishedMedia } from '@viewpoints/published/query/media';
import { previewOfPage } from '../pages/preview-of-page.ts';
import { composeNextEdition, type Edition } from '../publishing/compose-edition.ts';
import { noticesOf, plainVersion } from '../publishing/publish-next-version.ts';
import { mayKnowSources, redactReasons } from '../publishing/redact-reasons.ts';
import { scheduledChange } from '../publishing/scheduled-change.ts';
import { joinPreview } from './join-preview.ts';

type Context = {
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  readerUrl: string;
  at: Date;
  journal: JournalRow;
};

/**
 * The page of an article as it would be if it were published now: from the edition that a
 * publication composes, checks and writes, with the notices that it is scheduled with for those who may see them. What
 * a publication would refuse is not shown: findings that may not go out are left out, and what mentions a
 * protected name is withheld.
 */
export async function composePreview(
  ctx: Context,
  { article, acting }: { article: Article; acting: Principal },
): Promise<ArticlePreview> {
  const { editorial: tx, at, journal, readerUrl } = ctx;
  const publishAt = at.toISOString();
  // As in the article's details: notices may tell of a source until they are published.
  const { minor, corrections } = mayKnowSources(acting)
    ? await scheduledChange({ tx, acting, at }, article)
    : plainVersion;
  const edition = await composeNextEdition(
    { tx, at, journal, origins: [new URL(readerUrl).origin] },
    {
      ...{ article: { ...article, embargoUntil: null }, revision: null, publishAt, minor },
      ...noticesOf(article.id, corrections, { by: acting.id, at: publishAt }),
    },
  );
  const { publishable } = edition;
  const reasons = publishable.ok ? [] : redactReasons(acting, publishable.reasons);
  const view = withoutRefused(reasons, edition);
  return previewOf(
    ctx,
    edition,
    mayKnowSources(acting) ? await withhold(ctx, edition, view) : view,
  );
}

/** A view of an edition with what else the reading site needs. */
export const previewOf = async (
  ctx: Pick<Context, 'editorial' | 'reader'>,
  edition: Edition,
  view: ArticleView,
): Promise<ArticlePreview> => ({
  ...(await joinPreview(ctx.reader, edition, view)),
  page: edition.path === null ? null : await previewOfPage(ctx.reader, view, edition.path),
  pictures: await listUnpublishedPictures(ctx, view),
});

/**
 * Without findings that publishing refuses, such as those whose source is off the record.
 * @param reasons those that the viewer may see: which finding is missing would reveal the rest
 */
export function withoutRefused(reasons: readonly Reason[], { set }: Edition): ArticleView {
  const view = set.article;
  const refused = new Set(
    reasons.flatMap(({ at }) => /^findings\.([\w-]{36})\./.exec(at ?? '')?.[1] ?? []),
  );
  if (!view.findings.some(({ id }) => refused.has(id))) return view;
  const findings = numberFindings({
    text: view.text,
    findings: view.findings.filter(({ id }) => !refused.has(id)),
  });
  return { ...view, findings, findingCount: findings.filter(countsInVersion).length };
}

/**
 * Withholds what mentions a protected name. Only for those who may see sources: to others it would
 * reveal which names are protected, so they see their words unchanged and a note that names were
 * not searched for.
 */
async function withhold(
  { editorial }: Context,
  { article, references, findings }: Edition,
  view: ArticleView,
): Promise<ArticleView> {
  const { sources, waivers } = references;
  const strings = protectedStrings(sources, waivers, findings);
  if (strings.length === 0) return view;
  const clearances = await listClearances(
    editorial,
    sources.map(({ id }) => id),
  );
  const isMentioned = (texts: Parameters<typeof mentionReasons>[0]) =>
    mentionReasons(texts, strings, { articleId: article.id, clearances }).length > 0;
  if (!isMentioned(placedTextsOf(view))) return view;
  return withholdMentions(view, isMentioned) ?? withholdAll(view);
}

/** A page that shows nothing, because no single part could be withheld. */
const withholdAll = (view: ArticleView): ArticleView => ({
  ...view,
  ...{ slug: 'withheld', headline: 'Withheld', standfirst: '', section: '' },
  byline: { authors: [], reason: null },
  body: emptyDocument,
  ...{ text: '', topics: [], pictures: [], files: [], sources: [], findings: [], corrections: [] },
  versions: view.versions.map((version) => ({ ...version, note: null })),
});

/** The pictures of a page that no visible article shows: readers cannot get those by address. */
async function listUnpublishedPictures(
  { editorial, reader }: Pick<Context, 'editorial' | 'reader'>,
  view: ArticleView,
) {
  const files = await Promise.all(
    view.pictures.map(async ({ mediaId }) => {
      if ((await findPublishedMedia(reader, mediaId)) !== null) return [];
      const file = await findMediaFile(editorial, mediaId);
      if (file === null) return [];
      const { path, mediaType, sha256 } = file;
      return [{ id: mediaId, path, mediaType, sha256 }];
    }),
  );
  return files.flat();
}
