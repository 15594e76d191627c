import { insertFormerPaths } from '@viewpoints/db/editorial/imports';
import { writeRedirects } from '@viewpoints/db/editorial/redirects';
import { addAccount, addArticle } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { checkRedirect } from '@viewpoints/domain/redirects/check-redirect';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { foldedRedirect } from '../project/write-redirects.ts';
import { publish } from '../testing/publish.ts';
import { findAddress, findRedirect } from './find-address.ts';

let db: TestDatabase;
let by: string;
beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

const at = new Date('2021-02-01T09:00:00.000Z');
const find = async (path: string) => (await findAddress(db.reader, path, null)).former;

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

describe('an edited redirect', () => {
  const redirect = async (from: string, to: string, hiddenAt: Date | null = null) => {
    const checked = checkRedirect({ from, to }, []);
    if (!checked.ok) throw new Error(JSON.stringify(checked.reasons));
    const { redirect: one } = checked;
    const [id = ''] = await writeRedirects(
      db.editorial,
      [{ ...one, ...foldedRedirect(one), savedBy: by }],
      at,
    );
    await db.editorial.redirect.update({ where: { id }, data: { hiddenAt } });
    return id;
  };
  const led = async (target: string) => {
    const [unknown, known] = [
      (await findAddress(db.reader, target, null)).redirect,
      await findRedirect(db.reader, target),
    ];
    expect(unknown).toBe(known);
    return known;
  };

  test('leads on from its path, whatever else is in the query', async () => {
    await redirect('/old', '/articles/new');
    for (const target of ['/old', '/Old/', '/old?utm_source=x', '/old?id=7'])
      expect(await led(target)).toBe('/articles/new');
    for (const target of ['/ol', '/old/more', '/oldest', '/', '/?q=old'])
      expect(await led(target)).toBeNull();
  });

  test('with a query leads on from that alone, before one without', async () => {
    await redirect('/index.php', '/');
    await redirect('/index.php?id=7&view=one', '/articles/seven');
    expect(await led('/index.php?view=one&id=7&utm_medium=m')).toBe('/articles/seven');
    expect(await led('/index.php?id=8')).toBe('/');
    expect(await led('/index.php')).toBe('/');
  });

  test('leads from Markdown to Markdown', async () => {
    await redirect('/old-page', '/new-page');
    await redirect('/gone-away', 'https://elsewhere.example/');
    expect(await led('/old-page.md')).toBe('/new-page.md');
    expect(await led('/gone-away.md')).toBeNull();
  });

  test('is before an address of a former site, and is nothing while it is hidden', async () => {
    const article = await addArticle(db.editorial, { by });
    await insertFormerPaths(db.editorial, article.id, ['/both']);
    await publish(db.editorial, article.id, { at });
    const id = await redirect('/both', '/articles/another');
    const found = () => findAddress(db.reader, '/both', null);
    expect(await found()).toEqual({
      ...{ page: null, redirect: '/articles/another', former: article.slug },
    });
    await db.editorial.redirect.update({ where: { id }, data: { hiddenAt: at } });
    expect((await found()).redirect).toBeNull();
  });

  test('cannot be stored with a way out that is none of the site’s and not secure', async () => {
    const id = await redirect('/kept', '/articles/kept');
    for (const target of [
      ...[
        '//elsewhere.example',
        '/\\elsewhere.example',
        'http://elsewhere.example',
        'javascript:x',
      ],
      ...['https://me@elsewhere.example/', 'https:///x', '/a b', '/a\nb', ''],
    ])
      await expect(
        db.editorial.redirect.update({ where: { id }, data: { target } }),
        target,
      ).rejects.toThrow(/redirect_target/);
  });
});
