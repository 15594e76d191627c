import { isDeepStrictEqual } from 'node:util';
import { updateStanding } from '@viewpoints/db/editorial/articles';
import { listArticleFindings, updateFindingStates } from '@viewpoints/db/editorial/findings';
import {
  getPublishedHistory,
  hideEarlierVersions,
} from '@viewpoints/db/editorial/published-history';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { holdSources } from '@viewpoints/db/editorial/sources';
import { writePublication } from '@viewpoints/db/published/write-publication';
import type { Article } from '@viewpoints/domain/articles/article';
import { checkPublishable, outgoingFindings } from '@viewpoints/domain/articles/publishable';
import type { Revision } from '@viewpoints/domain/articles/revision';
import { visibleFrom } from '@viewpoints/domain/articles/schedule';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { cutRevision } from '../articles/cut-revision.ts';
import { loadWhole, sourceIdsOf, type Whole } from '../articles/load-whole.ts';
import { allow, type Command } from '../command.ts';
import { tellOutside } from '../outside/tell-outside.ts';
import { announceLater } from './announce-later.ts';
import { publicationOf } from './publication-of.ts';
import { asTheyStand } from './renew-article.ts';

/**
 * Ends the command with every reason where the revision named may not go out as things stand. Its
 * sources are held, so that terms narrowed at the same moment come before it or after it.
 * @param own its findings, where they are at hand
 * @returns all that was looked at, for `putOut`
 */
export async function requirePublishable(
  { tx, at }: Command,
  article: Article,
  revisionId: string | null,
  own?: Finding[],
): Promise<Whole> {
  const revision = revisionId === null ? null : await findRevision(tx, revisionId);
  const findings = own ?? (await listArticleFindings(tx, article.id));
  await holdSources(tx, sourceIdsOf(article, findings));
  const whole = await loadWhole(tx, article, findings);
  allow(checkPublishable({ ...whole, revision }, at.toISOString()));
  return whole;
}

/**
 * Puts the working copy out as the next version: its findings with it, a revision of what went
 * out, what readers may see, and the end of an embargo as a job. The caller has locked the article
 * and asked whether it may: `whole` is what `requirePublishable` looked at.
 */
export async function putOut(
  command: Command,
  whole: Whole,
  {
    reason,
    publishAt,
    note,
  }: {
    reason: 'published' | 'corrected';
    publishAt: string;
    note: string | null;
  },
): Promise<{ article: Article; revision: Revision; version: number }> {
  const { tx, at } = command;
  const { article } = whole;
  const current = await publishFindings(command, whole);
  const revision = await cutRevision(command, article, reason, {
    findings: current,
    links: whole.links,
  });
  const history = await getPublishedHistory(tx, article.id);
  const version = (history.versions.at(-1)?.number ?? 0) + 1;
  const from = visibleFrom({ publishAt, embargoUntil: article.embargoUntil }) ?? publishAt;
  // A next version takes over the time that was set for the first; it is not seen before now.
  const appears = version === 1 || from > at.toISOString() ? from : at.toISOString();
  const publishing = current.filter(({ state }) => state === 'published');
  const findingsPublishedAt = new Map([
    ...publishing.map(({ id }): [string, string] => [id, appears]),
    ...history.findingsPublishedAt,
  ]);
  // What was archived and comes back is the same piece, and keeps the day it first came out.
  const publishedAt = history.publishedAt ?? article.firstPublishedAt ?? from;
  const isFirst = version === 1 && publishedAt === from;
  const publication = await publicationOf(command, {
    articleId: article.id,
    content: revision.content,
    findings: asTheyStand(revision.findings, current, { findingsPublishedAt }),
    references: whole,
    connections: whole,
    history: { ...history, findingsPublishedAt },
    version,
    publishedAt,
    revisedAt: publishedAt > at.toISOString() || isFirst ? publishedAt : at.toISOString(),
    note,
    visibleFrom: from,
  });
  allow(await writePublication(tx, publication, at));
  if (await attributesOtherwise(command, article, revision))
    await hideEarlierVersions(tx, article.id);
  if (new Date(from) > at)
    await announceLater(command, { articleId: article.id, visibleFrom: new Date(from) });
  else await tellOutside(command, article.id);
  const published = await updateStanding(tx, article, {
    state: 'published',
    liveRevisionId: revision.id,
    publishAt,
    firstPublishedAt: article.firstPublishedAt ?? publishedAt,
  });
  return { article: published, revision, version };
}

/** Whether the version readers had says of a finding where it came from in another way. */
async function attributesOtherwise(
  { tx }: Command,
  { liveRevisionId }: Article,
  next: Revision,
): Promise<boolean> {
  const live = liveRevisionId === null ? null : await findRevision(tx, liveRevisionId);
  if (live === null) return false;
  return live.findings.some((before) => {
    const after = next.findings.find(({ id }) => id === before.id);
    return after !== undefined && !isDeepStrictEqual(before.attribution, after.attribution);
  });
}

/** Marks what goes out; answers with the article's findings as they are from then on. */
async function publishFindings({ tx, at }: Command, { article, own }: Whole): Promise<Finding[]> {
  const outgoing = outgoingFindings({ article, findings: own }).filter(
    ({ state }) => state !== 'published',
  );
  const published = await updateFindingStates(tx, outgoing, { state: 'published', at });
  return own.map((finding) => published.find(({ id }) => id === finding.id) ?? finding);
}
