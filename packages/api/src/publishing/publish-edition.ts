import { isDeepStrictEqual } from 'node:util';
import { updateWorkflowColumns } from '@viewpoints/db/editorial/articles';
import { deleteNextStep } from '@viewpoints/db/editorial/assignments';
import { replaceExposures } from '@viewpoints/db/editorial/exposures';
import { listArticleFindings, updateFindingStates } from '@viewpoints/db/editorial/findings';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Revision } from '@viewpoints/domain/articles/revision';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { hideVersions, removeFormerSlugs } from '@viewpoints/published/project/hide-exposed';
import { hideEarlierVersions } from '@viewpoints/published/project/published-history';
import { writePublication } from '@viewpoints/published/project/write-publication';
import { allow, type Command } from '../command.ts';
import { enqueueSyndication } from '../syndication/enqueue-syndication.ts';
import { announceLater } from './announce-later.ts';
import { composeNextEdition, type Edition, type NextEdition } from './compose-edition.ts';
import { cutRevision } from './cut-revision.ts';
import { dropExposedRelations } from './drop-exposed-relations.ts';
import { publicationOf } from './publication-of.ts';
import { rebuildPagesBelow } from './rebuild-article.ts';

/**
 * Composes the next version of an article and refuses, with every reason, where it may not go out.
 * The caller has locked what the article names, and the article.
 */
export async function requirePublishable(
  command: Command,
  { revisionId, ...next }: Omit<NextEdition, 'revision'> & { revisionId: string | null },
): Promise<Edition> {
  const { tx } = command;
  const revision = revisionId === null ? null : await findRevision(tx, revisionId);
  const own = next.own ?? (await listArticleFindings(tx, next.article.id));
  const edition = await composeNextEdition(command, { ...next, own, revision });
  allow(edition.publishable);
  return edition;
}

/**
 * Publishes an edition that was composed and checked: marks its findings, stores a revision of it,
 * writes the public views, and schedules the end of an embargo. The caller has locked the article
 * and checked the permission, and notifies its authors.
 * @param how.quiet whether services outside are not told, as of what was public elsewhere before
 */
export async function publishEdition(
  command: Command,
  edition: Edition,
  {
    reason,
    publishAt,
    quiet = false,
  }: { reason: 'published' | 'corrected'; publishAt: string; quiet?: boolean },
): Promise<{ article: Article; revision: Revision; version: number }> {
  const { tx, at } = command;
  const { article, version, visibleFrom: from } = edition;
  const findings = await publishFindings(command, edition);
  const revision = await cutRevision(command, article, reason, {
    // Edits of a finding after its replacement are not published: the revision has its public form.
    findings: edition.own.map((own) => findings.find(({ id }) => id === own.id) ?? own),
    links: edition.connections.links,
  });
  allow(await writePublication(tx, publicationOf(command, { ...edition, findings }), at));
  await dropExposedRelations(command, edition);
  await replaceExposures(tx, article.id, [], at);
  await hideReplaced(command, edition);
  if (await attributionChanged(command, article, findings))
    await hideEarlierVersions(tx, article.id);
  if (new Date(from) > at)
    await announceLater(command, { articleId: article.id, visibleFrom: new Date(from) });
  else if (!edition.minor && !quiet) await enqueueSyndication(command, article.id);
  await deleteNextStep(tx, article.id);
  const published = await updateWorkflowColumns(tx, article, {
    state: 'published',
    liveRevisionId: revision.id,
    publishAt,
    firstPublishedAt: edition.set.article.publishedAt,
  });
  if (edition.history.suspended) await rebuildPagesBelow(command, article);
  return { article: published, revision, version };
}

/** Takes what the replaced version said, and its address, from readers where terms protect any of that. */
async function hideReplaced(
  { tx }: Command,
  { article, version, history, exposedBefore }: Edition,
): Promise<void> {
  if (exposedBefore.version)
    await hideVersions(tx, [{ articleId: article.id, number: version - 1 }]);
  if (exposedBefore.slug && history.slug !== null) await removeFormerSlugs(tx, [history.slug]);
}

/** Whether the former live version attributes a finding differently. */
async function attributionChanged(
  { tx }: Command,
  { liveRevisionId }: Article,
  next: Finding[],
): Promise<boolean> {
  const live = liveRevisionId === null ? null : await findRevision(tx, liveRevisionId);
  if (live === null) return false;
  return live.findings.some((before) => {
    const after = next.find(({ id }) => id === before.id);
    return after !== undefined && !isDeepStrictEqual(before.attribution, after.attribution);
  });
}

/** Marks the findings as published; returns them in their new state. */
async function publishFindings({ tx, at }: Command, { findings }: Edition): Promise<Finding[]> {
  const verified = findings.filter(({ state }) => state === 'verified');
  const published = await updateFindingStates(tx, verified, { state: 'published', at });
  return findings.map((finding) => published.find(({ id }) => id === finding.id) ?? finding);
}
