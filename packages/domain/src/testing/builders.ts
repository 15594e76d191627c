import type { Account } from '../accounts/account.ts';
import { Actor } from '../actors/actor.ts';
import { Article, ArticleContent, Author } from '../articles/article.ts';
import { Revision } from '../articles/revision.ts';
import { Waiver } from '../attribution/terms.ts';
import { Correction } from '../corrections/correction.ts';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import { documentText } from '../document/document-text.ts';
import { anchorQuote } from '../findings/anchor.ts';
import { Finding, type Quote } from '../findings/finding.ts';
import { Issue } from '../issues/issue.ts';
import { Journal } from '../journal/journal.ts';
import { Place } from '../places/place.ts';
import { Series } from '../series/series.ts';
import { Source } from '../sources/source.ts';
import { Topic } from '../topics/topic.ts';
import type { Id } from '../values.ts';

/**
 * Entities for tests: valid unless overridden, and fitting each other (the finding quotes the
 * article, which is filed under the topic and rests on the source). All states, bodies and people
 * in them are invented. What is built is parsed, so that an override that no schema allows fails.
 */

/** A valid UUIDv7 that shows its number when a test fails. */
export function idOf(number: number): Id {
  return `01900000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
}

export const ids = {
  article: idOf(1),
  revision: idOf(2),
  finding: idOf(3),
  source: idOf(4),
  actor: idOf(5),
  issue: idOf(6),
  topic: idOf(7),
  place: idOf(8),
  author: idOf(9),
  waiver: idOf(10),
  correction: idOf(11),
  participant: idOf(12),
  media: idOf(13),
  series: idOf(14),
  contributor: idOf(101),
  editor: idOf(102),
  publisher: idOf(103),
  admin: idOf(104),
} as const;

export const times = {
  created: '2031-03-01T09:00:00.000Z',
  saved: '2031-03-02T09:00:00.000Z',
  published: '2031-03-03T09:00:00.000Z',
  now: '2031-03-04T09:00:00.000Z',
} as const;

export const sentence =
  'The Marsh Council would accept a shared water authority if the northern sluices stay open';

/** A document of paragraphs. */
export function aDocument(...paragraphs: string[]): Document {
  const content = paragraphs.map(
    (text): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] }),
  );
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

export const body = aDocument(
  'Ostrava and the Marsh Council have not met since the dry winter.',
  `${sentence}, according to a new paper by the Halden Institute.`,
);

/** The quote of words in a document; throws if they are missing or occur twice. */
export function aQuote(exact: string = sentence, document: Document = body): Quote {
  const found = anchorQuote(documentText(document).text, { exact });
  if (found.kind !== 'anchored') throw new Error(`“${exact}” is ${found.kind} in the document`);
  return found.quote;
}

export function anArticleContent(overrides: Partial<ArticleContent> = {}): ArticleContent {
  return ArticleContent.parse({
    slug: 'water-before-borders',
    section: 'Rivers',
    genre: 'analysis',
    language: 'en',
    direction: 'ltr',
    headline: 'Water before borders',
    standfirst: 'A paper finds the Marsh Council readier to share a river than to share a map.',
    body,
    byline: { kind: 'authors', authorIds: [ids.author] },
    topicIds: [ids.topic],
    sourceIds: [ids.source],
    note: '',
    ...overrides,
  });
}

/** A draft with everything it needs, not yet approved. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  return Article.parse({
    ...anArticleContent(),
    id: ids.article,
    state: 'draft',
    createdBy: ids.contributor,
    save: 1,
    savedBy: ids.contributor,
    savedAt: times.saved,
    approvedRevisionId: null,
    approvedBy: null,
    liveRevisionId: null,
    publishAt: null,
    embargoUntil: null,
    timeZone: 'Europe/London',
    firstPublishedAt: null,
    createdAt: times.created,
    ...overrides,
  });
}

/** An article that may be published: the revision of `aRevision` is approved. */
export function anApprovedArticle(overrides: Partial<Article> = {}): Article {
  return anArticle({
    state: 'approved',
    approvedRevisionId: ids.revision,
    approvedBy: ids.editor,
    ...overrides,
  });
}

/** Its text is that of its content unless given. */
export function aRevision(overrides: Partial<Revision> = {}): Revision {
  const content = overrides.content ?? anArticleContent();
  return Revision.parse({
    id: ids.revision,
    articleId: ids.article,
    number: 1,
    reason: 'approved',
    content,
    findings: [aFinding()],
    links: [],
    text: documentText(content.body).text,
    createdBy: ids.contributor,
    createdAt: times.saved,
    ...overrides,
  });
}

/** A verified finding that quotes `sentence` in `body`. */
export function aFinding(overrides: Partial<Finding> = {}): Finding {
  return Finding.parse({
    id: ids.finding,
    articleId: ids.article,
    number: 1,
    state: 'verified',
    proposition: 'The Marsh Council would accept a shared water authority on one condition.',
    holders: [{ actorId: ids.actor, wording: null, basis: 'second_hand' }],
    stance: 'accepts_if',
    polarity: 'affirmative',
    modality: 'would',
    register: 'private',
    saidIn: null,
    occasion: null,
    shift: null,
    conditions: [{ kind: 'if', text: 'the northern sluices stay open' }],
    scope: null,
    asOf: '2031-02',
    consensus: null,
    issueIds: [ids.issue],
    placeIds: [ids.place],
    evidence: { quote: aQuote(), locators: [] },
    attribution: { sourceId: ids.source, terms: null, descriptor: null, participantId: null },
    note: '',
    proposedBy: ids.contributor,
    verifiedBy: ids.editor,
    verifiedAt: times.saved,
    createdAt: times.created,
    updatedAt: times.saved,
    ...overrides,
  });
}

/** A paper on the record. */
export function aSource(overrides: Partial<Source> = {}): Source {
  return Source.parse({
    id: ids.source,
    slug: 'sharing-the-marsh',
    kind: 'report',
    title: 'Sharing the marsh',
    publisher: 'Halden Institute',
    authors: ['Runa Veld'],
    url: 'https://halden.example/sharing-the-marsh',
    archiveUrl: null,
    issued: '2031',
    released: '2031-03',
    csl: null,
    terms: { attribution: 'on_record', disclosure: 'clear' },
    descriptor: null,
    participants: [],
    note: '',
    save: 1,
    createdAt: times.created,
    updatedAt: times.created,
    ...overrides,
  });
}

/** An interview with a participant whom background terms protect. */
export function aBackgroundSource(overrides: Partial<Source> = {}): Source {
  return aSource({
    slug: 'interview-in-the-delta',
    kind: 'interview',
    title: 'Interview in the delta',
    publisher: null,
    authors: [],
    url: null,
    terms: { attribution: 'background', disclosure: 'clear' },
    descriptor: 'a former minister',
    participants: [
      {
        ...{ id: ids.participant, name: 'Ilya Soren', affiliation: 'Delta Navigation Board' },
        alsoProtected: [],
      },
    ],
    ...overrides,
  });
}

/** A waiver of identity for the whole source, signed off. */
export function aWaiver(overrides: Partial<Waiver> = {}): Waiver {
  return Waiver.parse({
    id: ids.waiver,
    sourceId: ids.source,
    participantId: null,
    covers: 'identity',
    grantedBy: 'the speaker, by letter',
    basis: 'Letter on file',
    grantedAt: times.created,
    recordedBy: ids.editor,
    signedOffBy: ids.publisher,
    signedOffAt: times.saved,
    ...overrides,
  });
}

export function anActor(overrides: Partial<Actor> = {}): Actor {
  return Actor.parse({
    id: ids.actor,
    slug: 'marsh-council',
    kind: 'group',
    name: 'Marsh Council',
    save: 1,
    ...overrides,
  });
}

export function anIssue(overrides: Partial<Issue> = {}): Issue {
  return Issue.parse({
    id: ids.issue,
    slug: 'shared-water',
    name: 'Shared water',
    save: 1,
    ...overrides,
  });
}

export function aTopic(overrides: Partial<Topic> = {}): Topic {
  return Topic.parse({ id: ids.topic, slug: 'rivers', name: 'Rivers', save: 1, ...overrides });
}

export function aSeries(overrides: Partial<Series> = {}): Series {
  return Series.parse({
    id: ids.series,
    slug: 'the-long-marsh',
    name: 'The long marsh',
    save: 1,
    ...overrides,
  });
}

export function aPlace(overrides: Partial<Place> = {}): Place {
  return Place.parse({
    id: ids.place,
    slug: 'the-marsh',
    name: 'The Marsh',
    save: 1,
    ...overrides,
  });
}

export function anAuthor(overrides: Partial<Author> = {}): Author {
  return Author.parse({
    id: ids.author,
    slug: 'tove-lind',
    name: 'Tove Lind',
    save: 1,
    ...overrides,
  });
}

export function aCorrection(overrides: Partial<Correction> = {}): Correction {
  return Correction.parse({
    id: ids.correction,
    articleId: ids.article,
    was: 'The paper was released in February.',
    now: 'The paper was released in March.',
    why: 'We took the date of writing for the date of release.',
    severity: 'correction',
    findingId: null,
    at: times.now,
    by: ids.publisher,
    ...overrides,
  });
}

export function aJournal(overrides: Partial<Journal> = {}): Journal {
  return Journal.parse({
    name: 'The Meridian',
    tagline: 'Positions, and on whose word we have them',
    language: 'en',
    timeZone: 'Europe/London',
    ...overrides,
  });
}

/** An account with one role, by its name. */
export function anAccount(
  role: 'contributor' | 'editor' | 'publisher' | 'admin',
  overrides: Partial<Account> = {},
): Account {
  return {
    id: ids[role],
    email: `${role}@meridian.example`,
    name: `The ${role}`,
    roles: [role],
    disabledAt: null,
    createdAt: times.created,
    ...overrides,
  };
}
