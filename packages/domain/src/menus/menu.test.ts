import { describe, expect, test } from 'vitest';
import { type MenuEntry, Menus, noMenus } from './menu.ts';
import { menuRows, menusOf } from './menu-rows.ts';
import { socialSiteOf } from './social-site.ts';

const id = '01a21f16-f887-7000-8000-000000000001';
const topic: MenuEntry = { target: { kind: 'topic', id }, label: '' };
const shop: MenuEntry = {
  target: { kind: 'address', address: 'https://shop.example/' },
  label: 'Shop',
};
const menus: Menus = {
  head: [topic, shop],
  foot: [
    {
      heading: 'The journal',
      entries: [{ target: { kind: 'built_in', name: 'about' }, label: '' }],
    },
    { heading: '', entries: [{ target: { kind: 'page', id }, label: 'Us' }, shop] },
  ],
  social: ['https://social.example/@causeway'],
};
const at = (content: object) =>
  Menus.safeParse({ ...noMenus, ...content }).error?.issues.map(({ path }) => path.join('.'));

describe('menus', () => {
  test('are the same once they have been rows, each of which knows its place', () => {
    const rows = menuRows(menus);
    expect(menusOf(rows)).toEqual(menus);
    expect(rows.map((row) => row.at)).toEqual([
      ...['head.0', 'head.1', 'foot.0', 'foot.0.entries.0'],
      ...['foot.1', 'foot.1.entries.0', 'foot.1.entries.1', 'social.0'],
    ]);
  });

  test('are bounded, and lead to nothing but what a reader can safely follow', () => {
    const address = (to: string) => ({ target: { kind: 'address', address: to }, label: 'x' });
    expect(at({})).toBeUndefined();
    expect(at(menus)).toBeUndefined();
    for (const to of [
      'http://a.example/',
      'javascript:alert(1)',
      '//a.example',
      'https://u:p@a.example',
    ])
      expect(at({ head: [address(to)] }), to).toEqual(['head.0.target.address']);
    expect(at({ head: [{ ...shop, label: ' ' }] })).toEqual(['head.0.label']);
    expect(at({ head: [topic, topic] })).toEqual(['head']);
    expect(at({ head: [{ ...topic, label: 'a\nb' }] })).toEqual(['head.0.label']);
    expect(at({ head: [{ ...topic, label: 'a'.repeat(61) }] })).toEqual(['head.0.label']);
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => address(`https://a.example/${index}`));
    expect(at({ head: many(13) })).toEqual(['head']);
    expect(at({ foot: [{ heading: '', entries: many(13) }] })).toEqual(['foot.0.entries']);
    expect(at({ foot: [{ heading: '', entries: [] }] })).toEqual(['foot.0.entries']);
    expect(at({ social: ['https://a.example/', 'https://a.example/'] })).toEqual(['social']);
  });
});

test.each([
  ['https://social.example/@causeway', 'Mastodon'],
  ['https://www.youtube.com/@causeway', 'YouTube'],
  ['https://bsky.app/profile/causeway.example', 'Bluesky'],
  ['https://uk.linkedin.com/company/causeway', 'LinkedIn'],
  ['https://www.causeway.example/shop', 'causeway.example'],
  ['https://x.com.example/', 'x.com.example'],
])('an account at %s is on %s', (address, site) => {
  expect(socialSiteOf(address)).toBe(site);
});
