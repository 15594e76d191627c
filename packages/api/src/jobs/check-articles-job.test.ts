import { prepareDatabase } from '@viewpoints/db/prepare-database';
import { beforeNobodyExposed } from '@viewpoints/db/testing/before-nobody-exposed';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type TestDesk } from '../testing/test-desk.ts';
import { checkArticlesJob } from './check-articles-job.ts';

let desk: TestDesk;
beforeAll(async () => {
  const db = await loadFixture(beforeNobodyExposed);
  await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
  desk = await openTestDesk(db);
  desk.clock.now = new Date();
  await checkArticlesJob(
    {
      editorial: db.editorial,
      mail: { smtpUrl: null, mailFrom: '', outboxDirectory: '' } as never,
      now: () => new Date(),
    },
    {},
  );
});
afterAll(() => desk.close());

test('x', async () => {
  const rows = await desk.db.sql(
    'select a.slug, e.code, e.place from exposure e join article a on a.id = e.article_id order by 1,2,3',
  );
  for (const row of rows) console.log(Object.values(row).join(' | '));
  console.log(
    await desk.db.sql(
      `select a.slug from published_article a WHERE NOT EXISTS (SELECT FROM public_text t WHERE t.article_id = a.id)`,
    ),
  );
  console.log(
    await desk.db.sql(
      `select a.slug, u.version, count(*) from published_article a JOIN published_source_use u on u.article_id = a.id group by 1,2 order by 1,2`,
    ),
  );
});
