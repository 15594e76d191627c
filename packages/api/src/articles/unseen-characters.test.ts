import { moveFindingQuote } from '@viewpoints/db/editorial/findings';
import { longAgo, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentHighlights } from '@viewpoints/domain/document/document-highlights';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const whole = 'Ostrava will not sign be\u00ADfore the\u200B rains.';
const seen = 'Ostrava will not sign before the rains.';

/** An article published before invisible characters were removed from texts. */
async function publishedBefore() {
  const { article, finding } = await writeWithFinding(desk.db.editorial, author);
  const body = paragraphs('The coun\u00ADcil met.', whole, 'The talks go on.');
  const { text } = documentText(body);
  const start = text.indexOf(whole);
  const quote = quoteFromRange(text, start, start + whole.length);
  await desk.db.editorial.article.update({ where: { id: article.id }, data: { body } });
  await desk.db.editorial.$transaction((tx) =>
    moveFindingQuote(tx, finding.id, { quote, at: longAgo }),
  );
  const revisionId = await approve(article.id, author, publisher);
  const published = await publisher.call.editor.articles.publish({ id: article.id, revisionId });
  return { article: published, finding, quote };
}

test('what was published with unseen characters keeps its text and its quotes', async () => {
  const { article, quote } = await publishedBefore();
  const view = await desk.nobody.articles.bySlug({ slug: article.slug });
  const [finding] = view.findings;
  expect(finding?.quote).toMatchObject({ exact: whole, start: quote.start, end: quote.end });
  const parts = documentHighlights(view.body ?? { type: 'doc', content: [] }, [
    { id: 'a', quote },
  ]).segments([1, 0], whole);
  expect(parts.map(({ text, ids }) => [text, ids])).toEqual([[whole, ['a']]]);
});

test('they leave it with the next save, and quotes go along with their words', async () => {
  const { article, finding } = await publishedBefore();
  const { article: current } = await author.call.editor.articles.get({ id: article.id });
  const { article: saved, findings } = await author.call.editor.articles.save({
    id: article.id,
    seen: current.save,
    content: { ...articleContentOf(current), standfirst: 'Ostrava waits, still.' },
  });
  expect(documentText(saved.body).text).toBe(`The council met. ${seen} The talks go on.`);
  expect(findings[0]).toMatchObject({
    id: finding.id,
    state: 'published',
    evidence: { quote: { exact: seen, start: 17, prefix: 'The council met. ' } },
  });
  expect(findings[0]?.verifiedAt).not.toBe(null);
});

test('a quote as it was seen, or with what is not, is anchored in what was saved', async () => {
  const draft = await writeArticle(desk.db.editorial, author);
  const { article } = await author.call.editor.articles.save({
    id: draft.id,
    seen: draft.save,
    content: { ...articleContentOf(draft), body: paragraphs('held\uFEFF. \u200Fthe', whole) },
  });
  expect(documentText(article.body).text).toBe(`held. \u200Fthe ${seen}`);
  const text = `held\uFEFF. \u200Fthe ${whole}`;
  const start = text.indexOf(whole);
  const quote = quoteFromRange(text, start, start + whole.length);
  const finding = await author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: { ...findingContent(article), evidence: { quote, locators: [] } },
  });
  expect(finding.evidence.quote).toMatchObject({ exact: seen, start: 11 });
});
