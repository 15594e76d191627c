import { insertFormerPaths } from '@viewpoints/db/editorial/imports';
import { findAddress, findRedirect } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { someAddress } from '../testing/redirect-changes.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { publishNew } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());

const calls = () => publisher.call.editor.redirects;
const add = (from: string, to: string) => calls().add({ content: { from, to } });
const led = (target: string) => findRedirect(desk.db.reader, target);
const three = () => [someAddress(), someAddress(), someAddress()] as const;

describe('a redirect', () => {
  test('is written by a publisher, leads readers on at once, and is gone once it is removed', async () => {
    const from = someAddress();
    const { id, save } = await add(`${from}/?utm_source=x`, '/articles/new');
    expect(save).toBe(1);
    expect(await led(from)).toBe('/articles/new');
    const saved = await calls().save({ id, seen: 1, content: { from, to: 'https://a.example/' } });
    expect(saved).toEqual({
      id,
      from,
      to: 'https://a.example/',
      target: 'https://a.example/',
      save: 2,
    });
    expect(await led(from)).toBe('https://a.example/');
    await calls().remove({ id });
    expect(await led(from)).toBeNull();
    expect(await problemIn(calls().remove({ id }))).toMatchObject({ code: 'not_found' });
  });

  test('that somebody changed meanwhile is not saved over', async () => {
    const from = someAddress();
    const { id } = await add(from, '/articles/one');
    await calls().save({ id, seen: 1, content: { from, to: '/articles/two' } });
    const late = calls().save({ id, seen: 1, content: { from, to: '/articles/three' } });
    expect(await problemIn(late)).toMatchObject({ code: 'stale', reasons: [{ code: 'stale' }] });
    expect(await led(from)).toBe('/articles/two');
  });

  test('is one from each address, also where two add it at once', async () => {
    const from = someAddress();
    const both = await Promise.allSettled([add(from, '/articles/a'), add(from, '/articles/b')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await reasonsIn(add(`${from}/`, '/articles/c'))).toEqual(['redirect_exists']);
    const other = await add(someAddress(), '/articles/d');
    const onto = calls().save({ id: other.id, seen: 1, content: { from, to: '/articles/d' } });
    expect(await reasonsIn(onto)).toEqual(['redirect_exists']);
  });

  test('is refused where an address may not be, in either field', async () => {
    expect(await reasonsIn(add('/articles', 'http://a.example'))).toEqual([
      ...['redirect_built_in', 'redirect_to'],
    ]);
    expect(await reasonsIn(add('/', '/x'))).toEqual(['redirect_from']);
  });
});

describe('redirects that follow one another', () => {
  test('lead readers to the last at once, whichever was there first', async () => {
    const [a, b, c] = three();
    await add(b, c);
    await add(a, b);
    const last = await add(c, '/articles/end?x=1#y');
    for (const each of [a, b, c]) expect(await led(each)).toBe('/articles/end?x=1#y');
    await calls().save({ id: last.id, seen: 1, content: { from: c, to: '/articles/other' } });
    for (const each of [a, b, c]) expect(await led(each)).toBe('/articles/other');
    await calls().remove({ id: last.id });
    for (const each of [a, b]) expect(await led(each)).toBe(c);
  });

  test('are followed anew where one comes to be from another address', async () => {
    const [a, b, c] = three();
    const { id } = await add(b, '/articles/end');
    await add(a, b);
    expect(await led(a)).toBe('/articles/end');
    await calls().save({ id, seen: 1, content: { from: c, to: '/articles/end' } });
    expect(await led(a)).toBe(b);
  });

  test('follow an address with its query, or without', async () => {
    const [a, b] = three();
    await add(`${b}?id=7`, '/articles/seven');
    await add(b, '/articles/any');
    await add(a, `${b}?id=7`);
    const other = someAddress();
    await add(other, `${b}?id=8`);
    expect(await led(a)).toBe('/articles/seven');
    expect(await led(other)).toBe('/articles/any');
  });

  test('do not lead round in a circle, of which each is named', async () => {
    const [a, b, c] = three();
    await add(a, b);
    await add(b, c);
    const circle = await problemIn(add(c, `${a}?x=1`));
    expect(circle.reasons).toMatchObject([
      { code: 'redirect_loop', details: { way: [c, a, b, c] } },
    ]);
    const { items } = await calls().list({ q: a.slice(1) });
    expect(items.filter(({ from }) => from === c)).toEqual([]);
    expect(await reasonsIn(add(c, c.toUpperCase()))).toEqual(['redirect_loop']);
    expect(await led(a)).toBe(c);
  });

  test('are followed no further than to what readers have', async () => {
    const { article } = await publishNew(desk.db.editorial, editor, publisher);
    const [a] = three();
    await add(`/articles/${article.slug}`, '/articles/elsewhere');
    await add(a, `/articles/${article.slug}`);
    expect(await led(a)).toBe(`/articles/${article.slug}`);
  });

  test('are not more than ten', async () => {
    const way = Array.from({ length: 12 }, someAddress);
    for (const [index, from] of way.slice(0, 10).entries()) await add(from, way[index + 1] ?? '');
    expect(await reasonsIn(add(way[10] ?? '', way[11] ?? ''))).toEqual(['redirect_long']);
    expect(await led(way[0] ?? '')).toBe(way[10]);
  });
});

describe('the list', () => {
  const listed = async (given: Parameters<ReturnType<typeof calls>['list']>[0]) =>
    (await editor.call.editor.redirects.list(given)).items;

  test('has every redirect with where it comes from, by pages and by words', async () => {
    const { article } = await publishNew(desk.db.editorial, editor, publisher);
    const { slug, id } = article;
    await insertFormerPaths(desk.db.editorial, id, ['/1999/the-old-site']);
    await add('/1999/by-hand', '/articles/nowhere');
    const items = await listed({ q: '1999' });
    expect(items.map(({ from, origin, to, save }) => [from, origin, to, save])).toEqual([
      ['/1999/by-hand', 'edited', '/articles/nowhere', 1],
      ['/1999/the-old-site', 'import', `/articles/${slug}`, null],
    ]);
    const pages: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<ReturnType<typeof calls>['list']>> = await calls().list({
        ...{ limit: 1, q: '1999' },
        ...(cursor === null ? {} : { cursor }),
      });
      pages.push(...page.items.map(({ from }) => from));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages).toEqual(['/1999/by-hand', '/1999/the-old-site']);
    expect(await listed({ q: '1999', origin: 'import' })).toHaveLength(1);
    expect(await listed({ q: '19%9' })).toEqual([]);
  });

  test('says what is shadowed and what leads nowhere', async () => {
    const { article } = await publishNew(desk.db.editorial, editor, publisher);
    const own = `/articles/${article.slug}`;
    await add(own, '/articles/nowhere');
    await add('/to-what-is-there', own);
    await add('/to-a-list', '/articles.md');
    await add('/to-the-front', '/');
    await add('/to-elsewhere', 'https://elsewhere.example/x');
    const noted = new Map((await listed({})).map(({ from, notes }) => [from, notes]));
    expect(noted.get(own)).toEqual(['shadowed', 'dead_end']);
    for (const from of ['/to-what-is-there', '/to-the-front', '/to-elsewhere'])
      expect(noted.get(from), from).toEqual([]);
  });

  test('lets one be removed that a slug or an import left', async () => {
    const { article } = await publishNew(desk.db.editorial, editor, publisher);
    const { id, slug } = article;
    await desk.db.sql(
      `INSERT INTO former_slug (kind, slug, ref_id, at) VALUES ('article', $1, $2, now()), ('topic', $1, $2, now())`,
      [`${slug}-before`, id],
    );
    const former = someAddress();
    await insertFormerPaths(desk.db.editorial, id, [former]);
    const at = async () => (await findAddress(desk.db.reader, former, null)).former;
    expect(await at()).toBe(slug);
    const [imported] = await listed({ q: former, origin: 'import' });
    await calls().remove({ id: imported?.id as `import:${string}` });
    expect(await at()).toBeNull();
    const [bySlug] = await listed({ q: `${slug}-before`, origin: 'slug' });
    expect(bySlug?.to).toBe(`/articles/${slug}`);
    await calls().remove({ id: bySlug?.id as `slug:${string}` });
    const left = await desk.db.sql(`SELECT kind::text FROM former_slug WHERE slug = $1`, [
      `${slug}-before`,
    ]);
    expect(left).toEqual([{ kind: 'topic' }]);
    for (const gone of [
      'slug:article:never',
      'slug:nothing:x',
      'import:x',
      'slug:finding:x',
    ] as const)
      expect((await problemIn(calls().remove({ id: gone }))).code).toBe('not_found');
  });
});
