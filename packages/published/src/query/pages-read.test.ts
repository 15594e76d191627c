import type { ReaderDatabase } from '@viewpoints/db/client';
import { countPagesRead } from '@viewpoints/db/testing/count-pages-read';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { Genre } from '@viewpoints/domain/articles/article';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillChanges } from '../prepare/fill-changes.ts';
import { searchPage } from '../search/search-shown.ts';
import { plantLargeJournal } from '../testing/large-journal/plant-large-journal.ts';
import { findPublishedActor, listPublishedActors } from './actors.ts';
import { findPublishedArticle, listPublishedArticles } from './articles.ts';
import { findPublishedAuthor } from './authors.ts';
import { listPublishedChanges } from './changes.ts';
import { listPublishedSlugs } from './entry-addresses.ts';
import { listPublishedFeedArticles, listPublishedFeedFindings } from './feeds.ts';
import { findPublishedFindingPage, listPublishedFindings } from './findings.ts';
import { getFront } from './front.ts';
import { findPublishedIssue, listPublishedIssues } from './issues.ts';
import { listPublishedTopicLinks } from './topics.ts';

/*
 * Queries of readers must not cost more because the journal grew. Times say little on a busy
 * machine; the number of database pages read is the same everywhere.
 */

/** A journal, and the entries in it to query. */
type Planted = {
  db: TestDatabase;
  finding: string;
  author: string;
  actor: string;
  issue: string;
  middle: { key: string; id: string };
  /** A cursor in the middle of the log of changes. */
  cursor: string;
  word: string;
};

async function plant(articles: number): Promise<Planted> {
  const db = await createTestDatabase();
  const { cast, tongues } = await plantLargeJournal(db.url, { articles, findings: articles * 4 });
  await db.sql(`
    INSERT INTO published_supersession
    SELECT old.id, new.id, 'position_change', new.published_at
    FROM (SELECT id, row_number() OVER (ORDER BY published_at, id) AS n FROM published_finding) old
    JOIN (SELECT id, published_at, row_number() OVER (ORDER BY published_at, id) AS n FROM published_finding) new
      ON new.n = old.n + 40
    WHERE old.n % 20 = 0`);
  await db.sql(`INSERT INTO former_slug SELECT 'actor', 'former-' || slug, id FROM actor`);
  await db.sql(
    `INSERT INTO former_slug SELECT 'article', 'former-' || slug, id FROM published_article`,
  );
  await fillChanges(db.url);
  await db.sql('VACUUM ANALYZE');
  const [entry] = await db.sql<{ cursor: string }>(
    `SELECT cursor_id AS cursor FROM public_change ORDER BY number LIMIT 1 OFFSET ${articles * 2}`,
  );
  const [middle] = await db.sql<{ key: Date; id: string }>(
    `SELECT published_at AS key, id FROM published_finding ORDER BY published_at DESC, id
     LIMIT 1 OFFSET ${articles * 2}`,
  );
  return {
    db,
    finding: middle?.id ?? '',
    author: cast.authors[0]?.slug ?? '',
    actor: cast.actors[0]?.slug ?? '',
    issue: cast.issues[0]?.slug ?? '',
    middle: { key: middle?.key.toISOString() ?? '', id: middle?.id ?? '' },
    cursor: entry?.cursor ?? '',
    word: tongues[0]?.words[20] ?? '',
  };
}

let small: Planted;
let large: Planted;
beforeAll(async () => {
  [small, large] = [await plant(200), await plant(2_000)];
}, 300_000);
afterAll(() => Promise.all([small.db.drop(), large.db.drop()]));

type Ask = (db: ReaderDatabase, planted: Planted) => Promise<unknown>;

const first = { cursor: null, limit: 20 };

/** Each costs the same in a journal of any size. */
const requests: Record<string, Ask> = {
  'the front page': getFront,
  'the topics under the masthead': listPublishedTopicLinks,
  'an article, by its former address': (db) => findPublishedArticle(db, 'former-nothing'),
  'an actor': (db, { actor }) => findPublishedActor(db, actor),
  'an actor, by its former address': (db, { actor }) => findPublishedActor(db, `former-${actor}`),
  'an issue': (db, { issue }) => findPublishedIssue(db, issue),
  'an author': (db, { author }) => findPublishedAuthor(db, author),
  'a finding': (db, { finding }) => findPublishedFindingPage(db, finding),
  articles: (db) => listPublishedArticles(db, { ...first, together: true }),
  'oldest articles': (db) => listPublishedArticles(db, { ...first, order: 'oldest' }),
  findings: (db) => listPublishedFindings(db, first),
  'findings, from the middle on': (db, { middle }) =>
    listPublishedFindings(db, { cursor: middle, limit: 20 }),
  'the feed of articles': (db) => listPublishedFeedArticles(db, { limit: 20 }),
  'the feed of findings': (db) => listPublishedFeedFindings(db, { limit: 20 }),
  'the log of changes': (db) => listPublishedChanges(db, first),
  'the log of changes, from the middle on': (db, { cursor }) =>
    listPublishedChanges(db, { cursor, limit: 20 }),
  'the log of changes, of a kind': (db, { cursor }) =>
    listPublishedChanges(db, { cursor, limit: 20, kind: 'article' }),
  'a search': (db, { word }) => {
    const named = { wanted: [{ words: word, title: false }], excluded: [], facets: [] };
    return searchPage(
      db,
      { ...named, after: null, before: null, limit: 20, cursor: null },
      { ...named, limit: 3 },
    );
  },
};

/** Each costs the same for each of what it lists. */
const listed: Record<string, (db: ReaderDatabase) => Promise<unknown[]>> = {
  'names of actors': async (db) =>
    (await listPublishedActors(db, { cursor: null, limit: 1_000 })).items.slice(1),
  'names of issues': async (db) =>
    (await listPublishedIssues(db, { cursor: null, limit: 1_000 })).items.slice(1),
  'addresses of sources': (db) =>
    listPublishedSlugs(db, { kind: 'source', offset: 0, limit: 10_000 }),
};

/** Pages of an index that is one level deeper, and of rows that lie further apart. */
const deeper = 1.5;

const plannings = ['custom', 'generic'] as const;

describe('queries of readers, in a journal ten times as large', () => {
  for (const planning of plannings) {
    it.each(Object.entries(requests))(
      `reads no more pages: %s (${planning} plan)`,
      async (_, ask) => {
        const pages = async (planted: Planted) =>
          (await countPagesRead(planted.db.readerUrl, planning, (db) => ask(db, planted))).pages;
        const [before, after] = [await pages(small), await pages(large)];
        expect(after).toBeLessThanOrEqual(before * deeper + 20);
      },
    );

    it.each(Object.entries(listed))(
      `reads no more pages for each: %s (${planning} plan)`,
      async (_, list) => {
        const each = async ({ db }: Planted) => {
          const { pages, answer, statements } = await countPagesRead(db.readerUrl, planning, list);
          expect(statements).toBe(1);
          return pages / answer.length;
        };
        const [before, after] = [await each(small), await each(large)];
        expect(after).toBeLessThanOrEqual(before * deeper + 2);
      },
    );
  }

  it('reads nothing but what is listed, also where a genre or a stance is rare', async () => {
    const lists = [
      ...Stance.options.map((stance) => async (db: ReaderDatabase) => {
        return (await listPublishedFindings(db, { ...first, stance })).items.length;
      }),
      ...Genre.options.map((genre) => async (db: ReaderDatabase) => {
        return (await listPublishedArticles(db, { ...first, genre })).items.length;
      }),
    ];
    for (const list of lists) {
      const { pages, answer: shown } = await countPagesRead(large.db.readerUrl, 'generic', list);
      expect(pages).toBeLessThanOrEqual(20 + 12 * shown);
    }
  });
});
