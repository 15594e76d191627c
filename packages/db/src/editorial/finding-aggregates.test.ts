import type { Article } from '@viewpoints/domain/articles/article';
import { FindingContent, type Link } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../client.ts';
import { describeAggregate } from '../testing/aggregate-contract.ts';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addPlace,
  addSource,
} from '../testing/builders.ts';
import { newestFirst } from '../testing/ranked-times.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listFindings } from './finding-list.ts';
import {
  deleteLink,
  findFinding,
  insertFinding,
  insertLink,
  listArticleFindings,
  listArticleLinks,
} from './findings.ts';
import { newId } from './new-id.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.drop());

describeAggregate(
  'findings',
  () => db,
  () => {
    let by = '';
    let article: Article;
    let content: FindingContent;
    return {
      prepare: async () => {
        by = (await addAccount(db.editorial)).id;
        article = await addArticle(db.editorial, { by });
        const { sourceId, participantId } = await addProtectedSource();
        content = FindingContent.parse({
          proposition: 'Ostrava will not sign before the rains',
          holders: [
            { actorId: (await addActor(db.editorial)).id, wording: null, basis: 'direct' },
            { actorId: null, wording: 'the harbour council', basis: 'articles_own' },
          ],
          ...{ stance: 'refuses', register: 'private', asOf: '2020-05' },
          issueIds: [(await addIssue(db.editorial)).id, (await addIssue(db.editorial)).id],
          placeIds: [(await addPlace(db.editorial)).id, (await addPlace(db.editorial)).id],
          evidence: { quote: null, locators: [{ sourceId, locator: 'p. 4' }] },
          attribution: {
            ...{ sourceId, participantId, terms: 'background' },
            descriptor: 'an official at the harbour',
          },
          note: 'For the desk.',
        });
      },
      insert: async (rank) => {
        const given = { id: newId(), articleId: article.id, content, by, at: newestFirst(rank) };
        const finding = await db.editorial.$transaction((tx) => insertFinding(tx, given));
        return { ...finding, ...content, id: given.id };
      },
      find: findFinding,
      list: listFindings,
    };

    async function addProtectedSource() {
      const participantId = newId();
      const { id: sourceId } = await addSource(db.editorial, {
        terms: { attribution: 'background', disclosure: 'clear' },
        participants: [{ id: participantId, name: 'Mara Selk', affiliation: '' }],
      });
      return { sourceId, participantId };
    }
  },
);

test('findings are numbered from 1 within their article; a link is stored and removed once', async () => {
  const by = (await addAccount(db.editorial)).id;
  const [article, other] = [
    await addArticle(db.editorial, { by }),
    await addArticle(db.editorial, { by }),
  ];
  const [first, elsewhere, second] = [
    await addFinding(db.editorial, article, { by }),
    await addFinding(db.editorial, other, { by }),
    await addFinding(db.editorial, article, { by }),
  ];
  const numbersOf = async ({ id }: Article) =>
    (await listArticleFindings(db.editorial, id)).map(({ number }) => number);
  expect(await numbersOf(article)).toEqual([1, 2]);
  expect(await numbersOf(other)).toEqual([1]);

  const link: Link = { from: first.id, kind: 'supports', to: elsewhere.id };
  const within = <Result>(work: Parameters<typeof inTransaction<Result>>[1]) =>
    inTransaction(db.editorial, work);
  expect(await within((tx) => insertLink(tx, link))).toBe(true);
  expect(await within((tx) => insertLink(tx, link))).toBe(false);
  expect(await listArticleLinks(db.editorial, article.id)).toEqual([link]);
  expect(await listArticleLinks(db.editorial, other.id)).toEqual([link]);
  expect(await within((tx) => deleteLink(tx, { ...link, to: second.id }))).toBe(false);
  expect(await within((tx) => deleteLink(tx, link))).toBe(true);
  expect(await listArticleLinks(db.editorial, article.id)).toEqual([]);
});
