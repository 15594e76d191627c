import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findArticle as openArticle } from '@viewpoints/db/editorial/articles';
import { findSource as openSource } from '@viewpoints/db/editorial/sources';
import {
  beforeNobodyExposed,
  healthyArticles,
  hiddenWords,
  leaks,
} from '@viewpoints/db/testing/before-nobody-exposed';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { listPendingMigrations } from '@viewpoints/postgres/migrations/migrate';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublishedArticle } from '../query/articles.ts';
import { readChanges, readPublicPages } from '../testing/public-pages.ts';
import { type PreparationProgress, prepareDatabase } from './prepare-database.ts';

let db: TestDatabase;
let reader: Client;
beforeAll(async () => {
  db = await loadFixture(beforeNobodyExposed);
  reader = new Client({ connectionString: db.readerUrl });
  reader.on('error', () => {});
  await reader.connect();
});
afterAll(async () => {
  await reader.end();
  await db.drop();
});

/** The result of a statement as readers' role; by SQL, since this version's queries need its tables. */
const asReader = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  (await reader.query<Row>(sql, values)).rows;

/** Kinds of the results of the fixture's search, for words folded as in its version. */
async function search(words: string): Promise<string[]> {
  const folded = words.toLowerCase().replaceAll('ø', 'o');
  const wanted = folded.split(' ').map((word) => ({ words: word, title: false }));
  const request = { wanted, excluded: [], facets: [], after: null, before: null, limit: 20 };
  const [answer] = await asReader<{ hits: [string][]; names: [string][] }>(
    `SELECT search_documents($1::jsonb) -> 'hits' AS hits, search_names($1::jsonb) AS names`,
    [JSON.stringify({ ...request, cursor: null, most: 200 })],
  );
  return [...(answer?.hits ?? []), ...(answer?.names ?? [])].map(([kind]) => kind);
}

describe('given the database as the earlier version left it', () => {
  test('later migrations, if there are any, are still to come', async () => {
    const [{ last } = { last: '' }] = await db.sql<{ last: string }>(
      `SELECT max(migration_name) AS last FROM _prisma_migrations`,
    );
    expect(last).toBe(beforeNobodyExposed.migration);
  });

  test.each(leaks)('readers have "$words" of $article: $why', async ({ words, columns, found }) => {
    expect(await findPublicWords(db.readerUrl, words)).toEqual(columns);
    expect(await search(words)).toEqual(found);
  });

  test.each(hiddenWords)('readers do not have "%s"', async (words) => {
    expect(await findPublicWords(db.readerUrl, words)).toEqual([]);
    expect(await search(words)).toEqual([]);
  });

  test('the unverified words are in the live version, and no one has verified them', async () => {
    const [live] = await asReader<{ propositions: string }>(
      `SELECT jsonb_path_query_array(v.view, '$.findings[*].proposition')::text AS propositions
       FROM published_article a JOIN published_version v ON v.article_id = a.id AND v.number = a.version
       WHERE a.slug = 'c1-sluices-may-be-sold'`,
    );
    expect(live?.propositions).toContain('quenthrask');
    const rows = await db.sql(
      `SELECT state, verified_at FROM finding WHERE proposition LIKE '%quenthrask%'`,
    );
    expect(rows).toEqual([{ state: 'superseded', verified_at: null }]);
  });

  test('a speaker under the Chatham House Rule is named as who holds the position', async () => {
    const rows = await asReader(
      `SELECT f.view #>> '{holders,0,actor,name}' AS holder, f.view #>> '{attribution,terms}' AS terms
       FROM published_finding f JOIN published_article a ON a.id = f.article_id
       WHERE a.slug = 'm4-direct-holder'`,
    );
    expect(rows).toEqual([{ holder: 'Warden of Ullapenny', terms: 'chatham_house' }]);
  });

  test.each([
    ['corrected-finding', 'correction'],
    ['changed-position', 'position_change'],
  ])('in %s the replaced finding counts in the position (%s)', async (slug, kind) => {
    const rows = await asReader(
      `SELECT f.number, s.kind, (SELECT count(*)::int FROM published_holding h
         WHERE h.finding_id = f.id) AS holdings
       FROM published_finding f JOIN published_article a ON a.id = f.article_id
       LEFT JOIN published_supersession s ON s.old_id = f.id
       WHERE a.slug = $1 ORDER BY f.number`,
      [slug],
    );
    expect(rows).toEqual([
      { number: 1, kind, holdings: 1 },
      { number: 2, kind: null, holdings: 1 },
    ]);
  });

  test('published findings have numbers with a gap', async () => {
    const rows = await asReader<{ number: number }>(
      `SELECT f.number FROM published_finding f JOIN published_article a ON a.id = f.article_id
       WHERE a.slug = 'numbers-with-a-gap' ORDER BY f.number`,
    );
    expect(rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  test('the colour profile of a picture that readers see says whose screen it was', async () => {
    const [media] = await asReader<{ path: string; sha256: string }>(
      'SELECT path, sha256 FROM media',
    );
    const bytes = await readFile(join(beforeNobodyExposed.directory, 'media', media?.path ?? ''));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(media?.sha256);
    const utf16 = Buffer.from('Lodestane display of Vesper Carrowyn', 'utf16le').swap16();
    expect(bytes.includes(utf16)).toBe(true);
    expect(bytes.includes('Copyright Isbrelle Mothwick')).toBe(true);
  });

  test('addresses of networks, links and grants of a disabled account are still stored', async () => {
    const counts = await db.sql(
      `SELECT (SELECT count(*)::int FROM rate_limit WHERE key ~ '^[0-9a-f.:]+[|]/') AS limits,
         (SELECT count(*)::int FROM session WHERE ip_address IS NOT NULL AND user_agent IS NOT NULL) AS sessions,
         (SELECT count(*)::int FROM access_token WHERE expires_at IS NULL AND revoked_at IS NULL) AS tokens,
         (SELECT count(*)::int FROM invitation i JOIN account a ON a.id = i.invited_by_id
          WHERE a.disabled_at IS NOT NULL AND i.accepted_at IS NULL AND i.revoked_at IS NULL
            AND i.expires_at > now()) AS invitations,
         (SELECT array_agg(DISTINCT kind ORDER BY kind) FROM message
          WHERE sent_at IS NULL AND text ~ '(invitations/|token=)fixture-') AS messages`,
    );
    expect(counts).toEqual([
      {
        limits: 5,
        sessions: 2,
        tokens: 2,
        invitations: 1,
        messages: ['invitation', 'password_reset'],
      },
    ]);
  });
});

describe('given that this version has started on it', () => {
  const start = async (): Promise<PreparationProgress['step'][]> => {
    const steps: PreparationProgress['step'][] = [];
    const { secret, url } = db;
    const onProgress = ({ step }: PreparationProgress) => steps.push(step);
    await prepareDatabase(url, { secret, readerUrl: null, onProgress });
    return steps;
  };
  beforeAll(async () => {
    await start();
  });

  test('nothing is left for the next start to do', async () => {
    expect(await listPendingMigrations(db.url)).toEqual([]);
    expect(await start()).toEqual([]);
  });

  test.each(healthyArticles)('readers have $slug as before', async ({ slug, word, findings }) => {
    const article = await findPublishedArticle(db.reader, slug);
    expect(article?.headline).toContain(word);
    expect(article?.findings).toHaveLength(findings);
  });

  test.each([
    ['corrected-finding', 'corrected'],
    ['changed-position', 'superseded'],
  ])(
    'in %s the replaced finding is told as %s, with its successor, and the summary counts what the article does',
    async (slug, state) => {
      const article = await findPublishedArticle(db.reader, slug);
      const stood = article?.findings.find((finding) => finding.state === 'published');
      expect(article?.findings).toContainEqual(
        expect.objectContaining({ state, successor: expect.objectContaining({ id: stood?.id }) }),
      );
      const [row] = await asReader<{ count: number }>(
        `SELECT (summary ->> 'findingCount')::int AS count FROM published_article WHERE slug = $1`,
        [slug],
      );
      expect(row?.count).toBe(article?.findingCount);
    },
  );

  test('words that were verified before said in was a field of findings still are', async () => {
    const rows = await db.sql<{ same: boolean; tells: boolean }>(
      `SELECT w.words ? 'saidIn' AS tells, w.words - 'quote' = finding_words(p.view) - 'quote' AS same
       FROM verified_wording w JOIN published_finding p ON p.id = w.finding_id
       JOIN finding f ON f.id = p.id AND f.verified_at = w.verified_at WHERE p.withdrawn_at IS NULL`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ same, tells }) => !same || tells)).toEqual([]);
  });

  test('no stored view says that a finding was replaced', async () => {
    const rows = await db.sql<{ state: string }>(
      `SELECT DISTINCT view ->> 'state' AS state FROM published_finding WHERE withdrawn_at IS NULL
       UNION SELECT f ->> 'state' FROM published_version v, jsonb_array_elements(v.view -> 'findings') f`,
    );
    expect(rows).toEqual([{ state: 'published' }]);
  });

  test('the log of changes has all that readers see once, and nothing else, after another start too', async () => {
    await start();
    const pages = [...(await readPublicPages(db))];
    const entries = await readChanges(db);
    expect(pages.length).toBeGreaterThan(41);
    expect(entries.map(({ kind, id, address }) => `${kind} ${id} ${address}`).sort()).toEqual(
      pages.map(([key, { address }]) => `${key} ${address}`).sort(),
    );
  });

  test('every article and every source can be opened at the desk', async () => {
    const articles = await db.sql<{ id: string }>('SELECT id FROM article');
    const sources = await db.sql<{ id: string }>('SELECT id FROM source');
    expect([articles.length, sources.length]).toEqual([41, 21]);
    for (const { id } of articles)
      expect(await openArticle(db.editorial, id)).toMatchObject({ id });
    for (const { id } of sources) expect(await openSource(db.editorial, id)).toMatchObject({ id });
  });

  test.each(hiddenWords)('readers do not have "%s"', async (words) => {
    expect(await findPublicWords(db.readerUrl, words)).toEqual([]);
  });
});
