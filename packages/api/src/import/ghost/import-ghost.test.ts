import { findArticle } from '@viewpoints/db/editorial/articles';
import { findImportItem } from '@viewpoints/db/editorial/imports';
import { findAddress } from '@viewpoints/published/query/find-address';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../../testing/test-desk.ts';
import { importItems } from '../core/import-items.ts';
import { undoImport } from '../core/undo-import.ts';
import { openGhost } from './open-ghost.ts';
import { type BuiltPost, buildGhost } from './testing/build-ghost.ts';

let desk: TestDesk;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

async function send(address: string, posts: readonly BuiltPost[]) {
  const open = async function* () {
    yield Buffer.from(buildGhost(posts));
  };
  const opened = await openGhost(
    { open },
    { site: { address, pattern: '/{slug}/' }, pages: false },
  );
  return importItems(publisher.context, opened, { fileName: 'past.json', uploads: null });
}

const articlesOf = async (runId: string) => {
  const rows = await desk.db.sql<{ article_id: string }>(
    'select article_id from import_item where run_id = $1 order by foreign_id',
    [runId],
  );
  return Promise.all(rows.map(({ article_id }) => findArticle(desk.db.editorial, article_id)));
};

test('posts become drafts with their authors, tags and record, and their old addresses lead to them', async () => {
  const site = 'https://first.example.org';
  const { run, created } = await send(site, [
    { id: '1', slug: 'ghost-ports', title: 'The ports', tags: ['t1', 't3'], visibility: 'paid' },
  ]);
  expect(created).toBe(1);
  const [article] = await articlesOf(run.id);
  expect(article).toMatchObject({ slug: 'ghost-ports', state: 'draft', firstPublishedAt: null });
  expect(article?.topicIds).toHaveLength(1);
  expect(article?.note.split('\n')).toEqual([
    'Brought in from The Quay Review.',
    `Published there on 2019-04-02: ${site}/ghost-ports/`,
    'It was for members only. It becomes a draft: paid',
  ]);
  expect(await findImportItem(desk.db.editorial, article?.id ?? '')).toMatchObject({
    ...{ source: `ghost ${site}`, foreignId: '1', status: 'published' },
    points: [{ code: 'is_for_members', words: 'paid', count: 1 }],
  });
  await publish(desk.db.editorial, article?.id ?? '', { at: desk.clock.now });
  const found = (await findAddress(desk.db.reader, '/ghost-ports', null)).former;
  expect(found).toBe('ghost-ports');
});

test('two posts of one address, and one id twice, come in once each', async () => {
  const site = 'https://second.example.org';
  const posts = [
    { id: '1', slug: 'the-same', title: 'One of two' },
    { id: '2', slug: 'the-same', title: 'Two of two' },
    { id: '1', slug: 'another', title: 'One again' },
  ];
  const { run, created } = await send(site, posts);
  expect(created).toBe(2);
  const articles = await articlesOf(run.id);
  const slugs = articles.map((article) => article?.slug);
  expect(slugs).toContain('the-same');
  expect(slugs.filter((slug) => slug?.includes('of-two'))).toHaveLength(1);
  const notes = articles.map((article) => article?.note ?? '').join('\n');
  expect(notes).toContain('The last part of its address was taken. It has another: the-same');
  expect((await send(site, posts)).created).toBe(0);
  expect((await undoImport(publisher.context, run.id)).removed).toBe(2);
});

test('a site of the same address on another system is another', async () => {
  const site = 'https://first.example.org';
  await desk.db.sql(
    `insert into import_item (source, foreign_id, run_id, status, points, imported_at)
     select 'wordpress ' || $1, '9', run_id, 'published', '[]', imported_at from import_item limit 1`,
    [site],
  );
  expect((await send(site, [{ id: '9', slug: 'nine' }])).created).toBe(1);
});
