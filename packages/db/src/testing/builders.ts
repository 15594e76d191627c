import type { Account, Role } from '@viewpoints/domain/accounts/account';
import { type Actor, ActorContent } from '@viewpoints/domain/actors/actor';
import {
  type Article,
  ArticleContent,
  type Author,
  AuthorContent,
} from '@viewpoints/domain/articles/article';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { type Finding, FindingContent } from '@viewpoints/domain/findings/finding';
import { type Issue, IssueContent } from '@viewpoints/domain/issues/issue';
import { type Place, PlaceContent } from '@viewpoints/domain/places/place';
import { type Series, SeriesContent } from '@viewpoints/domain/series/series';
import { type Source, SourceContent } from '@viewpoints/domain/sources/source';
import { type Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import type { z } from 'zod';
import type { EditorialDatabase } from '../client.ts';
import { insertAccount } from '../editorial/accounts.ts';
import { actorTable } from '../editorial/actors.ts';
import { insertArticle } from '../editorial/articles.ts';
import { authorTable } from '../editorial/authors.ts';
import { insertFinding, updateFindingState } from '../editorial/findings.ts';
import { issueTable } from '../editorial/issues.ts';
import { newId } from '../editorial/new-id.ts';
import { placeTable } from '../editorial/places.ts';
import { seriesTable } from '../editorial/series.ts';
import { insertSource } from '../editorial/sources.ts';
import { topicTable } from '../editorial/topics.ts';
import { insertWaiver } from '../editorial/waivers.ts';

/*
 * Things to begin a test with, written past the commands: each takes what the test is about and
 * makes up the rest. All names are invented.
 */

type Given<Schema extends z.ZodType> = Partial<z.input<Schema>>;

/** When made-up things were made, unless a test says otherwise. */
export const longAgo = new Date('2021-01-05T09:00:00.000Z');

let count = 0;
/** A slug that nothing else in this process has. */
export function anySlug(word: string): string {
  count += 1;
  return `${word}-${count}`;
}

export function addAccount(
  db: EditorialDatabase,
  { roles = ['editor'], ...given }: { roles?: Role[]; name?: string; email?: string } = {},
): Promise<Account> {
  const slug = anySlug('account');
  return insertAccount(db, {
    id: newId(),
    name: given.name ?? `Person ${slug}`,
    email: given.email ?? `${slug}@journal.example`,
    roles,
    passwordHash: 'no password matches this',
    at: longAgo,
  });
}

export function addActor(
  db: EditorialDatabase,
  given: Given<typeof ActorContent> = {},
): Promise<Actor> {
  const slug = anySlug('actor');
  const content = { slug, kind: 'state', name: `Actor ${slug}`, ...given };
  return actorTable.insert(db, newId(), ActorContent.parse(content));
}

export function addIssue(
  db: EditorialDatabase,
  given: Given<typeof IssueContent> = {},
): Promise<Issue> {
  const slug = anySlug('issue');
  return issueTable.insert(
    db,
    newId(),
    IssueContent.parse({ slug, name: `Issue ${slug}`, ...given }),
  );
}

export function addTopic(
  db: EditorialDatabase,
  given: Given<typeof TopicContent> = {},
): Promise<Topic> {
  const slug = anySlug('topic');
  return topicTable.insert(
    db,
    newId(),
    TopicContent.parse({ slug, name: `Topic ${slug}`, ...given }),
  );
}

export function addSeries(
  db: EditorialDatabase,
  given: Given<typeof SeriesContent> = {},
): Promise<Series> {
  const slug = anySlug('series');
  return seriesTable.insert(
    db,
    newId(),
    SeriesContent.parse({ slug, name: `Series ${slug}`, ...given }),
  );
}

export function addPlace(
  db: EditorialDatabase,
  given: Given<typeof PlaceContent> = {},
): Promise<Place> {
  const slug = anySlug('place');
  return placeTable.insert(
    db,
    newId(),
    PlaceContent.parse({ slug, name: `Place ${slug}`, ...given }),
  );
}

export function addAuthor(
  db: EditorialDatabase,
  given: Given<typeof AuthorContent> = {},
): Promise<Author> {
  const slug = anySlug('author');
  return authorTable.insert(
    db,
    newId(),
    AuthorContent.parse({ slug, name: `Author ${slug}`, ...given }),
  );
}

/** A source on the record, unless `given` says otherwise. */
export function addSource(
  db: EditorialDatabase,
  given: Given<typeof SourceContent> = {},
): Promise<Source> {
  const slug = anySlug('source');
  const content = {
    slug,
    kind: 'report',
    title: `Source ${slug}`,
    terms: { attribution: 'on_record', disclosure: 'clear' },
    ...given,
  };
  return insertSource(db, { id: newId(), content: SourceContent.parse(content), at: longAgo });
}

/** A waiver of the whole source's identity, signed off unless `signedOffBy` is null. */
export async function addWaiver(
  db: EditorialDatabase,
  given: { sourceId: string; recordedBy: string } & Partial<Waiver>,
): Promise<Waiver> {
  const signedOffBy = given.signedOffBy === undefined ? given.recordedBy : given.signedOffBy;
  const waiver: Waiver = {
    id: newId(),
    participantId: null,
    covers: 'identity',
    grantedBy: 'the press officer',
    basis: 'a letter',
    grantedAt: longAgo.toISOString(),
    ...given,
    signedOffBy,
    signedOffAt: signedOffBy === null ? null : longAgo.toISOString(),
  };
  await insertWaiver(db, waiver);
  return waiver;
}

/** A document of plain paragraphs. */
export function paragraphs(...texts: string[]): Document {
  return {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

/** A draft with everything that publishing requires, unless `given` removes it. */
export async function addArticle(
  db: EditorialDatabase,
  { by, ...given }: { by: string } & Given<typeof ArticleContent>,
): Promise<Article> {
  const slug = anySlug('article');
  const topicIds = given.topicIds ?? [(await addTopic(db)).id];
  const content = {
    slug,
    headline: `Headline of ${slug}`,
    standfirst: 'What it is about, in a sentence.',
    body: paragraphs('The council met. Ostrava will not sign before the rains. The talks go on.'),
    byline: { kind: 'none', reason: 'Reported by the desk.' },
    ...given,
    topicIds,
  };
  return db.$transaction((tx) =>
    insertArticle(tx, {
      id: newId(),
      content: ArticleContent.parse(content),
      by,
      at: longAgo,
      timeZone: 'Europe/London',
    }),
  );
}

/**
 * A finding, verified, whose evidence is `quote` in the article's text. By default attributed to
 * the article itself, on the record.
 */
export async function addFinding(
  db: EditorialDatabase,
  article: Pick<Article, 'id' | 'body'>,
  { by, quote, ...given }: { by: string; quote?: string } & Given<typeof FindingContent>,
): Promise<Finding> {
  const exact = quote ?? 'Ostrava will not sign before the rains.';
  const anchored = anchorQuote(documentText(article.body).text, { exact });
  if (anchored.kind !== 'anchored')
    throw new Error(`the quote does not stand in the article: ${exact}`);
  const content = {
    proposition: 'Ostrava will not sign before the rains',
    holders: [{ actorId: null, wording: 'Ostrava', basis: 'direct' }],
    stance: 'refuses',
    register: 'public',
    evidence: { quote: anchored.quote },
    attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    ...given,
  };
  const articleId = article.id;
  const finding = await db.$transaction((tx) =>
    insertFinding(tx, {
      id: newId(),
      articleId,
      content: FindingContent.parse(content),
      by,
      at: longAgo,
    }),
  );
  return updateFindingState(db, finding.id, {
    state: 'verified',
    at: longAgo,
    verifiedBy: by,
    verifiedAt: longAgo.toISOString(),
  });
}
