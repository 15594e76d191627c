import { describe, expect, it } from 'vitest';
import { finishPage } from './finish-page.ts';
import { type Page, PageCache, type Rendering } from './page-cache.ts';

const HOUR = 3_600_000;
let clock = Date.parse('2026-02-05T12:00:00.000Z');
const newCache = (options: { maxBytes?: number; maxMissing?: number } = {}) => {
  const cache = new PageCache({
    maxBytes: 1_000_000,
    maxMissing: 100,
    ...options,
    now: () => clock,
  });
  cache.open();
  cache.renew(() => true);
  return cache;
};
/** A lease that ends so many milliseconds from now. */
const leasedFor = (milliseconds: number) => {
  const until = clock + milliseconds;
  return () => clock < until;
};

/** A page source whose renders the test ends when it likes. */
function source() {
  const pending: ((text: string, tags?: string[], status?: number, until?: number) => void)[] = [];
  let renders = 0;
  const render = () => {
    renders += 1;
    return new Promise<Rendering>((resolve) => {
      pending.push((text, tags = [], status = 200, until = Number.POSITIVE_INFINITY) => {
        resolve({ page: finishPage(status, 'text/html', text), tags: new Set(tags), until });
      });
    });
  };
  const finish = (...answer: [text: string, tags?: string[], status?: number, until?: number]) => {
    const next = pending.shift();
    if (next === undefined) throw new Error('no render is waiting');
    next(...answer);
  };
  return { render, finish, renders: () => renders };
}
const textOf = async (page: Promise<Page>) => (await page).forms.identity.toString();

describe('the page cache', () => {
  it('renders once however many wait, and keeps the page', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const waiting = Array.from({ length: 50 }, () => cache.get('/', render));
    finish('front', ['front']);
    expect(new Set(await Promise.all(waiting)).size).toBe(1);
    await cache.get('/', render);
    expect(renders()).toBe(1);
  });

  it('drops the pages that show what changed, and no other', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    for (const [key, tag] of [
      ['/a', 'article:1'],
      ['/b', 'article:2'],
    ] as const) {
      const page = cache.get(key, render);
      finish(key, [tag, 'journal']);
      await page;
    }
    // Requested again since it was cached: worth rendering ahead of the next request.
    expect(cache.find('/a')).not.toBeNull();
    expect(cache.drop(['article:1', 'topic:nobody-shows-this'])).toEqual({
      dropped: 1,
      hot: ['/a'],
    });
    await cache.get('/b', render);
    expect(renders()).toBe(2);
    const again = cache.get('/a', render);
    finish('new', ['article:1']);
    expect(await textOf(again)).toBe('new');
  });

  it('given a change while a page is rendered, does not keep what was begun before it', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const before = cache.get('/a', render);
    cache.drop(['article:1']);
    finish('old', ['article:1']);
    expect(await textOf(before)).toBe('old');
    const after = cache.get('/a', render);
    finish('new', ['article:1']);
    expect(await textOf(after)).toBe('new');
    expect(renders()).toBe(2);
  });

  it('given a change while a page is rendered, lets nobody who comes later wait for it', async () => {
    const cache = newCache();
    const { render, finish } = source();
    const before = cache.get('/a', render);
    cache.drop(['article:1']);
    const after = cache.get('/a', render);
    finish('old', ['article:1']);
    finish('new', ['article:1']);
    expect(await textOf(before)).toBe('old');
    expect(await textOf(after)).toBe('new');
    expect(await textOf(cache.get('/a', render))).toBe('new');
  });

  it('keeps a page that was rendered across a change of something else', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const page = cache.get('/a', render);
    cache.drop(['article:2']);
    finish('a', ['article:1']);
    await page;
    await cache.get('/a', render);
    expect(renders()).toBe(1);
  });

  it('given lost announcements, serves cached pages while the lease is valid, and no longer', async () => {
    const cache = newCache();
    const { render, finish } = source();
    const page = cache.get('/a', render);
    finish('a', ['article:1']);
    await page;
    cache.renew(leasedFor(2000));
    cache.close();
    clock += 1999;
    expect(cache.find('/a')).not.toBeNull();
    clock += 1;
    expect(cache.find('/a')).toBeNull();
    cache.renew(() => true);
    expect(cache.find('/a')).toBeNull();
  });

  it('given announcements that are back before it is over, empties the cache all the same', async () => {
    const cache = newCache();
    const { render, finish } = source();
    const page = cache.get('/a', render);
    finish('a', ['article:1']);
    await page;
    cache.renew(leasedFor(2000));
    cache.close();
    cache.open();
    expect(cache.find('/a')).toBeNull();
    cache.renew(() => true);
    expect(cache.find('/a')).toBeNull();
    expect(cache.size).toEqual({ pages: 0, missing: 0, bytes: 0 });
  });

  it('given lost announcements, keeps nothing and renders for every reader', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    cache.renew(leasedFor(0));
    cache.close();
    const both = [cache.get('/a', render), cache.get('/a', render)];
    finish('b', ['article:1']);
    finish('b', ['article:1']);
    await Promise.all(both);
    expect(renders()).toBe(2);
    expect(cache.size.pages).toBe(0);
  });

  it('does not keep what was begun while announcements were lost', async () => {
    const cache = newCache();
    const { render, finish } = source();
    const running = cache.get('/a', render);
    cache.close();
    cache.open();
    const later = cache.get('/b', render);
    finish('a', ['article:1']);
    finish('b', ['article:2']);
    await Promise.all([running, later]);
    expect(cache.size.pages).toBe(1);
  });

  it('given silence for longer than a lease, serves nothing cached until announcements arrive again', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const page = cache.get('/a', render);
    finish('a', ['article:1']);
    await page;
    cache.renew(leasedFor(2000));
    expect(cache.find('/a')).not.toBeNull();
    clock += 2000;
    expect(cache.find('/a')).toBeNull();
    const rerendered = cache.get('/a', render);
    finish('a', ['article:1']);
    await rerendered;
    expect(renders()).toBe(2);
    expect(cache.find('/a')).toBeNull();
    cache.renew(leasedFor(2000));
    expect(cache.find('/a')).not.toBeNull();
  });

  it('given silence while a page is rendered, lets nobody who comes later wait for it, nor keeps it', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    cache.renew(leasedFor(2000));
    const before = cache.get('/a', render);
    clock += 2000;
    const after = cache.get('/a', render);
    expect(renders()).toBe(2);
    cache.drop(['article:1']);
    finish('old', ['article:1']);
    await before;
    cache.renew(leasedFor(2000));
    expect(cache.find('/a')).toBeNull();
    finish('new', ['article:1']);
    expect(await textOf(after)).toBe('new');
  });

  it('given a page that names today, renders it again after midnight', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const page = cache.get('/', render);
    finish('Thursday', ['front'], 200, clock + HOUR);
    await page;
    clock += HOUR - 1;
    await cache.get('/', render);
    expect(renders()).toBe(1);
    clock += 1;
    const next = cache.get('/', render);
    finish('Friday', ['front'], 200, clock + 24 * HOUR);
    expect(await textOf(next)).toBe('Friday');
  });

  it('never keeps a failure', async () => {
    const cache = newCache();
    await expect(cache.get('/a', () => Promise.reject(new Error('no database')))).rejects.toThrow();
    const { render, finish } = source();
    const page = cache.get('/a', render);
    finish('broken', [], 503);
    await page;
    expect(cache.size.pages).toBe(0);
  });

  it('stays within its bytes, letting go of what was longest unused', async () => {
    const text = (letter: string) => letter.repeat(10_000);
    const { bytes } = finishPage(200, 'text/html', text('x')).forms;
    const cache = newCache({ maxBytes: bytes * 2 + 100 });
    const { render, finish, renders } = source();
    const put = async (key: string, letter: string) => {
      const made = cache.get(key, render);
      finish(text(letter), ['journal']);
      await made;
    };
    await put('/a', 'a');
    await put('/b', 'b');
    await cache.get('/a', render);
    await put('/c', 'c');
    expect(cache.size).toMatchObject({ pages: 2 });
    expect(cache.size.bytes).toBeLessThanOrEqual(bytes * 2 + 100);
    await cache.get('/a', render);
    expect(renders()).toBe(3);
    const again = cache.get('/b', render);
    finish(text('b'), []);
    await again;
    expect(renders()).toBe(4);
  });

  it('given a page larger than its bytes, hands it out and remembers nothing of it', async () => {
    const cache = newCache({ maxBytes: 1_000 });
    const { render, finish, renders } = source();
    const made = cache.get('/large', render);
    finish('x'.repeat(10_000), ['journal']);
    await made;
    expect(cache.size).toMatchObject({ pages: 0, bytes: 0 });
    expect(cache.drop(['journal']).dropped).toBe(0);
    void cache.get('/large', render);
    expect(renders()).toBe(2);
  });

  it('keeps a page without a body, such as a redirect', async () => {
    const cache = newCache();
    const { render, finish, renders } = source();
    const made = cache.get('/old', render);
    finish('', [], 308);
    await made;
    await cache.get('/old', render);
    expect(renders()).toBe(1);
  });

  it('counts the forms that are made of a cached page, and stays within its bytes', async () => {
    const { bytes } = finishPage(200, 'text/html', 'x'.repeat(10_000)).forms;
    const cache = newCache({ maxBytes: bytes * 2 });
    const { render, finish } = source();
    const put = async (key: string) => {
      const made = cache.get(key, render);
      finish('x'.repeat(10_000), ['journal']);
      return made;
    };
    await put('/a');
    const b = await put('/b');
    const form = b.forms.in('br');
    expect(cache.size).toEqual({ pages: 1, missing: 0, bytes: bytes + form.length });
    expect(cache.find('/b')).toBe(b);
    cache.drop(['journal']);
    b.forms.in('gzip');
    expect(cache.size).toEqual({ pages: 0, missing: 0, bytes: 0 });
  });

  it('given thousands of addresses with nothing behind them, keeps the real pages', async () => {
    const cache = newCache({ maxMissing: 10 });
    const { render, finish, renders } = source();
    const page = cache.get('/a', render);
    finish('a', ['article:1']);
    await page;
    for (let index = 0; index < 50; index += 1) {
      const missing = cache.get(`/articles/nothing-${index}`, render);
      finish('nothing here', [`slug:nothing-${index}`], 404);
      await missing;
    }
    expect(cache.size).toMatchObject({ pages: 1, missing: 10 });
    const before = renders();
    await cache.get('/a', render);
    expect(renders()).toBe(before);
  });

  it('given thousands of made-up filters and cursors, retains the real pages', async () => {
    const { bytes } = finishPage(200, 'text/html', 'x'.repeat(10_000)).forms;
    const cache = newCache({ maxBytes: bytes * 8 });
    const { render, finish, renders } = source();
    const put = async (key: string) => {
      const made = cache.get(key, render);
      finish('x'.repeat(10_000), ['list:articles']);
      await made;
    };
    for (const key of ['/a', '/b', '/c', '/d']) await put(key);
    for (let index = 0; index < 50; index += 1) await put(`/archive?cursor=${index}`);
    expect(cache.size).toEqual({ pages: 6, missing: 0, bytes: bytes * 6 });
    const before = renders();
    for (const key of ['/a', '/b', '/c', '/d']) await cache.get(key, render);
    expect(renders()).toBe(before);
    expect(cache.drop(['list:articles']).dropped).toBe(6);
    expect(cache.size).toEqual({ pages: 0, missing: 0, bytes: 0 });
  });

  it('drops "nothing here" once something is there', async () => {
    const cache = newCache();
    const { render, finish } = source();
    const missing = cache.get('/articles/coming', render);
    finish('nothing here', ['slug:coming'], 404);
    await missing;
    cache.drop(['slug:coming']);
    const there = cache.get('/articles/coming', render);
    finish('here', ['article:1']);
    expect(await textOf(there)).toBe('here');
  });
});
