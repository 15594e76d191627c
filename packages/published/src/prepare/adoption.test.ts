import { createHash } from 'node:crypto';
import {
  type ArticleAsRead,
  type DumpedVersion,
  loadDump,
  readDumpedArticles,
} from '@viewpoints/db/testing/load-dump';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { listMigrationNames, repositoryPaths } from '@viewpoints/postgres/migrations/files';
import { migrate } from '@viewpoints/postgres/migrations/migrate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPublishedArticle } from '../query/articles.ts';
import { type PreparationProgress, prepareDatabase } from './prepare-database.ts';

async function start(db: TestDatabase): Promise<PreparationProgress[]> {
  const steps: PreparationProgress[] = [];
  const { secret, url } = db;
  const onProgress = (progress: PreparationProgress) => steps.push(progress);
  await prepareDatabase(url, { secret, readerUrl: null, onProgress });
  return steps;
}

/** Every row of our own tables that a start might change, by table, and what the schema is made of. */
async function fingerprint(db: TestDatabase): Promise<Record<string, string>> {
  const tables = await db.sql<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await db.sql<{ rows: string }>(
      `SELECT coalesce(md5(string_agg(t::text || xmin::text, '' ORDER BY t::text)), '') AS rows FROM "${name}" t`,
    );
    found[name] = row?.rows ?? '';
  }
  return found;
}

/** The first had ten migrations that were squashed since; the second began with the baseline. */
const dumps: [version: DumpedVersion, migrations: number, adopts: boolean][] = [
  ['733125b', 10, true],
  ['e2d16c4', 6, false],
];

describe.each(dumps)('given a database that version %s made, with articles', (version, ...had) => {
  const [migrations, adopts] = had;
  let db: TestDatabase;
  let firstSteps: PreparationProgress[];
  let before: { name: string }[];
  beforeAll(async () => {
    db = await loadDump(version);
    before = await db.sql('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1');
    firstSteps = await start(db);
  }, 120_000);
  afterAll(() => db.drop());

  test('then it has every migration after the first start', async () => {
    expect(before).toHaveLength(migrations);
    const names = await listMigrationNames(repositoryPaths.migrations);
    expect(
      await db.sql('SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1'),
    ).toEqual(names.map((name) => ({ name })));
    const adopted = firstSteps.filter(({ step }) => step === 'adopted');
    expect(adopted).toEqual(adopts ? [{ step: 'adopted', baseline: names[0] }] : []);
    expect(await migrate(db.url)).toEqual([]);
  });

  test('then readers have every article of it: headline, text and findings', async () => {
    const articles = await readDumpedArticles(version);
    expect(articles).toHaveLength(20);
    const read: ArticleAsRead[] = [];
    for (const { slug } of articles) {
      const article = await findPublishedArticle(db.reader, slug);
      const text = createHash('sha256')
        .update(article?.text ?? '')
        .digest('hex');
      // The first had them in another order on the page (decision 31).
      const findings = article?.findings.map(({ proposition }) => proposition).toSorted() ?? [];
      read.push({ slug, headline: article?.headline ?? '', text, findings });
    }
    expect(read).toEqual(articles);
  });

  test('then a second start changes nothing', async () => {
    const after = await fingerprint(db);
    expect(Object.keys(after).length).toBeGreaterThan(70);
    expect(await start(db)).toEqual([]);
    expect(await fingerprint(db)).toEqual(after);
  });
});
