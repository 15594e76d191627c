import { findArticle } from '@viewpoints/db/editorial/articles';
import { addSource } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { formerPath } from '@viewpoints/domain/articles/former-path';
import { findAddress } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishImportJob } from '../../jobs/publish-import-job.ts';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../../testing/test-desk.ts';
import { importItems } from '../core/import-items.ts';
import { undoImport } from '../core/undo-import.ts';
import { openGhost } from '../ghost/open-ghost.ts';
import { type BuiltPost, buildGhost } from '../ghost/testing/build-ghost.ts';
import { publishImportedArticle } from './publish-imported-article.ts';

let desk: TestDesk;
let importer: Person;
let confirmer: Person;
let signer: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  importer = await desk.person('editor', 'publisher');
  confirmer = await desk.person('publisher');
  signer = await desk.person('publisher');
});
afterAll(() => desk.close());

const whole = { custom_excerpt: 'What ships pay.', tags: ['t1'] };
let sites = 0;

/** An import, by default of two posts that can go out and one that was for members. */
async function brought(
  posts: BuiltPost[] = [
    { id: '1', title: 'The ports', ...whole },
    { id: '2', title: 'The dues', ...whole },
    { id: '3', title: 'For members', visibility: 'paid', ...whole },
  ],
  tables: Record<string, Record<string, unknown>[]> = {},
): Promise<string> {
  sites += 1;
  const address = `https://site-${sites}.example.org`;
  const given = posts.map((post) => ({ slug: `past-${sites}-${post.id}`, ...post }));
  const open = async function* () {
    yield Buffer.from(buildGhost(given, tables));
  };
  const site = { address, pattern: '/{slug}/' };
  const opened = await openGhost({ open }, { site, pages: false });
  const { run } = await importItems(importer.context, opened, {
    ...{ fileName: 'past.json', uploads: null },
  });
  return run.id;
}

const imports = (person: Person) => person.call.editor.imports;
const show = (id: string) => imports(confirmer).byId({ id });
const confirm = async (id: string, by = confirmer) => {
  const { counts } = await show(id);
  return imports(by).confirm({ id, ready: counts.ready + counts.waiting });
};
const sign = async (id: string, by = signer) => {
  const { run } = await show(id);
  return imports(by).sign({ id, confirmedAt: run.confirmedAt ?? '2021-01-01T00:00:00.000Z' });
};
const jobs = () => ({
  ...{ editorial: desk.db.editorial, now: () => desk.clock.now },
  ...{ instance: importer.context.instance, mail: {} as never },
});
/** Runs the job until nothing waits, as each adds the next. */
async function work(runId: string): Promise<void> {
  for (let times = 0; times < 10; times += 1) await publishImportJob(jobs(), { runId });
}
const itemsOf = async (id: string) => (await imports(confirmer).items({ id, limit: 100 })).items;
const stateOf = async (id: string) =>
  Object.fromEntries((await itemsOf(id)).map(({ headline, state }) => [headline, state]));
const articleOf = async (id: string, headline: string) => {
  const item = (await itemsOf(id)).find((each) => each.headline === headline);
  const article = await findArticle(desk.db.editorial, item?.id ?? '');
  if (article === null) throw new Error(`${headline} did not come in`);
  return article;
};
const rows = (sql: string, ...values: unknown[]) => desk.db.sql(sql, values);

describe('what was public elsewhere', () => {
  test('is published with its own date, approved by who signed, and the record says so', async () => {
    const id = await brought();
    expect((await show(id)).counts).toMatchObject({ ready: 2, draft: 1 });
    expect(await confirm(id)).toEqual({ id, confirmed: 2 });
    expect((await articleOf(id, 'The ports')).state).toBe('draft');
    expect(await sign(id)).toEqual({ id, articles: 2 });
    const before = await rows('select 1 from notification');
    await work(id);
    expect(await stateOf(id)).toEqual({
      ...{ 'The ports': 'published', 'The dues': 'published', 'For members': 'draft' },
    });
    const article = await articleOf(id, 'The ports');
    expect(article).toMatchObject({
      ...{ state: 'published', approvedBy: signer.account.id },
      firstPublishedAt: '2019-04-02T08:30:00.000Z',
    });
    const read = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(read).toMatchObject({ publishedAt: '2019-04-02T08:30:00.000Z', version: 1 });
    const path = formerPath((await itemsOf(id))[1]?.address ?? '') ?? '';
    expect((await findAddress(desk.db.reader, path, null)).former).not.toBeNull();
    const records = await rows(
      `select action, by_id, details from audit_record where subject_id = $1 and action <> 'article.import' order by action`,
      article.id,
    );
    const act = { runId: id, confirmedBy: confirmer.account.id, signedBy: signer.account.id };
    expect(records).toMatchObject([
      { action: 'article.approve', by_id: null, details: act },
      { action: 'article.publish', by_id: null, details: act },
    ]);
    expect(
      await rows(
        'select reason from revision where article_id = $1 order by created_at, reason',
        article.id,
      ),
    ).toEqual(expect.arrayContaining([{ reason: 'approved' }, { reason: 'published' }]));
    expect(
      await rows('select approver_id from approval where article_id = $1', article.id),
    ).toEqual([{ approver_id: signer.account.id }]);
    // Thousands of articles at once are no news.
    expect(await rows('select 1 from notification')).toEqual(before);
    expect((await show(id)).run.publishedAt).not.toBeNull();
  });

  test('needs two people, neither of whom signs what they brought in or confirmed', async () => {
    const id = await brought();
    expect(await reasonsIn(sign(id))).toEqual(['not_confirmed']);
    await confirm(id);
    expect(await reasonsIn(sign(id, confirmer))).toEqual(['own_confirmation']);
    expect(await reasonsIn(sign(id, importer))).toEqual(['own_import']);
    const editor = await desk.person('editor');
    expect(await reasonsIn(confirm(id, editor))).toEqual(['role_missing']);
    expect(await reasonsIn(sign(id, editor))).toEqual(['role_missing']);
    await desk.db.sql('update journal set four_eyes = false');
    expect(await reasonsIn(sign(id, confirmer))).toEqual(['own_confirmation']);
    await desk.db.sql('update journal set four_eyes = true');
    await expect(
      desk.db.sql(
        'update import_run set signed_by_id = confirmed_by_id, signed_at = now() where id = $1',
        [id],
      ),
    ).rejects.toThrow(/import_run_second_person/);
    await work(id);
    expect((await stateOf(id))['The ports']).toBe('waiting');
    await sign(id);
    expect(await reasonsIn(sign(id))).toEqual(['import_signed']);
    expect(await reasonsIn(confirm(id))).toEqual(['import_signed']);
  });

  test('goes out as it was looked at: not after other articles, nor after another confirmation', async () => {
    const id = await brought();
    expect(await reasonsIn(imports(confirmer).confirm({ id, ready: 3 }))).toEqual([
      'import_moved_on',
    ]);
    await confirm(id);
    desk.moveOn(1);
    await confirm(id, importer);
    expect((await show(id)).run.confirmedBy?.id).toBe(importer.account.id);
    const confirmedAt = '2021-03-04T09:00:00.000Z';
    expect(await reasonsIn(imports(signer).sign({ id, confirmedAt }))).toEqual(['import_moved_on']);
    expect(
      await reasonsIn(
        brought([{ id: '1', visibility: 'paid' }]).then((x) =>
          imports(confirmer).confirm({ id: x, ready: 1 }),
        ),
      ),
    ).toEqual(['nothing_to_publish']);
  });

  test('stays a draft where it lacks something, or was worked on since', async () => {
    const id = await brought([
      { id: '1', title: 'The ports', ...whole },
      { id: '2', title: 'Edited before', ...whole },
      { id: '3', title: 'Edited since', ...whole },
      { id: '4', title: 'No excerpt', tags: ['t1'] },
      { id: '5', title: 'No topic', custom_excerpt: 'x' },
    ]);
    const edit = async (headline: string) => {
      const article = await articleOf(id, headline);
      const content = { ...articleContentOf(article), standfirst: 'A word of my own' };
      await signer.call.editor.articles.save({ id: article.id, seen: article.save, content });
    };
    await edit('Edited before');
    expect(await confirm(id)).toEqual({ id, confirmed: 2 });
    await edit('Edited since');
    await sign(id);
    await work(id);
    expect(await stateOf(id)).toEqual({
      ...{ 'The ports': 'published', 'Edited before': 'edited', 'Edited since': 'edited' },
      ...{ 'No excerpt': 'incomplete', 'No topic': 'incomplete' },
    });
    const named = await imports(confirmer).items({ id, state: 'edited', limit: 1 });
    expect(named.items).toMatchObject([{ headline: 'Edited before', outcome: null }]);
    const next = await imports(confirmer).items({
      ...{ id, state: 'edited', limit: 1, cursor: named.nextCursor },
    });
    expect(next.items).toMatchObject([{ headline: 'Edited since', outcome: 'edited' }]);
    expect(next.nextCursor).toBeNull();
  });
});

describe('a protected name', () => {
  test('keeps its article a draft, and is told to nobody', async () => {
    const name = 'Ottilie Brandvold';
    await addSource(desk.db.editorial, {
      ...{ kind: 'interview', descriptor: 'an official' },
      terms: { attribution: 'background', disclosure: 'clear' },
      participants: [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }],
    });
    const topic = { ...whole, tags: ['t1', 't9'] };
    const posts = [
      { id: '1', title: 'The ports', ...whole },
      { id: '2', title: 'The talks', ...whole, html: `<p>So said ${name} herself.</p>` },
      { id: '3', title: 'The picture', ...whole, html: `<img src="x.png" alt="${name}">` },
      { id: '4', title: 'The topic', ...topic },
      { id: '5', title: 'The author', ...whole, authors: ['u9'] },
      { id: '6', title: 'The address', ...whole, slug: 'with-ottilie-brandvold' },
    ];
    const id = await brought(posts, {
      tags: [
        { id: 't1', name: 'Harbours', slug: 'harbours' },
        { id: 't9', name, slug: 'a-person' },
      ],
      users: [
        { id: 'u1', name: 'Mira Solberg' },
        { id: 'u9', name },
      ],
    });
    await confirm(id);
    await sign(id);
    await work(id);
    expect(await stateOf(id)).toEqual({
      ...{ 'The ports': 'published', 'The talks': 'refused', 'The picture': 'refused' },
      ...{ 'The topic': 'refused', 'The author': 'refused', 'The address': 'refused' },
    });
    const items = await itemsOf(id);
    expect(items.find(({ headline }) => headline === 'The talks')?.outcome).toBe(
      'protected_mention',
    );
    // Its own list of topics has the name, as the desk may see; what is said of articles has not.
    expect(JSON.stringify([items, (await show(id)).run])).not.toContain('Brandvold');
    for (const { title: headline } of posts.slice(1)) {
      const article = await articleOf(id, headline);
      expect(article).toMatchObject({ state: 'draft', save: 1, liveRevisionId: null });
      expect(await rows('select 1 from approval where article_id = $1', article.id)).toEqual([]);
    }
    const found = await desk.nobody.search.query({ q: 'Brandvold' });
    expect(JSON.stringify(found)).not.toMatch(/The (?:talks|picture|topic|author|address)/);
    const records = await rows('select details from audit_record');
    expect(JSON.stringify(records)).not.toContain('Brandvold');
  });
});

describe('a job', () => {
  test('that was killed goes on, and two at once publish each article once', async () => {
    const posts = Array.from({ length: 30 }, (_, at) => ({
      ...{ id: String(at + 1), title: `Part ${at + 1}`, ...whole },
    }));
    const id = await brought(posts);
    await confirm(id);
    await sign(id);
    const first = await articleOf(id, 'Part 1');
    const system = { ...importer.context, account: null };
    await publishImportedArticle(system, first.id);
    await publishImportedArticle(system, first.id);
    await Promise.all([
      publishImportJob(jobs(), { runId: id }),
      publishImportJob(jobs(), { runId: id }),
    ]);
    expect((await show(id)).counts).toMatchObject({ waiting: 4, published: 26 });
    expect((await show(id)).run.publishedAt).toBeNull();
    await work(id);
    expect((await show(id)).counts).toMatchObject({ waiting: 0, published: 30 });
    expect(
      await rows(
        `select 1 from published_version v join import_item i on i.article_id = v.article_id where i.run_id = $1`,
        id,
      ),
    ).toHaveLength(30);
  });

  test('publishes nothing of an import that nobody signed, or that was undone', async () => {
    const id = await brought();
    await confirm(id);
    await work(id);
    await publishImportedArticle(
      { ...importer.context, account: null },
      (await articleOf(id, 'The ports')).id,
    );
    expect((await stateOf(id))['The ports']).toBe('waiting');
    await sign(id);
    await desk.db.sql('update import_run set undone_at = now() where id = $1', [id]);
    await publishImportedArticle(
      { ...importer.context, account: null },
      (await articleOf(id, 'The ports')).id,
    );
    await work(id);
    expect((await stateOf(id))['The ports']).toBe('waiting');
    expect(await reasonsIn(confirm(id))).toEqual(['import_undone']);
  });
});

test('an import is undone as a whole: drafts are removed, what readers had is archived', async () => {
  const id = await brought([
    { id: '1', title: 'The ports', ...whole },
    { id: '2', title: 'The next version', ...whole },
    { id: '3', title: 'For members', visibility: 'paid', ...whole },
  ]);
  await confirm(id);
  await sign(id);
  await work(id);
  const ports = await articleOf(id, 'The ports');
  const next = await articleOf(id, 'The next version');
  const content = { ...articleContentOf(next), standfirst: 'Looked at again' };
  await signer.call.editor.articles.save({ id: next.id, seen: next.save, content });
  const undone = await undoImport(confirmer.context, id);
  expect(undone).toMatchObject({ removed: 1, archived: 1 });
  expect(undone.stayed.map(({ headline }) => headline)).toEqual(['The next version']);
  expect((await findArticle(desk.db.editorial, ports.id))?.state).toBe('archived');
  await expect(desk.nobody.articles.bySlug({ slug: ports.slug })).rejects.toThrow();
  // A second time finds nothing more to do.
  expect(await undoImport(confirmer.context, id)).toMatchObject({ removed: 0, archived: 0 });
});
