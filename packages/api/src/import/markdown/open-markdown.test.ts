import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MappedItem } from '../core/foreign-source.ts';
import { findPictureFile } from '../core/local-pictures.ts';
import { readItems } from '../core/read-items.ts';
import { listFiles } from './list-files.ts';
import { openMarkdown } from './open-markdown.ts';

let root: string;
let outside: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'markdown-'));
  outside = await mkdtemp(join(tmpdir(), 'outside-'));
  await writeFile(join(outside, 'secret.md'), '---\ntitle: Secret\n---\nSecret.');
  await writeFile(join(outside, 'secret.png'), 'Secret.');
});
afterAll(() => Promise.all([root, outside].map((each) => rm(each, { recursive: true }))));

let sites = 0;
async function siteOf(files: Readonly<Record<string, string | Buffer>>): Promise<string> {
  sites += 1;
  const directory = join(root, String(sites));
  await mkdir(directory);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(directory, dirname(path)), { recursive: true });
    await writeFile(join(directory, path), text);
  }
  return directory;
}

const site = { address: 'https://old.example.org', pattern: null as string | null };

async function readAll(
  files: Readonly<Record<string, string | Buffer>> | string,
  { pages = false, pattern = site.pattern } = {},
) {
  const directory = typeof files === 'string' ? files : await siteOf(files);
  const opened = await openMarkdown(directory, { site: { ...site, pattern }, pages });
  const broughtIn: { mapped: MappedItem; document: Document }[] = [];
  const report = await readItems(opened, {
    bringIn: async (mapped, document) => {
      broughtIn.push({ mapped, document });
    },
  });
  return {
    report,
    broughtIn,
    mapped: broughtIn.map(({ mapped }) => mapped),
    points: report.items.map(({ points }) => points.map(({ code }) => code)),
  };
}

/** What becomes of one text. */
async function textOf(markdown: string) {
  const head = 'title: T\ndate: 2019-04-02\nauthor: Mira Solberg';
  const { broughtIn, points } = await readAll({ 'posts/a.md': `---\n${head}\n---\n${markdown}` });
  const document = broughtIn[0]?.document;
  if (document === undefined) throw new Error(`it did not come in: ${points}`);
  const lines = document.content.map(
    (block) => documentText({ type: 'doc', content: [block] }).text,
  );
  return { document, lines, points: points[0], mapped: broughtIn[0]?.mapped };
}

describe('what a file becomes', () => {
  test('as Hugo has it', async () => {
    const { mapped, points, report } = await readAll({
      'content/posts/the-ports/index.md': `---
title: "The ports"
date: 2019-04-02T08:30:00+02:00
authors: [Mira Solberg, {name: Otto Falk}]
categories: [Harbours]
tags: [Dues, harbours]
description: What ships pay.
aliases: [/old/ports/, ../even-older]
language: de
weight: 3
---
They pay.`,
    });
    expect(mapped[0]).toMatchObject({
      ...{ foreignId: 'content/posts/the-ports/index.md', headline: 'The ports', language: 'de' },
      ...{ slug: 'the-ports', status: 'published', standfirst: 'What ships pay.' },
      ...{ publishedAt: '2019-04-02T06:30:00.000Z', authors: ['Mira Solberg', 'Otto Falk'] },
      topics: [
        { name: 'Harbours', slug: 'harbours' },
        { name: 'Dues', slug: 'dues' },
      ],
      address: 'https://old.example.org/posts/the-ports/',
      formerPaths: ['/posts/the-ports', '/old/ports', '/posts/even-older'],
    });
    expect(points).toEqual([[]]);
    expect(report.fields).toEqual([{ name: 'weight', items: 1 }]);
  });

  test('as Jekyll has it', async () => {
    const { mapped } = await readAll({
      '_posts/2019-04-02-the-ports.md':
        '---\ntitle: The ports\nauthor: Mira\nredirect_from: /ports.php\n---\nThey pay.',
      '_drafts/later.md': '---\ntitle: Later\n---\nNot yet.',
    });
    expect(mapped).toMatchObject([
      { slug: 'later', status: 'draft', address: null, publishedAt: null },
      {
        ...{ slug: 'the-ports', publishedAt: '2019-04-02T00:00:00.000Z', status: 'published' },
        address: 'https://old.example.org/2019/04/02/the-ports.html',
        formerPaths: ['/2019/04/02/the-ports.html', '/ports.php'],
      },
    ]);
  });

  test('as Hugo has it in TOML, and by a pattern of its own', async () => {
    const { mapped } = await readAll(
      { 'content/a.md': '+++\ntitle = "A"\nslug = "b"\ndate = 2019-04-02\n+++\nText.' },
      { pattern: '/{year}/{slug}/' },
    );
    expect(mapped[0]).toMatchObject({ slug: 'b', address: 'https://old.example.org/2019/b/' });
  });

  test.each<[string, string, string[]]>([
    ['draft: true', 'draft', []],
    ['published: false', 'draft', []],
    ['date: 2999-01-01', 'scheduled', ['is_scheduled']],
    ['date: 2 April 2019', 'published', ['date_missing']],
    ['date: 20190402', 'published', ['date_missing']],
    ['date: 2019-13-45', 'published', ['date_missing']],
    ['date: 2019-04-02 08:30:00 +0200', 'published', []],
    ['author: ""', 'published', ['author_unknown']],
    ['slug: ports & dues', 'published', ['slug_changed']],
  ])('with %s', async (line, status, codes) => {
    const { report, points } = await readAll({
      'a.md': `---\ntitle: A\ndate: 2019-04-02\nauthor: Mira\n${line}\n---\nText.`,
    });
    expect(report.items[0]?.status).toBe(status);
    expect(points).toEqual([codes]);
  });

  test('without a title it has the heading that it begins with', async () => {
    const { broughtIn } = await readAll({
      'a.md': '---\ndate: 2019-04-02\n---\n\n# The *ports*\n\nText.',
    });
    expect(broughtIn[0]?.mapped.headline).toBe('The *ports*');
    expect(documentText(broughtIn[0]?.document as Document).text).toBe('Text.');
  });
});

describe('what is no article', () => {
  test('is counted and left', async () => {
    const directory = await siteOf({
      'README.md': '# A site',
      'about.md': '---\ntitle: About\nlayout: page\n---\nAbout.',
      'posts/_index.md': '---\ntitle: Posts\n---\n',
      'posts/a.md': '---\ntitle: A\n---\nText.',
      'posts/a.txt': '---\ntitle: A\n---\nText.',
      '.git/b.md': '---\ntitle: B\n---\nText.',
      'node_modules/c.md': '---\ntitle: C\n---\nText.',
    });
    await symlink(join(outside, 'secret.md'), join(directory, 'link.md'));
    await symlink(outside, join(directory, 'linked'));
    const { report } = await readAll(directory);
    expect(report.items.map(({ foreignId }) => foreignId)).toEqual(['posts/a.md']);
    expect(report.leftOut).toEqual([
      { type: 'file', why: 'no_front_matter', count: 1 },
      { type: 'file', why: 'page', count: 2 },
      { type: 'file', why: 'symbolic_link', count: 1 },
    ]);
    expect((await readAll(directory, { pages: true })).report.items).toHaveLength(3);
  });

  test('and what cannot be read is named', async () => {
    const { points, report } = await readAll({
      'a.md': Buffer.from('---\ntitle: \xd6re\n---\nText.', 'latin1'),
      'b.md': '---\ntitle: "x\n---\nText.',
      'c.md': `---\ntitle: C\n---\n${'x'.repeat(2_600_000)}`,
      'd.md': '---\ndraft: false\n---\n',
    });
    expect(points.map((codes) => codes[0])).toEqual([
      ...['unreadable', 'head_unreadable', 'unreadable', 'date_missing'],
    ]);
    expect(points[3]).toContain('empty');
    expect(report.items.every(({ comesIn }) => !comesIn)).toBe(true);
  });

  test('more files, or deeper directories, than can be read are refused', async () => {
    const directory = await siteOf({ 'a.md': '', 'b.md': '', 'c/d/e/f.md': '' });
    const limits = { depth: 32, files: 200, size: 100 };
    await expect(listFiles(directory, { ...limits, files: 2 })).rejects.toMatchObject({
      reasons: [{ code: 'export_too_many' }],
    });
    await expect(listFiles(directory, { ...limits, depth: 2 })).rejects.toMatchObject({
      reasons: [{ code: 'export_too_deep' }],
    });
  });
});

describe('its text', () => {
  test('has headings, lists, tables, notes, code and HTML', async () => {
    const { document, points } = await textOf(
      'One[^1] *two*.\n\n## Three\n\n- four\n\n| a | b |\n|---|---|\n| c | d |\n\n```\ncode\n```\n\n<div>five</div>\n\n[^1]: A note.\n',
    );
    expect(document.content.map(({ type }) => type)).toEqual([
      ...['paragraph', 'heading', 'bulletList', 'table', 'codeBlock', 'paragraph'],
    ]);
    expect(JSON.stringify(document)).toContain('footnote');
    expect(points).toEqual([]);
  });

  test('has tags of site programs as they were written, and says so; a figure is one', async () => {
    const { lines, points, mapped } = await textOf(
      'One {{< youtube abc >}} two {% post_url 2019-01-01-x %}.\n\n{{< figure src="a.png" alt="A crane" caption="By Otto" >}}\n\nThree.',
    );
    expect(lines[0]).toBe('One {{< youtube abc >}} two {% post_url 2019-01-01-x %}.');
    expect(points).toEqual(['shortcode_unknown', 'shortcode_unknown', 'picture_not_fetched']);
    expect(mapped?.blocks?.find(({ type }) => type === 'picture')).toMatchObject({
      ...{ file: 'posts/a.png', alt: 'A crane', caption: [{ type: 'text', text: 'By Otto' }] },
    });
  });

  test('leads to other files where they were shown, and to the old site', async () => {
    const { document } = await textOf(
      '[a](b.md#x) [b](/c/) [c](../d.md) [d](https://port.example/e.md)',
    );
    expect(JSON.stringify(document).match(/https:[^"]*/g)).toEqual([
      'https://old.example.org/posts/b/',
      'https://old.example.org/c/',
      'https://old.example.org/d/',
      'https://port.example/e.md',
    ]);
  });

  test('runs nothing', async () => {
    const { document, points } = await textOf(
      '[a](javascript:steal()) <a href="javascript:steal()">b</a> <script>steal()</script>\n\n<img src="x" onerror="steal()">\n\n![c](javascript:steal())\n\n<svg onload="steal()"></svg>\n\n`<script>`\n\n![d](data:text/html;base64,AAAA)',
    );
    expect(JSON.stringify(document)).not.toMatch(/steal|"href":"(?!https?:)/);
    expect(points).toEqual(expect.arrayContaining(['object', 'picture_refused']));
  });

  test.each([
    ['quotes in quotes', '> '.repeat(2000)],
    ['lists in lists', '- '.repeat(2000)],
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(10_000)],
    ['ticks', '`a'.repeat(10_000)],
    ['notes', Array.from({ length: 2000 }, (_, at) => `[^${at}]`).join('')],
  ])('of %s takes no more than seconds', async (_, text) => {
    const began = performance.now();
    await textOf(`${text}\n`).catch(() => {});
    expect(performance.now() - began).toBeLessThan(20_000);
  });
});

describe('pictures', () => {
  test('are files of the directory, and never of another', async () => {
    const directory = await siteOf({ 'posts/a.png': 'a', 'static/img/b.png': 'b', 'c d.png': 'c' });
    await symlink(join(outside, 'secret.png'), join(directory, 'link.png'));
    const found = async (source: string) => {
      const { mapped } = await textOf(`![x](<${source}>)`);
      const picture = mapped?.blocks?.find((block) => block.type === 'picture');
      const path = picture === undefined ? null : await findPictureFile(directory, picture);
      return path?.slice(directory.length) ?? null;
    };
    expect(await found('a.png')).toBe('/posts/a.png');
    expect(await found('/img/b.png?size=3')).toBe('/static/img/b.png');
    expect(await found('../c%20d.png')).toBe('/c d.png');
    for (const source of [
      ...['../../secret.png', '/../secret.png', '%2e%2e/%2e%2e/secret.png', '/link.png'],
      ...['file:///etc/passwd', '//etc/passwd', 'posts/../../../secret.png', '..%5csecret.png'],
      `${'../'.repeat(20)}etc/passwd`,
    ])
      expect([source, await found(source)]).toEqual([source, null]);
  });
});
