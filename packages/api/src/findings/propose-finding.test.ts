import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import { findingContent, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
});
afterAll(() => desk.close());

test('a quote whose words occur in several places, none of them its own, is refused', async () => {
  const written = await writeArticle(desk.db.editorial, author);
  const twice = ['The first envoy will not sign.', 'The second envoy will not sign.'];
  const { article } = await author.call.editor.articles.save({
    id: written.id,
    seen: written.save,
    content: { ...articleContentOf(written), body: paragraphs(...twice) },
  });
  const exact = 'will not sign';
  const elsewhere = { exact, prefix: 'That envoy ', suffix: ' ever.', start: 3, end: 16 };
  const content = findingContent(article);
  const proposed = author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: { ...content, evidence: { ...content.evidence, quote: elsewhere } },
  });
  expect(await problemIn(proposed)).toMatchObject({
    code: 'refused',
    reasons: [{ code: 'quote_ambiguous', at: 'content.evidence.quote' }],
  });
  const { findings } = await author.call.editor.articles.get({ id: article.id });
  expect(findings).toEqual([]);
});
