import { describe, expect, test } from 'vitest';
import { checkRedirect, MAX_ADDRESS } from './check-redirect.ts';

const origins = ['https://journal.example.org'];
const check = (from: string, to: string) => checkRedirect({ from, to }, origins);
const codes = (from: string, to: string) => {
  const checked = check(from, to);
  return checked.ok ? [] : checked.reasons.map(({ code, at }) => [code, at]);
};
const stored = (from: string, to: string) => {
  const checked = check(from, to);
  return checked.ok ? [checked.redirect.from, checked.redirect.to] : checked.reasons;
};

describe('an address that readers are sent on from', () => {
  test.each([
    ['/2019/04/Ports/', '/2019/04/ports'],
    ['https://old.example.org/2019/04/ports?utm_source=x', '/2019/04/ports'],
    ['/?page_id=12', '/?p=12'],
    ['/index.php?id=7&a=b', '/index.php?a=b&id=7'],
    ['/%e6%b8%af', '/港'],
    ['/articles/gone', '/articles/gone'],
    ['/topics/gone', '/topics/gone'],
    ['/about/history', '/about/history'],
    ['/fa/an-old-one', '/fa/an-old-one'],
    ['/archive/2019/04/ports', '/archive/2019/04/ports'],
    ['/articles/2019/ports', '/articles/2019/ports'],
    ['/feed/comments', '/feed/comments'],
  ])('%s is stored as %s', (from, kept) => {
    expect(stored(from, '/articles/ports')).toEqual([kept, '/articles/ports']);
  });

  test.each([
    ...['/', '/?q=x', 'ports', '//elsewhere.example/x', 'ftp://a.example/b', '/a\\b', '/a\u202Eb'],
    ...['/a%0d%0ab', '/a%E2%80%AEb', '/articles/ports.md', ''],
  ])('is not %j', (from) => {
    expect(codes(from, '/articles/ports')).toEqual([['redirect_from', 'from']]);
  });

  test.each([
    ...['/articles', '/about', '/about/privacy', '/search', '/fa', '/v1/articles', '/robots.txt'],
    ...['/feeds/articles.atom', '/feed', '/sitemap.xml', '/archive/2019', '/articles/a/versions/1'],
    ...['/topics/x/feeds/articles.atom', '/embed/issues/a', '/positions/a/b', '/favicon.ico'],
    ...['/issues/a/board.csv', '/_next/static/x.js', '/search?s=x'],
  ])('is not %s, which the program has', (from) => {
    const checked = check(from, '/articles/ports');
    expect(checked.ok ? [] : checked.reasons).toMatchObject([
      { code: 'redirect_built_in', details: { usedFor: expect.stringMatching(/../) } },
    ]);
  });
});

test('neither address is longer than one may be', () => {
  const long = `/${'x'.repeat(MAX_ADDRESS)}`;
  expect(codes(long, long)).toEqual([
    ['redirect_from', 'from'],
    ['redirect_to', 'to'],
  ]);
});

describe('an address that readers are sent to', () => {
  test.each([
    ['/articles/ports?a=b#top', '/articles/ports?a=b#top'],
    ['/', '/'],
    ['/港', '/%E6%B8%AF'],
    ['https://journal.example.org/articles/ports', '/articles/ports'],
    ['https://elsewhere.example/a?b#c', 'https://elsewhere.example/a?b#c'],
    ['HTTPS://Elsewhere.example', 'https://elsewhere.example/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ])('%s is stored as %s', (to, kept) => {
    expect(stored('/old', to)).toEqual(['/old', kept]);
  });

  test.each([
    ...['//elsewhere.example', '/.//elsewhere.example', '/\\elsewhere.example', '\\\\a.example'],
    ...['http://elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', 'elsewhere.example'],
    ...['https://me:secret@elsewhere.example', 'https://me@elsewhere.example', 'https:///x', ''],
    ...['https://elsewhere.example/a b', '/a\tb', '/a\nb', '/a%0d%0aSet-Cookie:x', '/a\u202Eb'],
    ...['https://elsewhere.example/%E2%80%AE', '/../..//a.example'],
    ...['https://', 'https://[', '/a\u200Bb', 'https:elsewhere.example'],
  ])('is not %j', (to) => {
    expect(codes('/old', to)).toEqual([['redirect_to', 'to']]);
  });

  test('is looked up as the address that another is sent on from', () => {
    const checked = check('/old', '/Older/?x=1#top');
    expect(checked.ok && checked.redirect.toKey).toEqual({ path: '/older', query: 'x=1' });
    const away = check('/old', 'https://elsewhere.example/old');
    expect(away.ok && away.redirect.toKey).toBeNull();
  });
});
