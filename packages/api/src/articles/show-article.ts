import type { EditorialDatabase } from '@viewpoints/db/client';
import { listColleagues, listNamesOf } from '@viewpoints/db/editorial/accounts';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findAssignment } from '@viewpoints/db/editorial/assignments';
import { getWords } from '@viewpoints/db/editorial/contributions';
import { findRetraction, listCorrections } from '@viewpoints/db/editorial/corrections';
import { listFindingNames } from '@viewpoints/db/editorial/finding-list';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findAddress } from '@viewpoints/db/editorial/pages';
import { findPendingRelease } from '@viewpoints/db/editorial/releases';
import { listReviewComments } from '@viewpoints/db/editorial/review-comments';
import { findRevision, listRevisions } from '@viewpoints/db/editorial/revisions';
import { findScheduledVersion } from '@viewpoints/db/editorial/scheduled-versions';
import { isInTrash } from '@viewpoints/db/editorial/trash';
import { listVisibleFindingNames } from '@viewpoints/db/editorial/visible-findings';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Colleague } from '@viewpoints/domain/accounts/colleague';
import { articleSubject, can, canOnAll } from '@viewpoints/domain/accounts/permissions';
import type { Article } from '@viewpoints/domain/articles/article';
import { assigneesOf } from '@viewpoints/domain/articles/assignment';
import { documentText } from '@viewpoints/domain/document/document-text';
import { isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { needsItsQuote } from '@viewpoints/domain/findings/finding-workflow';
import { type Candidate, suggestAnchors } from '@viewpoints/domain/findings/reanchor';
import { pathBefore } from '@viewpoints/published/project/page-paths';
import { isSuspended } from '@viewpoints/published/project/suspend';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { permit } from '../command.ts';
import { showExposures } from '../exposures/show-exposures.ts';
import { notFound } from '../problem.ts';
import { composeNextEdition } from '../publishing/compose-edition.ts';
import { mayKnowSources, redactPublishable } from '../publishing/redact-reasons.ts';
import { articlePermissions } from './article-permissions.ts';
import { showAttributions } from './show-attributions.ts';
import { type FindingReview, type Review, showFindingReviews, showReview } from './show-review.ts';

/** A finding whose quote no longer stands, with places where it may have moved. */
export type StaleQuote = { findingId: string; candidates: Candidate[] };

/** Everything the article screen shows, read at one moment. */
export async function showArticle(
  db: EditorialDatabase,
  { id, acting, now, readerUrl }: { id: string; acting: Principal; now: Date; readerUrl: string },
) {
  const article = await findArticle(db, id);
  if (article === null) throw notFound('article');
  const journal = await getJournal(db);
  const { fourEyes } = journal;
  permit({ acting, fourEyes }, 'article.view', articleSubject(article));

  const approvedId = article.approvedRevisionId;
  const revision = approvedId === null ? null : await findRevision(db, approvedId);
  const {
    own: findings,
    connections,
    publishable,
  } = await composeNextEdition(
    { tx: db, at: now, journal, origins: [new URL(readerUrl).origin] },
    { article, revision, publishAt: article.publishAt },
  );
  const corrections = await listCorrections(db, id);
  const words = await getWords(db, article);
  const asking = { acting, fourEyes, colleagues: await listColleagues(db) };
  const review = await showReview(db, article, words, asking);
  const assignment = await findAssignment(db, id);
  const findingReviews = await showFindingReviews(db, findings, asking);
  const retraction = await findRetraction(db, id);
  const linkedIds = [
    ...connections.links,
    ...connections.supersessions.map(({ oldId, newId }) => ({ from: oldId, to: newId })),
  ].flatMap(({ from, to }) => [from, to]);
  const elsewhere = linkedIds.filter((each) => !findings.some((own) => own.id === each));
  return {
    article,
    /** Where a page stands, and where readers have it, each without the first slash; null of an article. */
    place: await showPlace(db, article),
    /** The version of documents that this server knows. An older editor would delete what it does not know. */
    documentVersion,
    findings,
    links: connections.links,
    supersessions: connections.supersessions,
    /** Findings of other articles that links and supersessions lead to, as far as they are shown. */
    linked: canOnAll(acting, 'finding.list')
      ? await listFindingNames(db, elsewhere)
      : await listVisibleFindingNames(db, acting.id, elsewhere),
    revisions: await listRevisions(db, id),
    comments: await listReviewComments(db, id),
    /** The assignment, and who can take it: now, and once it is submitted. */
    assignment,
    assignees: {
      now: namesOf(assigneesOf({ state: article.state, words }, asking, asking.colleagues)),
      submitted: namesOf(assigneesOf({ state: 'in_review', words }, asking, asking.colleagues)),
    },
    corrections,
    retraction,
    publishable: redactPublishable(acting, publishable),
    /** Whether it was taken off until it is corrected, and what is public of it that may not be. */
    suspended: await isSuspended(db, id),
    inTrash: await isInTrash(db, id),
    exposures: mayKnowSources(acting) ? await showExposures(db, { articleId: id }) : [],
    /** Its release, for accounts that may see releases. */
    release: can(acting, 'release.view', null, { fourEyes }).ok
      ? await findPendingRelease(db, id)
      : null,
    /** The last schedule and why it was refused, for those who may see its sources. */
    scheduled: mayKnowSources(acting) ? await findScheduledVersion(db, id) : null,
    permissions: articlePermissions(acting, article, { ...asking, words }),
    /** Authors whose words wait for approval. */
    review,
    /** Who wrote each finding and who can verify it, by its id. */
    findingReviews,
    /** The public attribution of holders and sources of findings that wait to be verified. */
    attributions: await showAttributions(db, findings, journal.language),
    staleQuotes: staleQuotes(article, findings),
    /** Names of the accounts that the rest gives ids of. */
    people: await listNamesOf(db, [
      ...peopleIn(article, findings, review, findingReviews),
      ...(retraction?.text.requestedBy ? [retraction.text.requestedBy] : []),
      ...(assignment === null ? [] : [assignment.assigneeId ?? assignment.setBy, assignment.setBy]),
    ]),
  };
}

export type ArticleScreen = Awaited<ReturnType<typeof showArticle>>;

const namesOf = (colleagues: readonly Colleague[]) =>
  colleagues.map(({ id, name }) => ({ id, name }));

async function showPlace(db: EditorialDatabase, article: Article) {
  if (article.kind === 'article') return null;
  const [address, published] = [await findAddress(db, article), await pathBefore(db, article.id)];
  return { address, published };
}

/** Maximum word pairs compared for one screen and all its quotes: comparing blocks other requests. */
const COMPARISONS = 2_000_000;

function staleQuotes(article: Article, findings: Finding[]): StaleQuote[] {
  const { text } = documentText(article.body);
  const stale = findings.flatMap(({ id, state, evidence: { quote } }) =>
    quote === null || !needsItsQuote(state) || isQuoteIntact(text, quote) ? [] : [{ id, quote }],
  );
  const comparisons = COMPARISONS / stale.length;
  return stale.map(({ id, quote }) => ({
    findingId: id,
    candidates: suggestAnchors(text, quote, { comparisons }),
  }));
}

function peopleIn(
  article: Article,
  findings: Finding[],
  { pending }: Review,
  reviews: Record<string, FindingReview>,
): string[] {
  const ids = [
    ...pending.flatMap(({ authorId, approverIds }) => [authorId, ...approverIds]),
    ...Object.values(reviews).flatMap(({ authors, verifierIds }) => [
      ...authors.map(({ id }) => id),
      ...verifierIds,
    ]),
    article.createdBy,
    article.savedBy,
    article.approvedBy,
    ...findings.flatMap(({ proposedBy, verifiedBy }) => [proposedBy, verifiedBy]),
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
