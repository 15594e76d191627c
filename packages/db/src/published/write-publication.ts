import type { ArticleContent } from '@viewpoints/domain/articles/article';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { Finding, Link, Supersession } from '@viewpoints/domain/findings/finding';
import { allowed, type Decision, reason } from '@viewpoints/domain/refusal';
import type { Transaction } from '../client.ts';
import { announcing } from './announce.ts';
import { writeCitations } from './write-citations.ts';
import { writeConnections } from './write-connections.ts';
import { writeFindings } from './write-findings.ts';
import { translationGroup, writeJoins } from './write-joins.ts';
import { writeMentions } from './write-mentions.ts';
import { writeRelated } from './write-related.ts';

/*
 * What commands call, each inside its transaction, each announcing what it changed:
 *   writePublication    publish, correct, or build the live version anew       (here)
 *   writeRetraction     the notice stays, the rest goes                        (write-retraction.ts)
 *   writeWithdrawal     one finding goes, its address stays                    (write-withdrawal.ts)
 *   writeLink, removeLink, writeSupersession
 *                       between published findings, apart from any publication (write-links.ts)
 *   announceArticle     its embargo has ended; writes nothing                  (announce.ts)
 *   announcePage        an actor, issue, topic, series or author was edited    (announce.ts)
 *   announceJournal     the settings were saved                                (announce.ts)
 *   listArticlesNaming  which articles to build anew after an edit of those    (articles-naming.ts)
 */

/** One version of an article as readers will have it. */
export type Publication = {
  /** From `articleViewOf`; its `version` says which version this is. */
  view: ArticleView;
  /** The revision's content and findings, for the ids behind the names of the view. */
  content: ArticleContent;
  /** At least those in `view.findings`. */
  findings: Finding[];
  /** Views of sources that only locators name, so that those have a page too. */
  locatorSources: SourceView[];
  /** All links and supersessions with one of its findings at either end. */
  links: Link[];
  supersessions: (Supersession & { at: string })[];
  /** Where the reading site answers: a link to such an address is one inside the journal. */
  origins: readonly string[];
  /** max(publishAt, embargoUntil). */
  visibleFrom: string;
};

/**
 * Writes what readers see of an article. The same version again replaces itself. Announces what
 * changed where readers can see it at `now`; under an embargo that is for `announceArticle` to do.
 * Refuses to put an embargo on an article that readers have already, which would take it away.
 */
export async function writePublication(
  tx: Transaction,
  publication: Publication,
  now: Date,
): Promise<Decision> {
  const { view, visibleFrom } = publication;
  const before = await tx.publishedArticle.findUnique({
    where: { id: view.id },
    select: { visibleFrom: true },
  });
  const seen = before !== null && before.visibleFrom <= now;
  if (seen && new Date(visibleFrom) > now)
    return {
      ok: false,
      reasons: [
        reason(
          'embargo_after_publication',
          'Readers have this article already, and an embargo would take it away. Schedule the next version for that time instead.',
          'embargoUntil',
        ),
      ],
    };
  await announcing(tx, view.id, now, async () => {
    await writeArticle(tx, publication, seen);
    await writeFindings(tx, publication, now);
    await writeSources(tx, publication);
    await writeConnections(tx, publication);
    await writeJoins(tx, view.id, publication.content);
    await writeCitations(tx, publication);
    await writeMentions(tx, view.id);
    await writeRelated(tx, view);
  });
  return allowed;
}

async function writeArticle(tx: Transaction, publication: Publication, seen: boolean) {
  const { view, content, visibleFrom } = publication;
  const { body, text, pictures, sources, findings, corrections, versions, retraction, ...summary } =
    view;
  const at = new Date(visibleFrom);
  const columns = {
    slug: view.slug,
    version: view.version,
    publishedAt: new Date(view.publishedAt),
    revisedAt: new Date(view.revisedAt),
    genre: view.genre,
    language: view.language,
    retracted: view.retracted,
    translationGroup: translationGroup(content.translationOf ?? view.id),
    summary,
    // Once seen it stays seen; until then the latest embargo counts.
    ...(seen ? {} : { visibleFrom: at }),
  };
  const articleId = view.id;
  await tx.publishedArticle.upsert({
    where: { id: articleId },
    create: { id: articleId, ...columns, visibleFrom: at },
    update: columns,
  });
  if (!seen) {
    const moved = { where: { articleId }, data: { visibleFrom: at } };
    await tx.publishedVersion.updateMany(moved);
    await tx.publishedFinding.updateMany(moved);
    await tx.publishedCorrection.updateMany(moved);
  }
  const version = {
    at: new Date(view.revisedAt),
    note: versions.find(({ number }) => number === view.version)?.note ?? null,
    view: { ...view, findings: findings.filter(({ state }) => state !== 'withdrawn') },
  };
  await tx.publishedVersion.upsert({
    where: { articleId_number: { articleId, number: view.version } },
    create: { articleId, number: view.version, visibleFrom: at, ...version },
    update: version,
  });
  for (const { id, article, at: when, ...correction } of corrections) {
    const row = { ...correction, articleId, at: new Date(when) };
    await tx.publishedCorrection.upsert({
      where: { id },
      create: { id, ...row, visibleFrom: at },
      update: row,
    });
  }
  await tx.publishedArticleTopic.deleteMany({ where: { articleId } });
  await tx.publishedArticleTopic.createMany({
    data: content.topicIds.map((topicId) => ({ articleId, topicId })),
  });
  const authorIds = content.byline?.kind === 'authors' ? content.byline.authorIds : [];
  await tx.publishedContributor.deleteMany({ where: { articleId } });
  await tx.publishedContributor.createMany({
    data: authorIds.map((authorId) => ({ articleId, authorId })),
  });
  await tx.publishedMedia.deleteMany({ where: { articleId } });
  await tx.publishedMedia.createMany({
    data: [...new Set(pictures.map(({ mediaId }) => mediaId))].map((mediaId) => ({
      articleId,
      mediaId,
    })),
  });
}

/** Only sources that the view names: an unnamed one has no row that readers' role could see. */
async function writeSources(tx: Transaction, { view, locatorSources }: Publication) {
  const articleId = view.id;
  const attributions = view.findings.map(({ attribution }) => attribution);
  const named = new Map(
    [...locatorSources, ...attributions, ...view.sources].flatMap((source) =>
      source.id === null || source.named === null
        ? []
        : [[source.id, { articleId, sourceId: source.id, slug: source.named.slug, view: source }]],
    ),
  );
  await tx.publishedSource.deleteMany({ where: { articleId } });
  await tx.publishedSource.createMany({ data: [...named.values()] });
}
