import { gzipSync } from 'node:zlib';
import { describeApi } from '@viewpoints/api/http/openapi-document';
import { describe, expect, test } from 'vitest';
import { docsPage, docsPolicy } from './docs-page.ts';

const document = describeApi('https://api.journal.example');
/** Public reads first, then what editors do by group. */
const operations = Object.values(document.paths).flatMap((item) => Object.values(item));
function expectedOperations() {
  const order = document.tags.map(({ name }) => name);
  return order.flatMap((tag) =>
    operations.filter(({ tags }) => tags[0] === tag).map(({ operationId }) => operationId),
  );
}
const idsIn = (html: string) => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
const operationsIn = (html: string) =>
  [...html.matchAll(/<article class="operation" id="([^"]+)"/g)].map(([, id]) => id);

describe('the page that describes the API', () => {
  const page = docsPage(document, '');

  test('has every address and schema once, and a target for each link', () => {
    expect(operationsIn(page)).toEqual(expectedOperations());
    const ids = idsIn(page);
    expect(new Set(ids).size).toBe(ids.length);
    for (const name of Object.keys(document.components.schemas))
      expect(ids).toContain(`schema-${name}`);
    const links = [...page.matchAll(/ href="([^"]+)"/g)].map(([, href]) => href ?? '');
    const missing = links.filter((href) => href.startsWith('#') && !ids.includes(href.slice(1)));
    expect(missing).toEqual([]);
    expect([...new Set(links.filter((href) => !href.startsWith('#')))].sort()).toEqual([
      '/docs',
      '/openapi.json',
    ]);
  });

  test('says what a parameter takes, and where a schema is', () => {
    const findings = page.slice(page.indexOf('id="findings.list"'));
    expect(findings).toMatch(
      /<code>limit<\/code>.*?integer, <code>20<\/code> unless given, at most 100/,
    );
    expect(findings).toContain('<a href="#schema-FindingsList">FindingsList</a>');
    expect(findings).toContain('GET /v1/findings?limit=1&amp;actor=drenn-valley-movement');
  });

  test('says which scope an address needs, and what is sent to it', () => {
    const create = page.slice(page.indexOf('id="editor.articles.create"'));
    expect(create).toMatch(/<b>POST<\/b> \/v1\/editor\/articles <span[^>]*>scope <code>write/);
    expect(create).toMatch(/Body.*?<code>headline<\/code>/);
    expect(page.indexOf('id="editing"')).toBeGreaterThan(page.indexOf('id="search.query"'));
    const read = page.slice(
      page.indexOf('id="articles.list"'),
      page.indexOf('id="articles.months"'),
    );
    expect(read).not.toContain('scope');
  });

  test('is not too large', () => {
    expect(gzipSync(page).length).toBeLessThan(90_000);
    expect(page.length).toBeLessThan(900_000);
  });

  test('loads nothing, and runs no script', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe| src=| on\w+=|url\(|@import/);
    expect(docsPolicy).toContain("default-src 'none'; style-src 'sha256-");
    expect(docsPolicy).not.toContain('unsafe');
  });
});

describe('its search', () => {
  test.each([
    ['wikidata', 0],
    ['SURROUNDINGS', 1],
    ['article cites', 1],
    ['idempotency unlink', 1],
    ['put embargo', 1],
    ['/v1/topics', 2],
    ['   ', operations.length],
  ])('given %j then %d addresses', (search, count) => {
    expect(operationsIn(docsPage(document, search))).toHaveLength(count);
  });

  test('leads to schemas of the whole page', () => {
    const page = docsPage(document, 'surroundings');
    expect(page).toContain('<a href="/docs#schema-ArticleSurroundings">');
    const ids = idsIn(page);
    for (const [, id] of page.matchAll(/ href="#([^"]+)"/g)) expect(ids).toContain(id);
  });

  test('says how many match, and shows all again', () => {
    expect(docsPage(document, 'surroundings')).toContain('1 address matches “surroundings”');
    expect(docsPage(document, 'wikidata')).toContain('No address matches “wikidata”');
    expect(docsPage(document, 'wikidata')).toContain('<a href="/docs">Show all</a>');
  });

  test('escapes markup, and cuts a search that is too long', () => {
    const page = docsPage(document, `"><script>alert(1)</script>${'a'.repeat(5000)}`);
    expect(page).not.toContain('<script');
    expect(page).toContain('&quot;&gt;&lt;script&gt;');
    expect(page).not.toContain('a'.repeat(101));
  });
});
