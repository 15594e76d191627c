import { insertFormerPaths } from '@viewpoints/db/editorial/imports';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '../testing/publish.ts';
import { findPublishedByFormerPath } from './former-address.ts';

let db: TestDatabase;
let by: string;
beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

const at = new Date('2021-02-01T09:00:00.000Z');
const find = (path: string) => findPublishedByFormerPath(db.reader, path);

test('a former address leads nowhere until readers have the article', async () => {
  const article = await addArticle(db.editorial, { by });
  await insertFormerPaths(db.editorial, article.id, ['/2019/04/ports', '/?p=7']);
  expect(await find('/2019/04/ports')).toBeNull();
  await publish(db.editorial, article.id, { at });
  expect(await find('/2019/04/ports')).toBe(article.slug);
  expect(await find('/?p=7')).toBe(article.slug);
  expect(await find('/2019/04/other')).toBeNull();
});

test('an embargo holds for it too', async () => {
  const article = await addArticle(db.editorial, { by });
  await insertFormerPaths(db.editorial, article.id, ['/later']);
  await publish(db.editorial, article.id, { at, visibleFrom: new Date(Date.now() + 3_600_000) });
  expect(await find('/later')).toBeNull();
});

test('an address that leads to one article does not come to lead to another', async () => {
  const [first, second] = [
    await addArticle(db.editorial, { by }),
    await addArticle(db.editorial, { by }),
  ];
  for (const { id } of [first, second]) {
    await insertFormerPaths(db.editorial, id, ['/twice']);
    await publish(db.editorial, id, { at });
  }
  expect(await find('/twice')).toBe(first.slug);
});
