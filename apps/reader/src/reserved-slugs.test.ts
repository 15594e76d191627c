import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { builtInAboutPages, reservedPageSlugs } from '@viewpoints/domain/pages/reserved-slugs';
import { describe, expect, test } from 'vitest';
import { builtInPages } from './components/about/built-in-pages.ts';
import { previewPath } from './preview/answer-preview.ts';
import { routes } from './routes.ts';

const isSlug = (segment: unknown): segment is string =>
  typeof segment === 'string' && /^[a-z0-9-]+$/.test(segment);
const app = join(import.meta.dirname, 'app');
const folders = readdirSync(app, { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .flatMap(({ name }) => readdirSync(join(app, name)));

describe('what the reading site answers at', () => {
  test.each([
    ['its routes', routes.map(({ path }) => path[0])],
    ['the folders of its pages', folders],
    [
      'what the server answers by itself',
      [previewPath, '/healthz', '/metrics', '/media'].map((path) => path.slice(1)),
    ],
  ])('is reserved: %s', (_, segments) => {
    const slugs = [...new Set(segments.filter(isSlug))];
    expect(slugs.length).toBeGreaterThan(0);
    expect(slugs.filter((each) => !Object.hasOwn(reservedPageSlugs, each))).toEqual([]);
  });

  test('is reserved under About, and is all that About lists', () => {
    const under = routes.flatMap(({ path: [first, second] }) =>
      first === 'about' && isSlug(second) ? [second] : [],
    );
    expect(Object.keys(builtInAboutPages).sort()).toEqual(under.sort());
    expect(builtInPages.map(({ path }) => path.slice('about/'.length)).sort()).toEqual(under);
  });

  test('leaves every other name to pages', () => {
    for (const slug of ['contact', 'masthead', 'our-house'])
      expect(Object.hasOwn(reservedPageSlugs, slug), slug).toBe(false);
    for (const code of ['fa', 'he', 'ar', 'fr', 'en', 'ps', 'ur'])
      expect(Object.hasOwn(reservedPageSlugs, code), code).toBe(true);
  });
});
