import { describe, expect, it } from 'vitest';
import { isOfFormerSite, readAddress } from './address.ts';

const ID = '01900000-0000-7000-8000-000000000001';
const page = (key: string) => ({ kind: 'page', key });

describe('an address', () => {
  it.each([
    ['/', '/'],
    ['/articles/a-title', '/articles/a-title'],
    ['/articles/a-title/versions/2', '/articles/a-title/versions/2'],
    [`/findings/${ID}`, `/findings/${ID}`],
    ['/positions/velmark/ceasefire', '/positions/velmark/ceasefire'],
    ['/about/attribution', '/about/attribution'],
  ])('%s is a page', (target, key) => {
    expect(readAddress(target)).toEqual(page(key));
  });

  it('of a resource brings along what makes it', () => {
    expect(readAddress('/robots.txt?x=1')).toEqual({
      kind: 'resource',
      key: '/robots.txt',
      make: expect.any(Function),
    });
  });

  it('keeps the query keys that its page reads, in one order, and no other', () => {
    const key = '/findings?actor=velmark&issue=ceasefire&stance=rejects';
    expect(
      readAddress('/findings?stance=rejects&utm_source=x&issue=ceasefire&actor=velmark'),
    ).toEqual(page(key));
    expect(readAddress('/articles/a-title?fbclid=1&cursor=abc')).toEqual(page('/articles/a-title'));
    expect(readAddress('/?a=1')).toEqual(page('/'));
    expect(readAddress('/archive/2026/05?within=2025')).toEqual(page('/archive/2026/05'));
    expect(readAddress('/findings?actor=&issue=')).toEqual(page('/findings'));
  });

  it.each([
    ['/Articles/A-Title', '/articles/a-title'],
    ['/FINDINGS?stance=rejects&x=1', '/findings?stance=rejects'],
    ['/feeds/Articles.RSS', '/feeds/articles.rss'],
    ['/Topics/Water/', '/topics/water'],
  ])('%s leads to its one spelling', (target, to) => {
    expect(readAddress(target)).toEqual({ kind: 'redirect', to });
  });

  it.each(['和平'.repeat(150), 'peace '.repeat(200)])(
    'of a search holds whatever somebody typed, however long',
    (q) => {
      const key = `/search?${new URLSearchParams({ q })}`;
      expect(key.length).toBeGreaterThan(1_200);
      expect(readAddress(key)).toEqual({ kind: 'page', key, kept: false });
      expect(readAddress(`/search/suggestions?${new URLSearchParams({ q })}`)).toMatchObject({
        kind: 'resource',
      });
      expect(readAddress(`/findings?x=${'a'.repeat(3_000)}`)).toEqual({ kind: 'unknown' });
    },
  );

  it('takes the first of a key given twice, so that no two readings differ', () => {
    expect(readAddress('/findings?actor=velmark&actor=tarsova')).toEqual(
      page('/findings?actor=velmark'),
    );
  });

  it.each([
    '/articles/a--b',
    '/articles/%61',
    '/articles/../secret',
    '/articles/a%2fb',
    '/articles/a\u0000b',
    '/articles/a-title/versions/0',
    '/articles/a-title/versions/1e9',
    '/archive/26',
    '/archive/2026/13',
    '/archive/2026/5',
    '/findings/not-an-id',
    '/findings?stance=loves',
    '/findings?cursor=%3Cscript%3E',
    '/unavailable',
    '/nothing-here',
    '/_next/data/x.json',
    '/_next/image?url=http://elsewhere.example/x.png',
    'http://elsewhere.example/',
    '*',
    `/${'a'.repeat(3000)}`,
  ])('%s is nothing', (target) => {
    expect(readAddress(target)).toEqual({ kind: 'unknown' });
  });

  it('sends an id in capitals to its one address', () => {
    const id = 'abcdef00-0000-7000-8000-00000000000a';
    expect(readAddress(`/findings/${id.toUpperCase()}`)).toEqual({
      kind: 'redirect',
      to: `/findings/${id}`,
    });
  });

  it('sends a slash at the end to the address without, never to another host', () => {
    expect(readAddress('/articles/a-title/')).toEqual({
      kind: 'redirect',
      to: '/articles/a-title',
    });
    expect(readAddress('/findings//?actor=velmark')).toEqual({
      kind: 'redirect',
      to: '/findings?actor=velmark',
    });
    expect(readAddress('//elsewhere.example')).toEqual({ kind: 'unknown' });
    expect(readAddress('//')).toEqual({ kind: 'redirect', to: '/' });
  });
});

describe('an address that may be of the former site', () => {
  const isFormer = (target: string) => isOfFormerSite(readAddress(target), target);

  it.each(['/2019/04/ports/', '/ports', '/?p=7', '/?utm_source=x&page_id=7'])('%s is', (target) => {
    expect(isFormer(target)).toBe(true);
  });

  it.each(['/', '/?q=p', '/?p=x', '/articles/a-title', '/articles/a-title?p=7', '/findings'])(
    '%s is not',
    (target) => {
      expect(isFormer(target)).toBe(false);
    },
  );
});
