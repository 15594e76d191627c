import { connectReader } from '@viewpoints/db/connect-reader';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase } from '@viewpoints/db/testing/test-database';
import { expect, it } from 'vitest';
import { listPublishedArticles } from './query/articles.ts';
import { listPublishedCorrections } from './query/corrections.ts';
import { listPublishedFindings } from './query/findings.ts';

it('given lists of every length, narrowed in every way, then few statements are held planned', async () => {
  const db = await createTestDatabase();
  const reader = connectReader(db.readerUrl, { poolSize: 1 });
  try {
    const id = '01234567-89ab-7def-8123-456789abcdef';
    for (let limit = 1; limit <= 100; limit += 1) {
      const request = { cursor: null, limit };
      await listPublishedArticles(reader, request);
      await listPublishedArticles(reader, { ...request, topicId: id });
      await listPublishedFindings(reader, request);
      await listPublishedCorrections(reader, request);
    }
    for (let chosen = 0; chosen < 32; chosen += 1) {
      const named = ['topicId', 'authorId', 'actorId', 'issueId'].filter(
        (_, at) => (chosen >> at) & 1,
      );
      const filter = Object.fromEntries(named.map((name) => [name, id]));
      await listPublishedArticles(reader, { ...filter, cursor: null, limit: 20 });
    }
    const [prepared] = await readSql<{ count: number }>(
      reader,
      'SELECT count(*)::int AS count FROM pg_prepared_statements',
    );
    expect(prepared?.count).toBeLessThanOrEqual(20);
  } finally {
    await reader.$disconnect();
    await db.drop();
  }
});
