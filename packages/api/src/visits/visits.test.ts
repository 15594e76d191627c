import { countVisits } from '@viewpoints/published/query/count-visits';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../jobs/sweep.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let contributor: Person;
let article: { id: string; slug: string };
beforeAll(async () => {
  desk = await openTestDesk();
  contributor = await desk.person('contributor');
  const publisher = await desk.person('publisher');
  ({ article } = await publishNew(desk.db.editorial, contributor, publisher));
  // Totals are of the database's own day, whatever the desk's clock says.
  desk.clock.now = new Date();
  await countVisits(desk.db.reader, {
    pages: { '/': 2, [`/articles/${article.slug}`]: 5, '/articles/never-written': 9 },
    referrers: { 'search.example': 3 },
    searches: { 'ostrava bridge': 2 },
  });
});
afterAll(() => desk.close());

describe('the readership', () => {
  test('shows what was read, from where, and what was missed', async () => {
    const found = await contributor.call.editor.visits.overview({});
    expect(found.days).toHaveLength(30);
    expect(found.days.at(-1)?.reads).toBe(7);
    expect(found.pages).toEqual([
      {
        path: `/articles/${article.slug}`,
        reads: 5,
        article: { id: article.id, headline: expect.any(String) },
      },
      { path: '/', reads: 2, article: null },
    ]);
    expect(found.referrers).toEqual([{ host: 'search.example', reads: 3 }]);
    expect(found.searches).toMatchObject([{ query: 'ostrava bridge', times: 2 }]);
  });

  test('of one article is separate', async () => {
    const found = await contributor.call.editor.visits.ofArticle({ id: article.id, days: 7 });
    expect([found.total, found.days.length, found.days.at(-1)?.reads]).toEqual([5, 7, 5]);
  });

  test('is stored for 25 months', async () => {
    const context = {
      editorial: desk.db.editorial,
      now: () => desk.clock.now,
      mail: contributor.context.instance,
    };
    const total = async () =>
      (await contributor.call.editor.visits.ofArticle({ id: article.id })).total;
    const age = (months: number) =>
      desk.db.sql(`UPDATE page_reads SET day = (now() - make_interval(months => $1))::date`, [
        months,
      ]);
    await age(24);
    await sweep(context);
    expect(await total()).toBe(5);
    await age(26);
    await sweep(context);
    expect(await total()).toBe(0);
  });
});
