import { loadDump } from '@viewpoints/db/testing/load-dump';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { readShared } from '@viewpoints/working-copy/shared-content';
import { sharedFrom } from '@viewpoints/working-copy/shared-document';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { sharedContentOf } from './open-copy.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  const db = await loadDump();
  await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
  desk = await openTestDesk(db);
  editor = await desk.person('editor');
}, 120_000);
afterAll(() => desk.close());

test('every article that can be edited of a database that version 733125b made gets its shared document at its next save', async () => {
  const { editorial } = desk.db;
  const rows = await editorial.article.findMany({
    where: { state: { notIn: ['retracted', 'archived'] } },
    select: { id: true },
  });
  expect(rows.length).toBeGreaterThan(20);
  expect(await editorial.articleCopy.count()).toBe(0);
  for (const { id } of rows) {
    const before = (await editor.call.editor.articles.get({ id })).article;
    const content = { ...articleContentOf(before), section: 'Written in' };
    const seen = before.save;
    const { article } = await editor.call.editor.articles.save({ id, seen, content });
    expect(article).toMatchObject({ ...content, save: seen + 1 });
    const copy = await editorial.articleCopy.findUniqueOrThrow({
      where: { articleId: id },
      include: { updates: true },
    });
    const then = readShared(sharedFrom(copy.state, [])).data;
    expect(then).toEqual(sharedContentOf(before));
    const now = sharedFrom(
      copy.state,
      copy.updates.map(({ update }) => update),
    );
    expect(readShared(now).data).toEqual(sharedContentOf(article));
  }
}, 60_000);
