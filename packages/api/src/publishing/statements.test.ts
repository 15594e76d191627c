import { addActor, addIssue, addSource } from '@viewpoints/db/testing/builders';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;

beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher');
});

afterAll(() => desk.close());

/** An article in draft, each finding with an actor, an issue and a source of its own. */
async function writeWithFindings(count: number): Promise<Article> {
  const db = desk.db.editorial;
  const article = await writeArticle(db, author);
  for (let number = 0; number < count; number += 1) {
    const [actor, issue, source] = [await addActor(db), await addIssue(db), await addSource(db)];
    const content = findingContent(article, {
      holders: [{ actorId: actor.id, wording: null, basis: 'sources_own' }],
      issueIds: [issue.id],
      attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
    });
    await author.call.editor.findings.propose({
      articleId: article.id,
      seen: article.save,
      content,
    });
  }
  return article;
}

/** How many statements it takes to publish an article, to correct it and to retract it. */
async function countOf(findings: number) {
  const { id } = await writeWithFindings(findings);
  const { articles } = publisher.call.editor;
  const revisionId = await approve(id, author, publisher);
  const publish = await listStatements(() => articles.publish({ id, revisionId }));

  const { article } = await author.call.editor.articles.get({ id });
  const content = { ...articleContentOf(article), standfirst: 'Ostrava waits for rain.' };
  await author.call.editor.articles.save({ id, seen: article.save, content });
  await approve(id, author, publisher);
  const corrections = (['Two rivers.', 'Three rivers.'] as const).map((was) => ({
    ...{ was, now: 'A river.', why: 'Miscounted.', severity: 'correction' as const },
    findingId: null,
  }));
  const correct = await listStatements(() => articles.correct({ id, corrections }));
  const retract = await listStatements(() => articles.retract({ id, why: 'It was invented.' }));
  return { publish: publish.length, correct: correct.length, retract: retract.length };
}

test('publishing, correcting and retracting use a bounded number of statements, however many findings there are', async () => {
  const few = await countOf(1);
  expect(await countOf(7)).toEqual(few);
  // One of each ends the assignment (there is no next step), and one adds the revision to the
  // history of the article. Publishing and correcting notify those who wrote in it, in one more.
  expect(few.publish).toBeLessThanOrEqual(54);
  expect(few.correct).toBeLessThanOrEqual(57);
  // The rest of a retracted article is composed and checked like a version of it; five more take
  // deleted words out of its shared document and its history, and two drop its suggestions.
  expect(few.retract).toBeLessThanOrEqual(68);
}, 120_000);
