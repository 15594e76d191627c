import type { EditorialDatabase } from '@viewpoints/db/client';
import { newId } from '@viewpoints/db/editorial/new-id';
import { addAuthor, addTopic, longAgo, paragraphs } from '@viewpoints/db/testing/builders';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { type Finding, FindingContent } from '@viewpoints/domain/findings/finding';
import type { Person, TestDesk } from './test-desk.ts';

export const sentence = 'Ostrava will not sign before the rains.';
export const prose = ['The council met.', sentence, 'The talks go on.'];

/** What a finding about a sentence says; the position is the article's own by default. */
export function findingContent(
  article: Pick<Article, 'body'>,
  given: Partial<FindingContent> & { exact?: string } = {},
): FindingContent {
  const { exact = sentence, ...rest } = given;
  const anchoring = anchorQuote(documentText(article.body).text, { exact });
  const quote = anchoring.kind === 'anchored' ? anchoring.quote : null;
  return FindingContent.parse({
    proposition: 'Ostrava will not sign before the rains',
    holders: [{ actorId: null, wording: 'Ostrava', basis: 'articles_own' }],
    stance: 'refuses',
    register: 'public',
    evidence: { quote },
    attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    ...rest,
  });
}

/** A draft with everything that publishing requires, written by calls alone. */
export async function writeArticle(db: EditorialDatabase, author: Person): Promise<Article> {
  const draft = await author.call.editor.articles.create({ headline: 'Before the rains' });
  const topic = await addTopic(db);
  const byline = await addAuthor(db);
  const { article } = await author.call.editor.articles.save({
    id: draft.id,
    seen: draft.save,
    content: {
      ...articleContentOf(draft),
      standfirst: 'Ostrava waits.',
      body: paragraphs(...prose),
      topicIds: [topic.id],
      byline: { kind: 'authors', authorIds: [byline.id] },
    },
  });
  return article;
}

/** The same with one finding, proposed by the author. */
export async function writeWithFinding(
  db: EditorialDatabase,
  author: Person,
  given: Parameters<typeof findingContent>[1] = {},
): Promise<{ article: Article; finding: Finding }> {
  const article = await writeArticle(db, author);
  const sourceId = given.attribution?.sourceId ?? null;
  if (sourceId !== null) await entrustSource(db, author, sourceId);
  const finding = await author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: findingContent(article, given),
  });
  return { article, finding };
}

/** Makes a source one entered from the account's own description, which it may choose. */
export async function entrustSource(
  db: EditorialDatabase,
  { account }: Person,
  sourceId: string,
): Promise<void> {
  const by = { describedById: account.id, settledById: account.id };
  const at = { createdAt: longAgo, settledAt: longAgo };
  await db.sourceDescription.create({
    data: { id: newId(), what: 'A talk', terms: 'As entered', ...by, ...at, sourceId },
  });
}

/** Takes an article from draft to approved: submitted by one, its findings verified by another. */
export async function approve(id: string, author: Person, reviewer: Person): Promise<string> {
  const { revisionId } = await author.call.editor.articles.submit({ id });
  const { findings } = await author.call.editor.articles.get({ id });
  for (const finding of findings)
    if (
      finding.state === 'proposed' ||
      (finding.state === 'published' && finding.verifiedAt === null)
    )
      await reviewer.call.editor.findings.verify({ id: finding.id });
  const article = await reviewer.call.editor.articles.approve({ id, revisionId });
  return article.approvedRevisionId ?? '';
}

/** Publishes one, by an author and a publisher. */
export async function publishNew(
  db: EditorialDatabase,
  author: Person,
  publisher: Person,
  given: Parameters<typeof findingContent>[1] = {},
): Promise<{ article: Article; finding: Finding }> {
  const { article, finding } = await writeWithFinding(db, author, given);
  const revisionId = await approve(article.id, author, publisher);
  return {
    article: await publisher.call.editor.articles.publish({ id: article.id, revisionId }),
    finding,
  };
}

type People = Record<'author' | 'editor' | 'publisher', Person>;

/** A live article whose next version, an hour later, has these changes and is approved. */
export async function approveNextVersion(
  { db, clock }: Pick<TestDesk, 'db' | 'clock'>,
  people: People,
  change: Partial<ArticleContent>,
) {
  const { article, finding } = await publishNew(db.editorial, people.author, people.publisher);
  const { id, slug } = article;
  clock.now = new Date(clock.now.getTime() + 3_600_000);
  return { id, slug, findingId: finding.id, revisionId: await approveChange(id, people, change) };
}

/** Changes an article and has the change approved; returns the id of the approved revision. */
export async function approveChange(
  id: string,
  { author, editor, publisher }: People,
  change: Partial<ArticleContent>,
): Promise<string> {
  const { article } = await editor.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), ...change };
  await editor.call.editor.articles.save({ id, seen: article.save, content });
  return approve(id, author, publisher);
}
