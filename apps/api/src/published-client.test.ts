import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { ensureOwner } from '@viewpoints/api/accounts/ensure-owner';
import { chromiumLaunchOptions } from '@viewpoints/config/testing/chromium';
import {
  addAccount,
  addArticle,
  addFinding,
  addIssue,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { publish } from '@viewpoints/published/testing/publish';
import { chromium } from 'playwright-core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type InstalledClient, installClient } from './testing/installed-client.ts';
import { startTestApi, type TestApi } from './testing/test-api.ts';

/*
 * The client as programs outside the repository have it: packed, installed from the tarball and run
 * against a real API.
 */

const owner = { email: 'ines@journal.example', password: 'a quiet harbour' };
const slug = 'the-quay-that-sank';

let api: TestApi;
let client: InstalledClient;
let pages: Server;

beforeAll(async () => {
  api = await startTestApi();
  const { db } = api;
  await ensureOwner({ editorial: db.editorial }, owner);
  const by = (await addAccount(db.editorial)).id;
  const issue = await addIssue(db.editorial, { slug: 'dams' });
  const topic = await addTopic(db.editorial, { slug: 'fisheries' });
  const article = await addArticle(db.editorial, {
    ...{ by, slug, headline: 'The quay that sank', topicIds: [topic.id] },
  });
  await addFinding(db.editorial, article, { by, issueIds: [issue.id], stance: 'rejects' });
  await publish(db.editorial, article.id, { at: new Date('2021-03-01T09:00:00.000Z') });
  client = await installClient(api.url);
}, 180_000);
afterAll(async () => {
  await new Promise((resolve) => pages?.close(resolve) ?? resolve(null));
  await client?.remove();
  await api?.close();
});

describe('the package', () => {
  test('has no fault by publint', async () => {
    const { tarball } = client;
    const { messages, pkg } = await publint({
      pack: {
        tarball: tarball.buffer.slice(
          tarball.byteOffset,
          tarball.byteOffset + tarball.length,
        ) as ArrayBuffer,
      },
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test('has no wrong types by are-the-types-wrong, for programs that import', async () => {
    const found = await checkPackage(createPackageFromTarballData(client.tarball));
    if (found.types === false) throw new Error('no types at all');
    // The package is ESM: `require` and the resolution of Node 10 are not supported.
    const others = new Set(['node10', 'node16-cjs']);
    const problems = found.problems.filter(
      (problem) => !('resolutionKind' in problem && others.has(problem.resolutionKind)),
    );
    expect(problems).toEqual([]);
    expect(Object.keys(found.entrypoints)).toEqual(['.', './problem', './package.json']);
  });

  test('is 20 kB at most, compressed, needs no other package and has no server code', async () => {
    const names = await readdir(client.installed);
    const read = (name: string) => readFile(join(client.installed, name), 'utf8');
    const manifest = JSON.parse(await read('package.json'));
    expect(Object.keys(manifest).filter((name) => /dependencies/i.test(name))).toEqual([]);
    const scripts = await Promise.all(names.filter((name) => name.endsWith('.js')).map(read));
    const size = scripts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(size).toBeLessThanOrEqual(20_000);
    const types = await Promise.all(names.filter((name) => name.endsWith('.d.ts')).map(read));
    const imported = [...scripts, ...types].flatMap((text) =>
      [...text.matchAll(/(?:\bfrom|\bimport|\bimport\()\s*["']([^"'\s]+)["']/g)].map(
        ([, from]) => from,
      ),
    );
    expect(new Set(imported)).toEqual(new Set(['./shared.js', './contract.js']));
    for (const text of [...scripts, ...types])
      expect(text).not.toMatch(/\b(?:zod|Zod\w*|prisma|kysely|process\.env)\b/i);
  });
});

const typed = `
import { createViewpoints, type ArticlePageView, type Outputs } from '@viewpoints/client';
import { attempt } from '@viewpoints/client/problem';

const viewpoints = createViewpoints({ url: 'https://api.journal.example' });
const article: ArticlePageView = await viewpoints.articles.bySlug.query({ slug: 'a' });
export const headline: string = article.headline;
// @ts-expect-error an article has no note
article.note;
// @ts-expect-error nor is there such a parameter
viewpoints.articles.list.query({ nothing: 1 });
// @ts-expect-error a slug is needed
viewpoints.articles.bySlug.query();
// @ts-expect-error editors' calls have no type without an account
viewpoints.editor;
// @ts-expect-error a finding has no note
viewpoints.all.findings({ actor: 'a' }).next().then(({ value }) => value?.note);
// @ts-expect-error pages are turned by themselves
viewpoints.all.findings({ cursor: 'a' });

const editors = createViewpoints({ url: 'https://api.journal.example', token: 't' });
const made = await attempt(editors.editor.articles.create.mutate({ headline: 'A' }));
if (made.ok) made.value satisfies Outputs['editor']['articles']['create'];
else made.problem.code satisfies string;
// @ts-expect-error no problem has this code
if (!made.ok && made.problem.code === 'no_such_code') throw made;
`;

describe('a program that has installed it', () => {
  test('passes the type check, examples included, without any other types', async () => {
    await client.write('typed.ts', typed);
    expect(await client.checkTypes(['es2022', 'dom'])).toBe('');
  }, 60_000);

  test('reads a journal: pages, sequences, several calls at once', async () => {
    expect(await client.run('examples/read-a-journal.ts')).toMatch(
      /^Ostrava: Ostrava will not sign before the rains \(.*\)\n\S.* The quay that sank$/,
    );
  });

  test('handles problems, and cancels a call', async () => {
    expect(await client.run('examples/handle-problems.ts')).toBe('The quay that sank');
    expect(await client.run('examples/cancel-and-retry.ts')).toBe('Never mind.');
  });

  test('acts as an account', async () => {
    const cookie = await api.signIn(owner.email, owner.password);
    const input = { name: 'Program', scopes: ['read', 'write'] };
    const made = await api.mutate('editor.tokens.create', input, { cookie });
    const { token } = made.body.result.data;
    await client.write(
      'act.ts',
      `import { makeDraft } from './examples/act-as-an-account.ts';
       console.log(await makeDraft('${api.url}', '${token}', 'A draft by a program'));`,
    );
    const id = await client.run('act.ts');
    const [row] = await api.db.sql<{ headline: string }>(
      'SELECT headline FROM article WHERE id = $1',
      [id],
    );
    expect(row?.headline).toBe('A draft by a program');
  });

  test('renders on a server, as server components do', async () => {
    await client.write(
      'render.ts',
      `import { newestHeadlines } from './examples/render-on-a-server.ts';
       console.log(await newestHeadlines('${api.url}'));`,
    );
    expect(await client.run('render.ts', '--conditions=react-server')).toBe(
      "[ 'The quay that sank' ]",
    );
  });

  test('answers at the edge, where requests have no credentials', async () => {
    await client.write(
      'edge.ts',
      `delete (Request.prototype as { credentials?: unknown }).credentials;
       const { fetch: real } = globalThis;
       globalThis.fetch = async (address, init = {}) => {
         if ('credentials' in init) throw new Error('not implemented');
         return real(address, init);
       };
       const { answer } = await import('./examples/answer-at-the-edge.ts');
       const ask = async (slug: string) => {
         const given = await answer(new Request('http://edge.example/' + slug), { JOURNAL: '${api.url}' });
         return [given.status, await given.text()];
       };
       console.log(JSON.stringify([await ask('${slug}'), await ask('never-was')]));`,
    );
    expect(JSON.parse(await client.run('edge.ts'))).toEqual([
      [200, 'The quay that sank'],
      [404, 'There is nothing here'],
    ]);
  });

  test('runs in a browser, in a page of another site and in its worker', async () => {
    const origin = await servePages(client);
    const browser = await chromium.launch(await chromiumLaunchOptions());
    try {
      const page = await browser.newPage();
      await page.goto(`${origin}/page`);
      const answers = await page.evaluate(() =>
        Promise.all([
          (globalThis as unknown as { inPage: Promise<unknown> }).inPage,
          (globalThis as unknown as { inWorker: Promise<unknown> }).inWorker,
        ]),
      );
      const read = { headlines: ['The quay that sank'], problem: 'not_found' };
      expect(answers).toEqual([read, read]);
    } finally {
      await browser.close();
    }
  }, 60_000);
});

/** Serves the installed package, a page that uses it, and a worker of that page. */
async function servePages({ installed }: InstalledClient): Promise<string> {
  const read = `
    import { createViewpoints } from '/client/index.js';
    import { attempt } from '/client/problem.js';
    const viewpoints = createViewpoints({ url: '${api.url}' });
    const read = async () => {
      const headlines = [];
      for await (const { headline } of viewpoints.all.articles()) headlines.push(headline);
      const missing = await attempt(viewpoints.articles.bySlug.query({ slug: 'never-was' }));
      return { headlines, problem: missing.problem.code };
    };`;
  const scripts: Record<string, string> = {
    '/page.js': `${read}
      globalThis.inPage = read();
      globalThis.inWorker = new Promise((resolve) => {
        new Worker('/worker.js', { type: 'module' }).onmessage = ({ data }) => resolve(data);
      });`,
    '/worker.js': `${read} postMessage(await read());`,
  };
  pages = createServer(async ({ url = '' }, response) => {
    if (url === '/page') {
      response.setHeader('content-type', 'text/html');
      return response.end('<!doctype html><script type="module" src="/page.js"></script>');
    }
    response.setHeader('content-type', 'text/javascript');
    const file = /^\/client\/(\w+\.js)$/.exec(url)?.[1];
    response.end(file === undefined ? scripts[url] : await readFile(join(installed, file)));
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(pages.address() as AddressInfo).port}`;
}
