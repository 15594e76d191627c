import { builtInAt } from '@viewpoints/domain/redirects/built-in-address';
import { redirectKey } from '@viewpoints/domain/redirects/redirect-key';
import { expect, test } from 'vitest';
import { readAddress } from './http/address.ts';
import { routes } from './routes.ts';

const builtIn = (address: string) => {
  const key = redirectKey(address);
  return key === null ? 'the front page' : builtInAt(key);
};

/** An address of each route whose parts are all written in it. None may end in `.md` in any case. */
const addresses = routes.flatMap(({ path }) =>
  path.every((part) => typeof part === 'string') && !String(path.at(-1)).endsWith('.md')
    ? [`/${path.join('/')}`]
    : [],
);

test.each(addresses)('%s is the program’s, and no redirect is from it', (address) => {
  expect(readAddress(address).kind).not.toBe('unknown');
  expect(builtIn(address)).not.toBeNull();
});

const id = '0b2f4c1e-6d0a-4f0e-9a57-3c1f0d5e7a42';
test.each([
  ...['/articles/a/versions/1', `/findings/${id}`, '/positions/a/b', '/archive/2019/04'],
  ...['/issues/a/board', '/issues/a/board.csv', '/embed/issues/a', '/topics/a/feeds/articles.rss'],
  ...['/articles/a/share.png', `/articles/a/charts/${id}.svg`, '/sitemap-articles-2021-02.xml'],
  ...[`/findings/${id}.md`, '/positions/a/b.md', '/feeds/articles.atom', '/share.png'],
])('neither is one from %s', (address) => {
  expect(readAddress(address).kind).not.toBe('unknown');
  expect(builtIn(address)).not.toBeNull();
});

test.each([
  '/contact',
  '/2019/04/ports',
  '/index.php?id=7',
  '/articles/2019/ports',
  '/feed/comments',
])('%s is nothing of the program’s', (address) => {
  expect(readAddress(address).kind).toBe('unknown');
  expect(builtIn(address)).toBeNull();
});

test.each(['articles', 'topics', 'actors', 'issues', 'people', 'places', 'series', 'sources'])(
  'what was at /%s/{slug} may be sent on',
  (first) => expect(builtIn(`/${first}/gone`)).toBeNull(),
);
