import type { EditorialDatabase } from '@viewpoints/db/client';
import { listNamesOf } from '@viewpoints/db/editorial/accounts';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findRetraction, listCorrections } from '@viewpoints/db/editorial/corrections';
import { listFindingNames } from '@viewpoints/db/editorial/finding-list';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { listReviewComments } from '@viewpoints/db/editorial/review-comments';
import { findRevision, listRevisions } from '@viewpoints/db/editorial/revisions';
import { listVisibleFindingNames } from '@viewpoints/db/editorial/visible-findings';
import type { Acting } from '@viewpoints/domain/accounts/account';
import { articleSubject, canOnAll } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/articles/document-text';
import { checkPublishable } from '@viewpoints/domain/articles/publishable';
import { quoteStands } from '@viewpoints/domain/findings/anchor';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { type Candidate, suggestAnchors } from '@viewpoints/domain/findings/reanchor';
import { permit } from '../command.ts';
import { notFound } from '../problem.ts';
import { articlePermissions } from './article-permissions.ts';
import { loadWhole } from './load-whole.ts';

/** A finding whose quote no longer stands in the text, with places where it may have gone. */
export type StaleQuote = { findingId: string; candidates: Candidate[] };

/** Everything the article screen shows, as it stands at one moment. */
export async function showArticle(
  db: EditorialDatabase,
  { id, acting, now }: { id: string; acting: Acting; now: Date },
) {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(db);
  permit({ acting, fourEyes }, 'article.view', articleSubject(article));

  const whole = await loadWhole(db, article);
  const findings = whole.own;
  const approvedId = article.approvedRevisionId;
  const revision = approvedId === null ? null : await findRevision(db, approvedId);
  const corrections = await listCorrections(db, id);
  const linkedIds = [
    ...whole.links,
    ...whole.supersessions.map(({ oldId, newId }) => ({ from: oldId, to: newId })),
  ].flatMap(({ from, to }) => [from, to]);
  const elsewhere = linkedIds.filter((each) => !findings.some((own) => own.id === each));
  return {
    article,
    findings,
    links: whole.links,
    supersessions: whole.supersessions,
    /** Findings of other articles that links and supersessions lead to, as far as they are shown. */
    linked: canOnAll(acting, 'finding.list')
      ? await listFindingNames(db, elsewhere)
      : await listVisibleFindingNames(db, acting.id, elsewhere),
    revisions: await listRevisions(db, id),
    comments: await listReviewComments(db, id),
    corrections,
    retraction: await findRetraction(db, id),
    publishable: checkPublishable({ ...whole, revision }, now.toISOString()),
    permissions: articlePermissions(acting, article, { fourEyes }),
    staleQuotes: staleQuotes(article, findings),
    /** Names of the accounts that the rest gives ids of. */
    people: await listNamesOf(db, peopleIn(article, findings)),
  };
}

export type ArticleScreen = Awaited<ReturnType<typeof showArticle>>;

function staleQuotes(article: Article, findings: Finding[]): StaleQuote[] {
  const { text } = documentText(article.body);
  return findings.flatMap(({ id, state, evidence: { quote } }) => {
    if (quote === null || !['proposed', 'verified', 'published'].includes(state)) return [];
    if (quoteStands(text, quote)) return [];
    return [{ findingId: id, candidates: suggestAnchors(text, quote) }];
  });
}

function peopleIn(article: Article, findings: Finding[]): string[] {
  const ids = [
    article.createdBy,
    article.savedBy,
    article.approvedBy,
    ...findings.flatMap(({ proposedBy, verifiedBy }) => [proposedBy, verifiedBy]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
