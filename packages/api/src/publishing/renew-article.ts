import { lockArticle } from '@viewpoints/db/editorial/articles';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { getPublishedHistory } from '@viewpoints/db/editorial/published-history';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { writePublication } from '@viewpoints/db/published/write-publication';
import { checkPublishable } from '@viewpoints/domain/articles/publishable';
import { visibleFrom } from '@viewpoints/domain/articles/schedule';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { isPublic } from '@viewpoints/domain/findings/finding-workflow';
import { loadConnections, loadReferences } from '../articles/load-whole.ts';
import { allow, type Command } from '../command.ts';
import { publicationOf } from './publication-of.ts';

/**
 * Builds the version readers have anew, from its revision and from what that refers to as it is
 * now: a name that was mended, terms that were narrowed, a finding that was replaced. Ends the
 * command with every reason where what is out may no longer be.
 */
export async function renewArticle(command: Command, articleId: string): Promise<void> {
  const { tx, at } = command;
  const article = await lockArticle(tx, articleId);
  if (article === null || article.liveRevisionId === null || article.state === 'retracted') return;
  const revision = await findRevision(tx, article.liveRevisionId);
  const history = await getPublishedHistory(tx, articleId);
  const latest = history.versions.at(-1);
  if (revision === null || latest === undefined || history.publishedAt === null) return;

  const findings = asTheyStand(
    revision.findings,
    await listArticleFindings(tx, articleId),
    history,
  );
  const references = await loadReferences(tx, revision.content, findings);
  const connections = await loadConnections(tx, articleId, findings);
  // A finding of the next version that replaces one of this has no say in what is out: its quote
  // stands in a text that readers do not have yet.
  const out = connections.findings.filter(
    (finding) => finding.articleId !== articleId || findings.some(({ id }) => id === finding.id),
  );
  const isOut = (id: string) => out.some((finding) => finding.id === id);
  const decision = checkPublishable(
    {
      ...references,
      article: { ...article, approvedRevisionId: revision.id },
      revision,
      findings: out,
      links: connections.links,
      supersessions: connections.supersessions.filter(
        ({ oldId, newId }) => isOut(oldId) && isOut(newId),
      ),
    },
    at.toISOString(),
  );
  allow(decision);
  const from = visibleFrom(article) ?? history.publishedAt;
  const publication = await publicationOf(command, {
    articleId,
    content: revision.content,
    findings,
    references,
    connections,
    history,
    version: latest.number,
    publishedAt: history.publishedAt,
    revisedAt: latest.at,
    note: latest.note,
    visibleFrom: history.visibleFrom ?? from,
  });
  allow(await writePublication(tx, publication, at));
}

/**
 * The findings of the live revision in the words it has them, with the state each has come to
 * since; one that was withdrawn or never went out is left out.
 */
export function asTheyStand(
  snapshot: Finding[],
  current: Finding[],
  { findingsPublishedAt }: { findingsPublishedAt: Map<string, string> },
): Finding[] {
  const states = new Map(current.map(({ id, state }) => [id, state]));
  return snapshot.flatMap((finding) => {
    const state = states.get(finding.id);
    if (!findingsPublishedAt.has(finding.id) || state === undefined) return [];
    return isPublic(state) ? [{ ...finding, state }] : [];
  });
}
