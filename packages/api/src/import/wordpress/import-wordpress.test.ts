import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { findImportItem, findImportRun } from '@viewpoints/db/editorial/imports';
import { addArticle, addAuthor, addTopic } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { findAddress } from '@viewpoints/published/query/find-address';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPicture } from '../../testing/a-picture.ts';
import { openTestDesk, type Person, type TestDesk } from '../../testing/test-desk.ts';
import { importItems } from '../core/import-items.ts';
import { undoImport } from '../core/undo-import.ts';
import { type ExportFile, openWordpress } from './open-wordpress.ts';
import { type BuiltItem, buildExport, oldSite } from './testing/build-export.ts';

let desk: TestDesk;
let publisher: Person;
let directory: string;
beforeAll(async () => {
  desk = await openTestDesk();
  publisher = await desk.person('publisher');
  directory = await mkdtemp(join(tmpdir(), 'past-'));
});
afterAll(async () => {
  await desk.close();
  await rm(directory, { recursive: true });
});

const db = () => desk.db.editorial;

/** A site of its own for each test: what came in of another is not known. */
let sites = 0;
function newSite(): string {
  sites += 1;
  return `https://site-${sites}.example.org`;
}

const exportOf = (site: string, items: readonly BuiltItem[]) =>
  buildExport(items).replaceAll(oldSite, site);

const bringIn = async (by: Person, file: ExportFile, uploads: string | null = null) =>
  importItems(by.context, await openWordpress(file, { pages: false }), {
    ...{ fileName: 'past.xml', uploads },
  });

const send = (
  site: string,
  items: readonly BuiltItem[],
  { by = publisher, uploads = null }: { by?: Person; uploads?: string | null } = {},
) => {
  const bytes = Buffer.from(exportOf(site, items));
  const file = {
    open: async function* () {
      yield bytes;
    },
    encoding: null,
  };
  return bringIn(by, file, uploads);
};

const articlesOf = async (runId: string) => {
  const rows = await desk.db.sql<{ article_id: string }>(
    'select article_id from import_item where run_id = $1 order by length(foreign_id), foreign_id',
    [runId],
  );
  return Promise.all(rows.map(async ({ article_id }) => findArticle(db(), article_id)));
};

describe('a post', () => {
  test('becomes a draft with its author, topics, note, revision and record', async () => {
    const site = newSite();
    const { run, created } = await send(site, [
      {
        ...{ id: 7, title: 'The ports', slug: 'the-old-ports', excerpt: 'What ships pay.' },
        content: 'They pay.\n\n[shipping-map id="3"]',
        terms: [['category', 'harbours', 'Harbours']],
      },
    ]);
    expect(created).toBe(1);
    const [article] = await articlesOf(run.id);
    expect(article).toMatchObject({
      ...{
        headline: 'The ports',
        slug: 'the-old-ports',
        state: 'draft',
        standfirst: 'What ships pay.',
      },
      ...{ language: 'en', firstPublishedAt: null, byline: { kind: 'authors' } },
    });
    expect(article?.note.split('\n')).toEqual([
      'Brought in from The Quay Review.',
      `Published there on 2019-04-02: ${site}/2019/04/the-old-ports/`,
      'A shortcode of a plugin stands in the text as it was written: [shipping-map id="3"]',
    ]);
    const { items: authors } = await publisher.call.editor.authors.list({ q: 'Mira Solberg' });
    expect(article?.byline).toEqual({ kind: 'authors', authorIds: [authors[0]?.id] });
    expect(article?.topicIds).toHaveLength(1);
    expect(await findImportItem(db(), article?.id ?? '')).toMatchObject({
      ...{ source: `wordpress ${site}`, foreignId: '7', runId: run.id, status: 'published' },
      ...{ address: `${site}/2019/04/the-old-ports/`, publishedAt: '2019-04-02T08:30:00.000Z' },
      points: [{ code: 'shortcode_unknown', words: '[shipping-map id="3"]', count: 1 }],
    });
    const revisions = await desk.db.sql('select reason from revision where article_id = $1', [
      article?.id,
    ]);
    expect(revisions).toEqual([{ reason: 'imported' }]);
    const records = await desk.db.sql<{ action: string }>(
      `select action from audit_record where details ->> 'runId' = $1 order by action`,
      [run.id],
    );
    expect(records.map(({ action }) => action)).toEqual([
      'article.import',
      'settings.import_articles',
    ]);
    expect((await findImportRun(db(), run.id))?.finishedAt).not.toBeNull();
  });

  test('takes authors and topics that are there, by their names, and makes each new one once', async () => {
    const author = await addAuthor(db(), { name: 'Mira SOLBERG' });
    await desk.db.sql(
      `delete from author where name = 'Mira Solberg' and id not in (select author_id from article_author)`,
    );
    const topic = await addTopic(db(), { name: 'Quays' });
    const terms = (name: string) => [
      ['category', 'quays', name] as const,
      ['post_tag', 'brand-new', 'Brand new'] as const,
    ];
    const { run } = await send(newSite(), [
      { id: 1, content: 'One.', creator: 'mira', terms: terms('quays') },
      { id: 2, content: 'Two.', creator: 'mira', terms: terms('Quays') },
    ]);
    const articles = await articlesOf(run.id);
    const [first, second] = articles;
    expect(first?.topicIds[0]).toBe(topic.id);
    expect(second?.topicIds).toEqual(first?.topicIds);
    expect(second?.byline).toEqual(first?.byline);
    const named = await desk.db.sql(`select id from author where lower(name) = 'mira solberg'`);
    expect(named.map(({ id }) => id)).toContain(author.id);
    expect(await desk.db.sql(`select 1 from topic where name = 'Brand new'`)).toHaveLength(1);
  });

  test('is found at its old addresses once readers have it', async () => {
    const { run } = await send(newSite(), [{ id: 4711, content: 'x', slug: 'moved-here' }]);
    const [article] = await articlesOf(run.id);
    const find = async (path: string) => (await findAddress(desk.db.reader, path, null)).former;
    expect(await find('/2019/04/moved-here')).toBeNull();
    await publish(db(), article?.id ?? '', { at: desk.clock.now });
    expect(await find('/2019/04/moved-here')).toBe('moved-here');
    expect(await find('/?p=4711')).toBe('moved-here');
  });

  test('whose last part of the address is taken gets another', async () => {
    await addArticle(db(), { by: publisher.account.id, slug: 'taken' });
    const { run } = await send(newSite(), [
      { id: 1, title: 'Dues again', slug: 'taken', content: 'x' },
    ]);
    expect((await articlesOf(run.id))[0]?.slug).toBe('dues-again');
  });

  test('is the draft of nobody who may not import, and then nothing is written', async () => {
    const nobody = await desk.person('admin');
    const site = newSite();
    const code = await send(site, [{ id: 1, content: 'x' }], { by: nobody }).catch(
      (error: { code: string }) => error.code,
    );
    expect(code).toBe('not_permitted');
    expect(
      await desk.db.sql('select 1 from import_run where source = $1', [`wordpress ${site}`]),
    ).toEqual([]);
  });
});

describe('once is enough', () => {
  const items = [1, 2, 3].map((id) => ({ id, content: `Text ${id}.` }));

  test('a second import of the same file makes nothing new, and a longer one the rest', async () => {
    const site = newSite();
    await send(site, items);
    const again = await send(site, [...items, { id: 4, content: 'Text 4.' }]);
    expect(again).toMatchObject({ created: 1, resumed: false, report: { known: 3 } });
    const third = await send(site, items);
    expect(third.created).toBe(0);
    const rows = await desk.db.sql('select 1 from import_item where source = $1', [
      `wordpress ${site}`,
    ]);
    expect(rows).toHaveLength(4);
  });

  test('an article that was deleted does not come in again', async () => {
    const site = newSite();
    const { run } = await send(site, items);
    const [first] = await articlesOf(run.id);
    await publisher.call.editor.articles.trash({ id: first?.id ?? '' });
    await publisher.call.editor.trash.empty({ id: first?.id ?? '' });
    expect((await send(site, items)).created).toBe(0);
  });

  test('two imports at once give each article once', async () => {
    const site = newSite();
    const both = await Promise.all([send(site, items), send(site, items)]);
    expect(both.reduce((sum, { created }) => sum + created, 0)).toBe(3);
    const rows = await desk.db.sql(
      `select 1 from article a join import_item i on i.article_id = a.id where i.source = $1`,
      [`wordpress ${site}`],
    );
    expect(rows).toHaveLength(3);
    const drafts = await desk.db.sql(`select 1 from article where note like $1`, [`%${site}/%`]);
    expect(drafts).toHaveLength(3);
  });

  test('an import whose process is killed goes on where it was', async () => {
    const site = newSite();
    const path = join(directory, 'killed.xml');
    const many = Array.from({ length: 6 }, (_, at) => ({ id: at + 1, content: `Text ${at}.` }));
    await writeFile(path, exportOf(site, many));
    const program = fileURLToPath(new URL('./testing/import-and-wait.ts', import.meta.url));
    const child = spawn(process.execPath, [program, desk.db.url, path, publisher.account.id, '3'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) if (line === '3') break;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const countOf = async () =>
      (await desk.db.sql('select 1 from import_item where source = $1', [`wordpress ${site}`]))
        .length;
    // What is being written when the process ends is not there; what was before is.
    const before = await countOf();
    expect(before).toBeGreaterThanOrEqual(1);
    expect(before).toBeLessThanOrEqual(3);
    const rest = await send(site, many);
    expect(rest).toMatchObject({ created: 6 - before, resumed: true, report: { known: before } });
    expect(await countOf()).toBe(6);
    expect(await articlesOf(rest.run.id)).toHaveLength(6);
  });

  test('a file that ends too early leaves what came in, and the whole one brings the rest', async () => {
    const site = newSite();
    const text = exportOf(site, items);
    const open = async function* () {
      yield Buffer.from(text);
    };
    let times = 0;
    // Whole when it is surveyed, and cut when it is read again: as from a disk that failed.
    const file = {
      open: () => {
        times += 1;
        return times === 1
          ? open()
          : (async function* () {
              yield Buffer.from(text.slice(0, text.indexOf('Item 3')));
            })();
      },
      encoding: null,
    };
    await expect(bringIn(publisher, file)).rejects.toMatchObject({
      reasons: [{ code: 'export_truncated' }],
    });
    expect(await send(site, items)).toMatchObject({ created: 1, resumed: true });
  });
});

describe('pictures from a copy of the uploads', () => {
  test('come into the library once, and are described or have to be', async () => {
    const uploads = join(directory, 'uploads');
    await mkdir(join(uploads, '2019'), { recursive: true });
    await writeFile(join(uploads, '2019', 'a.png'), aPicture());
    await writeFile(join(uploads, '2019', 'b.png'), 'no picture');
    const show = (name: string, alt = '') =>
      `<img src="${oldSite}/wp-content/uploads/2019/${name}.png" alt="${alt}">`;
    const before = (await readdir(publisher.context.instance.media.place).catch(() => [])).length;
    const { run, report } = await send(
      newSite(),
      [
        { id: 1, content: `${show('a', 'A crane')}\n\n${show('b')}\n\n${show('c')}` },
        { id: 2, content: show('a') },
      ],
      { uploads },
    );
    expect(report.items.map(({ points }) => points.map(({ code }) => code))).toEqual([
      ['picture_refused', 'picture_missing'],
      ['picture_not_described'],
    ]);
    const [first, second] = await articlesOf(run.id);
    const figure = first?.body.content[0];
    expect(figure).toMatchObject({
      type: 'figure',
      attrs: { alt: 'A crane', width: 3, height: 2 },
    });
    expect(second?.body.content[0]).toMatchObject({
      type: 'figure',
      attrs: { mediaId: figure?.type === 'figure' ? figure.attrs.mediaId : '' },
    });
    const stored = await readdir(publisher.context.instance.media.place);
    expect(stored.length - before).toBe(1);
  });
});

describe('undoing an import', () => {
  test('removes the drafts that nobody worked on, and names the rest', async () => {
    const site = newSite();
    const items = [1, 2, 3, 4].map((id) => ({ id, title: `Undo ${id}`, content: `Text ${id}.` }));
    const { run } = await send(site, items);
    const [, edited, commented, submitted] = await articlesOf(run.id);
    if (!edited || !commented || !submitted) throw new Error('they did not come in');
    await publisher.call.editor.articles.save({
      ...{ id: edited.id, seen: edited.save },
      content: { ...articleContentOf(edited), standfirst: 'A word of my own' },
    });
    await publisher.call.editor.articles.comments.start({
      articleId: commented.id,
      ...{ on: { kind: 'field', field: 'headline' }, text: 'Is it still true?' },
    });
    await publisher.call.editor.articles.submit({
      id: submitted.id,
      seen: submitted.save,
    } as never);
    const undone = await undoImport(publisher.context, run.id);
    expect(undone.removed).toBe(1);
    expect(undone.stayed.map(({ headline }) => headline).sort()).toEqual([
      'Undo 2',
      'Undo 3',
      'Undo 4',
    ]);
    expect((await findImportRun(db(), run.id))?.undoneAt).not.toBeNull();
    // What was removed can come in again; what stays is still known.
    expect(await send(site, items)).toMatchObject({ created: 1, report: { known: 3 } });
  });

  test('is for publishers, and for an import that there is', async () => {
    const editor = await desk.person('editor');
    const { run } = await send(newSite(), [{ id: 1, content: 'x' }], { by: editor });
    await expect(undoImport(editor.context, run.id)).rejects.toMatchObject({
      code: 'not_permitted',
    });
    await expect(undoImport(publisher.context, publisher.account.id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
