import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { type Finding, FindingContent } from '@viewpoints/domain/findings/finding';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { viewpoints } from '../data/viewpoints.ts';
import { signIn } from './screen.tsx';

/*
 * Things to begin a test with, made by the API's own calls. Each test makes what it needs: the
 * database is shared.
 */

const api = viewpoints.editor;

/** The quote of an article's finding. */
export const SENTENCE = 'Ostrava will not sign before the rains.';
const PROSE = ['The council met.', SENTENCE, 'The talks go on.'];

/** A word that no other test has, for slugs and for names that are searched for. */
export const anyWord = (word: string) => `${word}-${crypto.randomUUID().slice(0, 8)}`;

const paragraphs = (texts: readonly string[]): Document => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
});

/** A draft of the editor's with everything that publishing requires. */
export async function writeArticle(): Promise<Article> {
  await signIn('editor');
  const headline = anyWord('Before the rains');
  const topic = anyWord('rivers');
  const [draft, { id: topicId }] = await Promise.all([
    api.articles.create.mutate({ headline }),
    api.topics.create.mutate({ slug: topic, name: topic }),
  ]);
  const { article } = await api.articles.save.mutate({
    id: draft.id,
    seen: draft.save,
    content: {
      ...articleContentOf(draft),
      standfirst: 'Ostrava waits.',
      body: paragraphs(PROSE),
      topicIds: [topicId],
      byline: { kind: 'none', reason: 'Reported by the desk.' },
    },
  });
  return article;
}

/** A page of the editor's with everything that publishing requires. */
export async function writePage(
  parent: PageParent = null,
  title = anyWord('House rules'),
): Promise<Article> {
  await signIn('editor');
  const draft = await api.articles.create.mutate({ kind: 'page', headline: title, parent });
  const { article } = await api.articles.save.mutate({
    ...{ id: draft.id, seen: draft.save },
    content: { ...articleContentOf(draft), standfirst: 'In short.', body: paragraphs(PROSE) },
  });
  return article;
}

/** The same with one finding, proposed by the editor. */
export async function writeWithFinding(): Promise<{ article: Article; finding: Finding }> {
  const article = await writeArticle();
  const anchoring = anchorQuote(documentText(article.body).text, { exact: SENTENCE });
  const finding = await api.findings.propose.mutate({
    articleId: article.id,
    seen: article.save,
    content: FindingContent.parse({
      proposition: 'Ostrava will not sign before the rains',
      holders: [{ actorId: null, wording: 'Ostrava', basis: 'articles_own' }],
      stance: 'refuses',
      register: 'public',
      evidence: { quote: anchoring.kind === 'anchored' ? anchoring.quote : null },
      attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    }),
  });
  return { article, finding };
}

/** Submits an article as the editor; the publisher verifies its findings and approves it. */
export async function approveArticle(id: string): Promise<string> {
  await signIn('editor');
  const { revisionId } = await api.articles.submit.mutate({ id });
  await signIn('publisher');
  const { findings } = await api.articles.get.query({ id });
  for (const finding of findings) {
    const waits = finding.state === 'published' && finding.verifiedAt === null;
    if (finding.state === 'proposed' || waits) await api.findings.verify.mutate({ id: finding.id });
  }
  const { approvedRevisionId } = await api.articles.approve.mutate({ id, revisionId });
  return approvedRevisionId ?? '';
}

/** An article with one finding that the publisher has published. */
export async function publishArticle(): Promise<{ article: Article; finding: Finding }> {
  const { article, finding } = await writeWithFinding();
  const revisionId = await approveArticle(article.id);
  await api.articles.publish.mutate({ id: article.id, revisionId });
  return { article, finding };
}

/** Writes the next version of a published article, up to its approval. */
export async function approveNextVersion(id: string): Promise<void> {
  await signIn('editor');
  const { article } = await api.articles.get.query({ id });
  const body = paragraphs([...PROSE, 'They said so twice.']);
  await api.articles.save.mutate({
    ...{ id, seen: article.save, content: { ...articleContentOf(article), body } },
  });
  await approveArticle(id);
}

export const readArticle = (id: string) => api.articles.get.query({ id });
