import {
  deleteVisitsBefore,
  getArticleReads,
  getReadership,
} from '@viewpoints/db/editorial/visits';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { countVisits, type VisitBatch } from './query/count-visits.ts';
import { canary, type PlantedJournal, plantJournal } from './testing/planted-journal.ts';

let db: TestDatabase;
let planted: PlantedJournal;
let slug = '';
beforeAll(async () => {
  db = await createTestDatabase();
  planted = await plantJournal(db);
  const [row] = await db.sql<{ slug: string }>('SELECT slug FROM published_article WHERE id = $1', [
    planted.seen.article,
  ]);
  slug = row?.slug ?? '';
});
afterAll(() => db.drop());
beforeEach(() => db.sql('TRUNCATE page_reads, referrals, vain_searches'));

const nothing: VisitBatch = { pages: {}, referrers: {}, searches: {} };
const count = (batch: Partial<VisitBatch>) => countVisits(db.reader, { ...nothing, ...batch });
const pages = () => db.sql('SELECT path, reads FROM page_reads ORDER BY path');
const readership = () =>
  getReadership(db.editorial, { days: 30, now: new Date(), timeZone: 'UTC' });

describe('visits counted by the reading role', () => {
  it('add up, from several instances at once, under the day in the journal’s time zone', async () => {
    await db.sql(`UPDATE journal SET time_zone = 'Pacific/Kiritimati'`);
    try {
      const batch = { pages: { '/': 2, [`/articles/${slug}`]: 3, '/topics/water': 1 } };
      await Promise.all(Array.from({ length: 8 }, () => count(batch)));
      expect(await db.sql('SELECT path, reads, article_id FROM page_reads ORDER BY path')).toEqual([
        { path: '/', reads: 16, article_id: null },
        { path: `/articles/${slug}`, reads: 24, article_id: planted.seen.article },
        { path: '/topics/water', reads: 8, article_id: null },
      ]);
      const [today] = await db.sql(
        `SELECT bool_and(day = (now() AT TIME ZONE 'Pacific/Kiritimati')::date) AS right FROM page_reads`,
      );
      expect(today).toEqual({ right: true });
    } finally {
      await db.sql(`UPDATE journal SET time_zone = 'UTC'`);
    }
  });

  it('of a zone that the server does not know are put under the day in UTC', async () => {
    await db.sql(`UPDATE journal SET time_zone = 'Nowhere/Land'`);
    try {
      await count({ pages: { '/': 1 } });
      expect(await pages()).toEqual([{ path: '/', reads: 1 }]);
    } finally {
      await db.sql(`UPDATE journal SET time_zone = 'UTC'`);
    }
  });

  it('are of visible articles and findings only', async () => {
    const { seen, hidden } = planted;
    await count({
      pages: {
        [`/findings/${seen.finding}`]: 1,
        [`/findings/${hidden.finding}`]: 1,
        [`/findings/${hidden.draft}`]: 1,
        '/findings/none': 1,
        [`/articles/${canary}-embargoed`]: 1,
        [`/articles/${canary}-draft`]: 1,
        '/articles/never-written': 1,
        '/articles': 1,
        [`/articles/${slug}/made-up`]: 1,
        [`/articles/${slug}/versions/999`]: 1,
        [`/articles/${slug}/versions/1/more`]: 1,
        [`/findings/${seen.finding}/made-up`]: 1,
      },
    });
    expect(await pages()).toEqual([{ path: `/findings/${seen.finding}`, reads: 1 }]);
  });

  it('leave out what has no shape of ours, whatever it is', async () => {
    const unfit: Record<string, unknown> = {
      ...{ '': 1, articles: 1, '/Upper': 1, '/a?b': 1, '/a b': 1, '/%61': 1, '//': 1, '/a/': 1 },
      ...{ [`/${'a'.repeat(400)}`]: 1, '/negative': -1, '/fraction': 1.5, '/many': 1e9 },
      ...{ '/text': 'x', '/list': [1], '/null': null, '/object': {} },
    };
    await count({
      pages: unfit as Record<string, number>,
      referrers: { 'not a host': 1, '192.0.2.1': 1, localhost: 1, 'a..example': 1 },
      searches: { 'a@b': 5, '0123456789': 5, ['x'.repeat(81)]: 5, '': 5, 'a\nb': 5 },
    });
    const tables = ['page_reads', 'referrals', 'vain_searches'];
    for (const table of tables) expect(await db.sql(`SELECT * FROM ${table}`), table).toEqual([]);
    for (const wrong of [[], 'x', 1, null, { pages: [], referrers: 'x', searches: 1 }])
      await countVisits(db.reader, wrong as unknown as VisitBatch).catch(() => {});
    for (const table of tables) expect(await db.sql(`SELECT * FROM ${table}`), table).toEqual([]);
  });

  it('cannot fill the disk: names of a day are bounded, the rest count together', async () => {
    const many = (of: number, name: (index: number) => string, n = 1) =>
      Object.fromEntries(Array.from({ length: of }, (_, index) => [name(index), n]));
    await count({ pages: many(6000, (index) => `/topics/made-up-${index}`) });
    await count({ pages: many(6000, (index) => `/topics/more-${index}`) });
    await count({ referrers: many(1500, (index) => `a${index}.example`) });
    await count({ referrers: { 'a1.example': 1, 'late.example': 4 } });
    await count({ searches: many(1500, (index) => `word ${index}`, 2) });
    await count({ searches: { late: 2 } });
    const [sizes] = await db.sql(`SELECT (SELECT count(*)::int FROM page_reads) AS pages,
      (SELECT count(*)::int FROM referrals) AS hosts, (SELECT count(*)::int FROM vain_searches) AS queries`);
    expect(sizes).toEqual({ pages: 5000, hosts: 1001, queries: 1000 });
    expect(await db.sql(`SELECT reads FROM referrals WHERE host = ''`)).toEqual([{ reads: 504 }]);
    await expect(count({ searches: { ['x'.repeat(1_100_000)]: 1 } })).rejects.toThrow();
  });

  it('leave a search alone until it was made twice', async () => {
    await count({ searches: { once: 1, twice: 2 } });
    await count({ searches: { once: 1, twice: 1 } });
    expect(await db.sql('SELECT query, times FROM vain_searches')).toEqual([
      { query: 'twice', times: 3 },
    ]);
  });
});

describe('the readership', () => {
  it('of an empty journal is every day with nothing read', async () => {
    const { days, ...lists } = await readership();
    expect(days).toHaveLength(30);
    expect(days.at(-1)).toEqual({ day: new Date().toISOString().slice(0, 10), reads: 0 });
    expect(lists).toEqual({ pages: [], referrers: [], searches: [] });
  });

  it('keeps the reads of an article together, whatever its address was', async () => {
    await count({ pages: { [`/articles/${slug}`]: 3, '/': 1 }, referrers: { 'a.example': 2 } });
    await db.sql(
      `UPDATE published_article SET slug = 'renamed',
      summary = jsonb_set(summary, '{slug}', '"renamed"') WHERE id = $1`,
      [planted.seen.article],
    );
    await count({ pages: { '/articles/renamed': 4, '/articles/renamed/versions/1': 1 } });
    const { pages: top, days, referrers } = await readership();
    expect(top).toEqual([
      {
        path: '/articles/renamed',
        reads: 8,
        article: { id: planted.seen.article, headline: expect.any(String) },
      },
      { path: '/', reads: 1, article: null },
    ]);
    expect(days.at(-1)?.reads).toBe(9);
    expect(referrers).toEqual([{ host: 'a.example', reads: 2 }]);
    const reads = await getArticleReads(db.editorial, {
      ...{ articleId: planted.seen.article, days: 7, now: new Date(), timeZone: 'UTC' },
    });
    expect([reads.total, reads.days.length, reads.days.at(-1)?.reads]).toEqual([8, 7, 8]);
  });

  it('is forgotten after its time', async () => {
    await count({ pages: { '/': 1 }, referrers: { 'a.example': 1 }, searches: { lost: 2 } });
    await db.sql(`UPDATE page_reads SET day = '2020-01-01'`);
    await db.sql(`UPDATE referrals SET day = '2020-01-01'`);
    await db.sql(`UPDATE vain_searches SET day = '2020-01-01'`);
    expect(await deleteVisitsBefore(db.editorial, new Date('2020-01-01T00:00:00Z'))).toBe(0);
    expect(await deleteVisitsBefore(db.editorial, new Date('2020-01-02T00:00:00Z'))).toBe(3);
  });
});
