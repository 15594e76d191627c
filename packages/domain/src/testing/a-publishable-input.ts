import { type PublicSet, publicSetOf } from '../articles/public-set.ts';
import type { PublishableInput } from '../articles/publishable.ts';
import type { Correction } from '../corrections/correction.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsGoingOut } from '../findings/findings-going-out.ts';
import { JournalView } from '../journal/journal-view.ts';
import {
  aFinding,
  aJournal,
  anActor,
  anApprovedArticle,
  anAuthor,
  anIssue,
  aPlace,
  aRevision,
  aSource,
  aTopic,
  times,
} from './builders.ts';

type Overrides = Partial<PublishableInput> & {
  /** The findings of the revision readers have. */
  live?: readonly Finding[];
  corrections?: readonly Correction[];
  formerSlugs?: { refId: string; slug: string }[];
  journal?: JournalView;
};

/** All that bears on whether an article can go out: it can, unless overridden. */
export function aPublishableInput({
  live = [],
  corrections = [],
  formerSlugs = [],
  journal = aJournalView(),
  ...overrides
}: Overrides = {}): PublishableInput {
  const given = {
    article: anApprovedArticle(),
    revision: aRevision(),
    findings: [aFinding()],
    links: [],
    supersessions: [],
    sources: [aSource()],
    waivers: [],
    actors: [anActor()],
    issues: [anIssue()],
    places: [aPlace()],
    topics: [aTopic()],
    series: [],
    parts: [],
    authors: [anAuthor()],
    media: [],
    left: [],
    clearances: [],
    cited: [],
    origins: [],
    ...overrides,
  };
  const { article, findings } = given;
  const outgoing =
    overrides.outgoing ?? findingsGoingOut({ articleId: article.id, findings, live });
  const set: PublicSet = publicSetOf({
    ...given,
    id: article.id,
    content: given.revision?.content ?? article,
    findings: outgoing.map((finding) => ({ ...finding, publishedAt: times.published })),
    version: 1,
    publishedAt: times.published,
    revisedAt: times.published,
    versions: [{ number: 1, at: times.published, note: null }],
    corrections,
    retraction: null,
    pictures: [],
    locale: 'en',
    ...{ formerSlugs, journal },
  });
  return { ...given, outgoing, set: overrides.set ?? set };
}

/** The journal as readers know it. */
export function aJournalView(): JournalView {
  const { fourEyes, alertDelay, digestHour, ...journal } = aJournal();
  return JournalView.parse(journal);
}
