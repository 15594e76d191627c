import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Document } from '@viewpoints/domain/document/document';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MappedItem } from '../core/foreign-source.ts';
import { findLocalPicture } from '../core/local-pictures.ts';
import { type ReadItems, readItems } from '../core/read-items.ts';
import { openWordpress } from './open-wordpress.ts';
import { type BuiltItem, buildExport, oldSite } from './testing/build-export.ts';

async function readAll(
  items: readonly BuiltItem[],
  { pages = false, ...options }: ReadItems & { pages?: boolean } = {},
) {
  const bytes = Buffer.from(buildExport(items));
  const file = {
    open: async function* () {
      yield bytes;
    },
    encoding: null,
  };
  const broughtIn: { mapped: MappedItem; document: Document }[] = [];
  const report = await readItems(await openWordpress(file, { pages }), {
    bringIn: async (mapped, document) => {
      broughtIn.push({ mapped, document });
    },
    ...options,
  });
  return {
    report,
    broughtIn,
    points: report.items.map(({ points }) => points.map(({ code }) => code)),
  };
}

describe('what an item becomes', () => {
  test('its title, excerpt, address, date, author and topics', async () => {
    const { broughtIn, report } = await readAll([
      {
        id: 7,
        title: 'Ports &amp; <em>dues</em>',
        excerpt: '<p>What ships  pay.</p>',
        content: 'They pay.',
        terms: [
          ['post_tag', 'dues', 'Dues'],
          ['category', 'uncategorized', 'Uncategorized'],
          ['category', 'harbours', 'Harbours &amp; quays'],
        ],
      },
    ]);
    expect(broughtIn[0]?.mapped).toMatchObject({
      ...{ foreignId: '7', headline: 'Ports & dues', standfirst: 'What ships pay.' },
      ...{ slug: 'item-7', address: `${oldSite}/2019/04/item-7/`, status: 'published' },
      ...{ publishedAt: '2019-04-02T08:30:00.000Z', authors: ['Mira Solberg'] },
      topics: [
        { name: 'Harbours & quays', slug: 'harbours' },
        { name: 'Dues', slug: 'dues' },
      ],
    });
    expect(report.items[0]).toMatchObject({ comesIn: true, words: 2, points: [] });
  });

  test.each([
    ['publish', {}, 'published', []],
    ['draft', {}, 'draft', []],
    ['future', {}, 'scheduled', ['is_scheduled']],
    ['pending', {}, 'pending', ['is_pending']],
    ['private', {}, 'private', ['is_private']],
    ['publish', { password: 'quay' }, 'published', ['has_password']],
    ['vetoed', {}, 'unknown', ['status_unknown']],
  ])('a post that is %s %o', async (status, more, becomes, codes) => {
    const { report, points } = await readAll([{ id: 1, status, content: 'Text.', ...more }]);
    expect(report.items[0]).toMatchObject({ status: becomes, comesIn: true });
    expect(points).toEqual([codes]);
    expect(JSON.stringify(report)).not.toContain('quay');
  });

  test('what is no article is counted and left', async () => {
    const { report } = await readAll([
      ...[1, 2].map((id) => ({ id, type: 'nav_menu_item' })),
      { id: 3, type: 'revision', status: 'inherit' },
      { id: 4, type: 'product' },
      { id: 5, type: 'page' },
      { id: 6, status: 'trash' },
      { id: 7, status: 'auto-draft' },
    ]);
    expect(report.items).toEqual([]);
    expect(report.leftOut).toEqual([
      { type: 'nav_menu_item', why: 'menu', count: 2 },
      { type: 'revision', why: 'revision', count: 1 },
      { type: 'product', why: 'of_plugin', count: 1 },
      { type: 'page', why: 'page', count: 1 },
      { type: 'post', why: 'trash', count: 1 },
      { type: 'post', why: 'unfinished', count: 1 },
    ]);
  });

  test('pages come in where that is asked', async () => {
    const { report } = await readAll([{ id: 5, type: 'page', content: 'About.' }], { pages: true });
    expect(report.items).toHaveLength(1);
  });

  test('comments are counted, and nothing more of them is anywhere', async () => {
    const { report } = await readAll([
      {
        id: 1,
        content: 'Text.',
        comments:
          '<wp:comment><wp:comment_author_email>otto@private.example</wp:comment_author_email></wp:comment>',
      },
    ]);
    expect(report.comments).toBe(1);
    expect(JSON.stringify(report)).not.toContain('otto');
  });

  test.each<[string, Omit<BuiltItem, 'id'>, string[]]>([
    ['no title', { title: '', content: 'Text.' }, ['headline_missing']],
    ['nothing', { title: '', content: '' }, ['empty']],
    ['a long title', { title: 'word '.repeat(60), content: 'Text.' }, ['headline_cut']],
    ['a long excerpt', { excerpt: 'word '.repeat(200), content: 'Text.' }, ['standfirst_cut']],
    ['no date', { date: '0000-00-00 00:00:00', content: 'Text.' }, []],
    ['a foreign slug', { slug: '%e6%b8%af', content: 'Text.' }, ['slug_changed']],
    ['nobody known', { creator: 'gone', content: 'Text.' }, ['author_unknown']],
    [
      'many tags',
      {
        content: 'Text.',
        terms: Array.from({ length: 12 }, (_, at) => ['post_tag', `t${at}`, `Tag ${at}`] as const),
      },
      ['topics_cut', 'topics_cut'],
    ],
    ['a text that is too long', { content: `<p>${'word '.repeat(520_000)}</p>` }, ['too_long']],
    ['a text of very many lines', { content: 'line\n'.repeat(10_000) }, []],
    ['a text that is far too long', { content: 'word '.repeat(900_000) }, ['too_long']],
  ])('%s is reported where an editor has to know', async (_, item, codes) => {
    const { points, broughtIn } = await readAll([
      { id: 1, ...item },
      { id: 2, content: 'Next.' },
    ]);
    expect(points).toEqual([codes, []]);
    const isIn = !codes.some((code) => code === 'empty' || code === 'too_long');
    expect(broughtIn.map(({ mapped }) => mapped.foreignId)).toEqual(isIn ? ['1', '2'] : ['2']);
  });
});

describe('pictures', () => {
  const attachment = (id: number, path: string, more: Partial<BuiltItem> = {}): BuiltItem => ({
    ...{ id, type: 'attachment', status: 'inherit', file: `${oldSite}/wp-content/uploads/${path}` },
    ...more,
  });

  test('are known by the export, though it has their files after the posts', async () => {
    const { broughtIn } = await readAll([
      {
        id: 1,
        content: `<img class="wp-image-9" src="${oldSite}/wp-content/uploads/2019/04/a-300x200.jpg">\n\n[gallery]`,
        fields: { _thumbnail_id: '8' },
      },
      attachment(9, '2019/04/a.jpg', { fields: { _wp_attachment_image_alt: 'A crane' } }),
      attachment(8, '2019/04/lead.jpg'),
      attachment(11, '2019/04/c.jpg', { parent: 1, menuOrder: 2 }),
      attachment(10, '2019/04/b.jpg', { parent: 1, menuOrder: 1, excerpt: 'The quay' }),
    ]);
    const pictures = broughtIn[0]?.mapped.blocks?.filter((block) => block.type === 'picture');
    expect(pictures?.map(({ address, alt }) => [(address ?? '').split('/').at(-1), alt])).toEqual([
      ['lead.jpg', ''],
      ['a.jpg', 'A crane'],
      ['b.jpg', ''],
      ['c.jpg', ''],
    ]);
  });

  test('become links where no files are given, with their captions', async () => {
    const { broughtIn, points } = await readAll([
      {
        id: 1,
        content: `<figure><img src="${oldSite}/a%20b.jpg" alt=""><figcaption>A crane</figcaption></figure>`,
      },
    ]);
    expect(broughtIn[0]?.document.content).toEqual([
      {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: 'Picture: a b.jpg',
            marks: [{ type: 'link', attrs: { href: `${oldSite}/a%20b.jpg` } }],
          },
        ],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'A crane' }] },
    ]);
    expect(points).toEqual([['picture_not_fetched']]);
  });

  describe('in a copy of the uploads', () => {
    let directory: string;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'uploads-'));
      await mkdir(join(directory, 'site', '2019', '04'), { recursive: true });
      await writeFile(join(directory, 'secret.jpg'), 'secret');
      await writeFile(join(directory, 'site', '2019', '04', 'a.jpg'), 'a');
      await writeFile(join(directory, 'site', '2019', '04', 'b-1x1.jpg'), 'b');
      await symlink(join(directory, 'secret.jpg'), join(directory, 'site', 'link.jpg'));
    });
    afterAll(() => rm(directory, { recursive: true }));

    const find = async (path: string) => {
      const file = await findLocalPicture(join(directory, 'site'), `${oldSite}${path}`);
      return file?.split('/').at(-1) ?? null;
    };

    test.each([
      ['/wp-content/uploads/2019/04/a.jpg', 'a.jpg'],
      ['/wp-content/uploads/2019/04/a-300x200.jpg', 'a.jpg'],
      ['/wp-content/uploads/2019/04/b-1x1.jpg', 'b-1x1.jpg'],
      ['/files/2019/04/a.jpg', 'a.jpg'],
      ['/2019/04/a.jpg', 'a.jpg'],
    ])('%s is found', async (path, name) => {
      expect(await find(path)).toBe(name);
    });

    test.each([
      '/wp-content/uploads/../secret.jpg',
      '/wp-content/uploads/%2e%2e/secret.jpg',
      '/wp-content/uploads/..%2fsecret.jpg',
      '/wp-content/uploads/..%5csecret.jpg',
      '/wp-content/uploads/link.jpg',
      '/wp-content/uploads/2019/04/a.jpg%00.png',
      '/wp-content/uploads/2019/04',
      '/wp-content/uploads/%ff.jpg',
      `/wp-content/uploads/${'x'.repeat(300)}.jpg`,
    ])('%s is not', async (path) => {
      expect(await find(path)).toBeNull();
    });
  });
});
