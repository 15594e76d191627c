import type { Transaction } from '@viewpoints/db/client';
import { type CatalogueKind, isKindWith } from '@viewpoints/domain/kinds/kinds';
import { countFindings } from '../project/count-findings.ts';
import { menusPrint, noMenuPrint } from '../project/menu-targets.ts';
import { withSearchReindex } from '../search/write-search.ts';
import { changedTags, type Footprint, footprintOf } from './footprint.ts';
import { noteArticles } from './note-changes.ts';
import { notifyChanged } from './notify.ts';
import { shownNullResultTags } from './null-result-tags.ts';
import { everythingTag, listTag, type Tag, tag } from './tags.ts';

/**
 * Runs `work` and announces exactly the public changes that it made because of the article. Also
 * reindexes the article for search.
 */
export function withAnnouncement<Result>(
  tx: Transaction,
  articleId: string,
  now: Date,
  work: () => Promise<Result>,
): Promise<Result> {
  return withAnnouncements(tx, [articleId], now, work);
}

/** The same of several articles at once. */
export async function withAnnouncements<Result>(
  tx: Transaction,
  articleIds: string[],
  now: Date,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await footprintsOf(tx, articleIds, now);
  const menus = await menusPrint(tx, now);
  const result = await articleIds.reduce(
    (inner, articleId) => () => withSearchReindex(tx, articleId, inner),
    work,
  )();
  const after = await footprintsOf(tx, articleIds, now);
  const tags = before.flatMap((footprint, index) =>
    changedTags(footprint, after[index] ?? new Map()),
  );
  // Without a menu there is nothing to compare.
  if (menus !== noMenuPrint && (await menusPrint(tx, now)) !== menus) tags.push('menus');
  await notifyChanged(tx, tags);
  return result;
}

async function footprintsOf(tx: Transaction, articleIds: string[], now: Date) {
  const footprints: Footprint[] = [];
  for (const articleId of articleIds) footprints.push(await footprintOf(tx, articleId, now));
  return footprints;
}

/**
 * Announces an article whose embargo has ended at `now`; nothing where readers cannot see it yet. What
 * it replaces, in other articles too, counts no more from then on.
 */
export async function announceArticle(
  tx: Transaction,
  articleId: string,
  now: Date,
): Promise<void> {
  await countFindings(tx, [articleId], now);
  const tags = [...(await footprintOf(tx, articleId, now)).keys()];
  if (await bringsMenuEntries(tx, articleId, now)) tags.push('menus');
  await notifyChanged(tx, tags);
}

/** Whether the menus have had something since an article came to be visible that they did not have just before. */
async function bringsMenuEntries(tx: Transaction, articleId: string, now: Date): Promise<boolean> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId },
    select: { visibleFrom: true },
  });
  if (row === null || row.visibleFrom > now) return false;
  const justBefore = new Date(row.visibleFrom.getTime() - 1);
  return (await menusPrint(tx, now)) !== (await menusPrint(tx, justBefore));
}

/** An edited page to announce: with its former slug, if that changed. */
export type EditedPage = {
  kind: CatalogueKind;
  id: string;
  slugBefore: string;
  slug: string;
};

/**
 * Announces that an entry of the catalogue was edited, where it has a page. Names inside articles and findings
 * are part of their views: rebuild the articles of `listArticlesNaming` as well.
 */
export async function announcePage(tx: Transaction, page: EditedPage): Promise<void> {
  const { kind } = page;
  if (!isKindWith('tag', kind)) return;
  const mention = await tx.publishedMention.findFirst({
    where: { kind, refId: page.id },
    select: { refId: true },
  });
  if (mention === null) return;
  const slugs = [...new Set([page.slugBefore, page.slug])];
  const tags: Tag[] = slugs.flatMap((slug) => [tag[kind](slug), tag.slug(slug)]);
  if (isKindWith('listTag', kind)) tags.push(listTag[kind]);
  if ((await tx.menuEntry.count({ where: { kind, refId: page.id } })) > 0) tags.push('menus');
  if (kind === 'actor' || kind === 'issue')
    for (const slug of slugs) tags.push(...(await positionTags(tx, kind, page.id, slug)));
  if (kind === 'actor' || kind === 'issue')
    tags.push(...(await shownNullResultTags(tx, { kind, id: page.id })));
  await notifyChanged(tx, tags);
}

/** Announces new settings: every page shows the masthead. */
export async function announceJournal(tx: Transaction): Promise<void> {
  await notifyChanged(tx, ['journal']);
}

/**
 * Announces that anything may have changed because of articles, where working out what would take too
 * long. Call it before they are changed: what is no longer joined to them afterwards has changed too.
 */
export async function announceSite(tx: Transaction, articleIds: readonly string[]): Promise<void> {
  await noteArticles(tx, articleIds);
  await notifyChanged(tx, [everythingTag]);
}

async function positionTags(
  tx: Transaction,
  kind: 'actor' | 'issue',
  id: string,
  slug: string,
): Promise<Tag[]> {
  if (kind === 'actor') {
    const issues = await tx.issue.findMany({
      where: { published: { some: { finding: { holdings: { some: { actorId: id } } } } } },
      select: { slug: true },
    });
    return issues.map((issue) => tag.position(slug, issue.slug));
  }
  const actors = await tx.actor.findMany({
    where: { published: { some: { finding: { about: { some: { issueId: id } } } } } },
    select: { slug: true },
  });
  return actors.map((actor) => tag.position(actor.slug, slug));
}
