import { readItems } from '@viewpoints/api/import/core/read-items';
import { openFeed } from '@viewpoints/api/import/feed/open-feed';
import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { addAccount, addArticle, addAuthor, addTopic } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { documentText } from '@viewpoints/domain/document/document-text';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { makeResource } from '../../testing/make-resource.ts';

let db: TestDatabase;
let caller: ReaderCaller;
beforeAll(async () => {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  db = await createTestDatabase();
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await caller.close();
  await db.drop();
});

test.each(['rss', 'atom'])('a journal comes in again from its own feed: %s', async (format) => {
  const { editorial } = db;
  const by = (await addAccount(editorial)).id;
  const [author, topic] = await Promise.all([addAuthor(editorial), addTopic(editorial)]);
  const article = await addArticle(editorial, {
    ...{ by, headline: `Rivers & <borders> as ${format}`, standfirst: 'Who “waits”, and why.' },
    ...{ topicIds: [topic.id], byline: { kind: 'authors', authorIds: [author.id] } },
  });
  const at = new Date(Date.UTC(2021, 1, 3, 9));
  await publish(editorial, article.id, { at });
  const { text } = await makeResource(caller, `/feeds/articles.${format}`);
  const open = async function* () {
    yield Buffer.from(text);
  };
  const source = await openFeed([{ open }], {
    ...{ address: null, encoding: null, pages: false, isWhole: false },
  });
  const bodies: string[] = [];
  const report = await readItems(source, {
    bringIn: async ({ headline, standfirst, authors, topics }, document) => {
      if (headline !== article.headline) return;
      expect({ standfirst, authors, topics: topics.map(({ name }) => name) }).toEqual({
        ...{
          standfirst: article.standfirst,
          authors: [author.name],
          topics: [topic.name, 'Report'],
        },
      });
      bodies.push(documentText(document).text);
    },
  });
  expect(bodies).toHaveLength(1);
  expect(bodies[0]).toContain(documentText(article.body).text);
  expect(report.items.find(({ headline }) => headline === article.headline)).toMatchObject({
    ...{ foreignId: `urn:uuid:${article.id}`, slug: article.slug, publishedAt: at.toISOString() },
    ...{ status: 'published', comesIn: true, points: [] },
  });
});
