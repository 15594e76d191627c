import { type CatalogueKind, kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { describe, expect, it } from 'vitest';
import { navigationFor } from '../shell/navigation.ts';
import { catalogueScreens, entryHref, screenAt } from './screens.ts';

const kinds = kindsWhere('entry', 'catalogue');

describe('the screens of the catalogue', () => {
  it('are there for every kind of entry, once', () => {
    expect(catalogueScreens.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  });

  it.each<[CatalogueKind, string, string]>([
    ['actor', '/actors', 'Actors'],
    ['author', '/authors', 'Authors'],
    ['issue', '/issues', 'Issues'],
    ['place', '/places', 'Places'],
    ['series', '/series', 'Series'],
    ['topic', '/topics', 'Topics'],
  ])('lead from the navigation to the list of kind %s', async (kind, href, title) => {
    const reference = navigationFor(['contributor']).flatMap(({ items }) => items);
    expect(reference).toContainEqual(
      expect.objectContaining({ href, label: title, action: `${kind}.list` }),
    );
    const screen = screenAt(href.slice(1));
    expect(screen?.title).toBe(title);
    expect(await screen?.load()).toBeTypeOf('function');
    expect(entryHref(kind, '0190')).toBe(`${href}?open=0190`);
  });

  it('are at no other address', () => {
    for (const address of ['nowhere', 'actor', 'articles', 'constructor'])
      expect(screenAt(address)).toBeNull();
  });

  it('open no entry of another kind, but a source on a page of its own', () => {
    expect(entryHref('source', '0190')).toBe('/sources/0190');
    expect(entryHref('account', '0190')).toBeNull();
  });
});
