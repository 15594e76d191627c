import { expect, test } from 'vitest';
import { addressUnder, nameOfPage, treeOf } from './page-tree.ts';

const page = (address: string, headline = '') => ({
  ...{ id: `id of ${address}`, headline, address },
  slug: address.split('/').at(-1) ?? '',
});

test('each page comes after the one above it, with how deep it stands and under what', () => {
  const pages = ['rules-of-old', 'rules/late', 'about/us', 'rules', 'gone/below', 'rules/late/why'];
  expect(
    treeOf(pages.map((address) => page(address))).map(({ address, depth, above }) => [
      ...[address, depth],
      above === null || above === 'about' ? above : above.slug,
    ]),
  ).toEqual([
    ['about/us', 1, 'about'],
    // What stands above it is hidden from who looks.
    ['gone/below', 1, null],
    ['rules', 0, null],
    ['rules/late', 1, 'rules'],
    ['rules/late/why', 2, 'late'],
    ['rules-of-old', 0, null],
  ]);
});

test('what is no page has no place in the tree', () => {
  expect(treeOf([{ ...page('an-article'), address: null }])).toEqual([]);
});

test('an address is that of the parent and the slug', () => {
  const tree = treeOf([page('rules')]);
  expect(
    [null, 'about', 'id of rules', 'hidden'].map((parent) => addressUnder(parent, 'late', tree)),
  ).toEqual(['late', 'about/late', 'rules/late', '…/late']);
});

test('a page without a title goes by its slug', () => {
  expect([page('rules'), page('rules', 'House rules')].map(nameOfPage)).toEqual([
    'rules',
    'House rules',
  ]);
});
