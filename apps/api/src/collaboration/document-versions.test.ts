import { problemOf } from '@viewpoints/api/problem';
import { compactCopy, listDueCopies } from '@viewpoints/api/working-copy/compact-copy';
import { inTransaction } from '@viewpoints/db/client';
import { insertUpdate, raiseCopyVersion } from '@viewpoints/db/editorial/article-copies';
import { lockArticle } from '@viewpoints/db/editorial/articles';
import { newId } from '@viewpoints/db/editorial/new-id';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import type { Account } from '@viewpoints/domain/accounts/account';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { aDocument } from '@viewpoints/domain/testing/builders';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { closeCodes } from '@viewpoints/working-copy/messages';
import { writeShared } from '@viewpoints/working-copy/shared-content';
import { changeOf, sharedFrom } from '@viewpoints/working-copy/shared-document';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import { beginWriter, closeWriters, connectWriter } from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

/*
 * Pages and servers of two versions on one database, as while an upgrade is under way. What the newer one
 * knows and this one does not is a block, which this one's editor and projection would delete.
 */

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let editor: Account & { cookie: string };
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  const account = await addMember(one, 'Editor', 'editor', 'publisher');
  editor = { ...account, cookie: await signInAs(one, account.email) };
});
afterAll(() => one.close());
afterEach(closeWriters);

/** Waits for what a busy machine may need a while for. */
const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });

const newer = documentVersion + 1;
const desk = () => callerAt(one, editor).editor.articles;
const draft = async (): Promise<string> =>
  (await desk().create({ headline: 'Before the rains' })).id;
const open = (articleId: string) =>
  connectWriter({ url: one.url, articleId, cookie: editor.cookie });
const begin = (articleId: string, version?: number) =>
  beginWriter({
    ...{ url: one.url, articleId, cookie: editor.cookie },
    ...(version === undefined ? {} : { version }),
  });
const copyOf = (articleId: string) =>
  one.db.editorial.articleCopy.findUniqueOrThrow({
    where: { articleId },
    include: { updates: { orderBy: { id: 'asc' } } },
  });

/** The stored document of an article, as a page would get it. */
async function storedShared(articleId: string): Promise<Y.Doc> {
  const { state, updates } = await copyOf(articleId);
  return sharedFrom(
    state,
    updates.map(({ update }) => update),
  );
}
const blocksIn = (shared: Y.Doc): string[] =>
  shared
    .getXmlFragment('body')
    .toArray()
    .map((block) => (block instanceof Y.XmlElement ? block.nodeName : 'text'));

/** Writes at a server of the next version, as a page of that version. */
async function writeAtNewer(articleId: string): Promise<void> {
  const shared = await storedShared(articleId);
  const update = changeOf(shared, () =>
    shared.getXmlFragment('body').insert(0, [new Y.XmlElement('poll')]),
  );
  await inTransaction(one.db.editorial, async (tx) => {
    const locked = await lockArticle(tx, articleId);
    const save = locked?.save ?? 0;
    await raiseCopyVersion(tx, articleId, newer);
    await insertUpdate(tx, { articleId, save, update, at: new Date() });
  });
}

/** Why a call was refused, as a problem and the codes of its reasons. */
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (thrown: unknown) => {
      const { code, reasons } = problemOf(thrown);
      return [code, reasons.map((reason) => reason.code)];
    },
  );

describe('a page of another version', () => {
  test.each([
    { page: 'an older one', version: documentVersion - 1, code: closeCodes.outdated },
    { page: 'a newer one', version: newer, code: closeCodes.unavailable },
  ])('$page is turned away before it is read, and given nothing', async ({ version, code }) => {
    const id = await draft();
    const mine = await open(id);
    await mine.write({ standfirst: 'Ostrava waits.' });
    const before = await digestTables(one.db);
    const page = begin(id, version);
    writeShared(page.shared, { ...mine.content(), headline: 'After the rains' });
    await until(() => expect(page.closed.length).toBeGreaterThan(1));
    expect(new Set(page.closed)).toEqual(new Set([code]));
    expect(page.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(page.said).toEqual([]);
    expect(blocksIn(page.shared)).toEqual(['paragraph']);
    expect(mine.content().headline).toBe('Before the rains');
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('learns nothing of an article that its account cannot see', async () => {
    const outsider = await addMember(one, 'Outsider', 'contributor');
    const page = beginWriter({
      ...{ url: one.url, articleId: await draft(), version: 1 },
      cookie: await signInAs(one, outsider.email),
    });
    await until(() => expect(page.closed.length).toBeGreaterThan(0));
    expect(page.closed).not.toContain(closeCodes.outdated);
  });

  test('saves nothing by a call; one of this version does, and programs that name none', async () => {
    const id = await draft();
    const { article } = await desk().get({ id });
    const save = (headline: string, version?: number) =>
      desk().save({
        ...{ id, seen: article.save, content: { ...articleContentOf(article), headline } },
        ...(version === undefined ? {} : { documentVersion: version }),
      });
    const before = await digestTables(one.db);
    expect(await refusal(save('Older', documentVersion - 1))).toEqual([
      'refused',
      ['page_outdated'],
    ]);
    expect(await refusal(save('Newer', newer))).toEqual(['unavailable', ['server_outdated']]);
    expect(await digestTables(one.db)).toEqual(before);
    expect((await save('Own', documentVersion)).article.headline).toBe('Own');
    const { article: saved } = await desk().get({ id });
    const content = { ...articleContentOf(saved), headline: 'A program' };
    expect((await desk().save({ id, seen: saved.save, content })).article.headline).toBe(
      'A program',
    );
  });

  test('reads what version the server knows with an article', async () => {
    expect((await desk().get({ id: await draft() })).documentVersion).toBe(documentVersion);
  });
});

describe('an article that a newer server has written', () => {
  test('is opened by no page, and stays as it is', async () => {
    const id = await draft();
    const { article } = await desk().get({ id });
    const content = { ...articleContentOf(article), standfirst: 'Ostrava waits.' };
    await desk().save({ id, seen: article.save, content });
    await writeAtNewer(id);
    const before = await digestTables(one.db);
    const page = begin(id);
    writeShared(page.shared, content);
    await until(() => expect(page.closed).toContain(closeCodes.outdated));
    expect(blocksIn(page.shared)).not.toContain('poll');
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('ends the connections of pages that have it open, and shows them nothing of it', async () => {
    const id = await draft();
    const mine = await open(id);
    await mine.write({ standfirst: 'Ostrava waits.' });
    await writeAtNewer(id);
    await until(() => expect(mine.closed).toContain(closeCodes.outdated));
    expect(blocksIn(mine.shared)).toEqual(['paragraph']);
    expect(blocksIn(await storedShared(id))).toEqual(['poll', 'paragraph']);
  });

  test('takes nothing from a page that was not notified yet, which does not lose its words', async () => {
    const id = await draft();
    const mine = await open(id);
    await mine.write({ standfirst: 'Ostrava waits.' });
    await one.db.editorial.articleCopy.update({
      where: { articleId: id },
      data: { version: newer },
    });
    const before = await digestTables(one.db);
    mine.shared.getText('standfirst').insert(0, 'All of ');
    await until(() => expect(mine.closed[0]).toBe(closeCodes.outdated));
    expect(mine.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(mine.said.filter(({ kind }) => kind === 'refused')).toEqual([]);
    expect(await digestTables(one.db)).toEqual(before);
    // The server is upgraded, and the page with it.
    await one.db.editorial.articleCopy.update({
      where: { articleId: id },
      data: { version: documentVersion },
    });
    await until(() => expect(mine.provider.synced).toBe(true));
    await mine.acknowledged();
    expect((await desk().get({ id })).article.standfirst).toBe('All of Ostrava waits.');
  });

  test('is changed by no call', async () => {
    const id = await draft();
    const mine = await open(id);
    await mine.write({ body: aDocument('Ostrava waits.') });
    const { article } = await desk().get({ id });
    const from = (await desk().keepRevision({ id })).revisionId;
    await mine.write({ standfirst: 'Ostrava signs.' });
    closeWriters();
    await writeAtNewer(id);
    const before = await digestTables(one.db);
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    const quote = { exact: 'waits', prefix: 'Ostrava ', suffix: '.', start: 8, end: 13 };
    const suggestion = { by: editor.id, id: newId(), digest: '' };
    const calls: Record<string, () => Promise<unknown>> = {
      save: () => desk().save({ id, seen: article.save, content }),
      restore: () => desk().history.restore({ id, from, part: { kind: 'whole' } }),
      comment: () =>
        desk().comments.start({ articleId: id, on: { kind: 'words', quote }, text: 'Why?' }),
      suggestions: () => desk().suggestions.list({ articleId: id }),
      accept: () => desk().suggestions.accept({ articleId: id, suggestions: [suggestion] }),
      archive: () => desk().archive({ id }),
    };
    for (const [name, call] of Object.entries(calls))
      expect([name, await refusal(call())]).toEqual([name, ['unavailable', ['server_outdated']]]);
    expect(await digestTables(one.db)).toEqual(before);
    expect(blocksIn(await storedShared(id))).toEqual(['poll', 'paragraph']);
  });

  test('is left to the jobs of the newer server', async () => {
    const id = await draft();
    await (await open(id)).write({ standfirst: 'Ostrava waits.' });
    closeWriters();
    const later = new Date(Date.now() + 48 * 60 * 60 * 1000);
    expect(await listDueCopies(one.db.editorial, later)).toContain(id);
    await writeAtNewer(id);
    expect(await listDueCopies(one.db.editorial, later)).not.toContain(id);
    // One that was listed just before.
    const { editorial } = one.db;
    const compacted = compactCopy({ editorial, account: null, now: () => later }, id);
    expect(await refusal(compacted)).toEqual(['unavailable', ['server_outdated']]);
    expect((await copyOf(id)).updates.length).toBeGreaterThan(1);
  });

  test('is readable', async () => {
    const id = await draft();
    await open(id);
    closeWriters();
    await writeAtNewer(id);
    expect((await desk().get({ id })).article.headline).toBe('Before the rains');
  });
});

describe('an article of an older version', () => {
  test('is of the fifth where a server wrote it that knew no versions', async () => {
    const id = await draft();
    await open(id);
    closeWriters();
    const { state, save } = await copyOf(id);
    const hex = Buffer.from(state).toString('hex');
    await one.db.sql(`DELETE FROM article_copy WHERE article_id = '${id}'`);
    await one.db.sql(
      `INSERT INTO article_copy (article_id, state, save) VALUES ('${id}', '\\x${hex}', ${save})`,
    );
    expect((await copyOf(id)).version).toBe(5);
    await (await open(id)).write({ standfirst: 'Ostrava waits.' });
    expect((await desk().get({ id })).article.standfirst).toBe('Ostrava waits.');
  });

  test('is of this version once a page has it open, and before anything is written', async () => {
    const id = await draft();
    await open(id);
    expect((await copyOf(id)).version).toBe(documentVersion);
    closeWriters();
    await one.db.editorial.articleCopy.update({
      where: { articleId: id },
      data: { version: documentVersion - 1 },
    });
    await open(id);
    expect((await copyOf(id)).version).toBe(documentVersion);
  });

  test('is of this version with the first call that writes it', async () => {
    const id = await draft();
    await open(id);
    closeWriters();
    await one.db.editorial.articleCopy.update({
      where: { articleId: id },
      data: { version: documentVersion - 1 },
    });
    const { article } = await desk().get({ id });
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    await desk().save({ id, seen: article.save, content });
    expect((await copyOf(id)).version).toBe(documentVersion);
  });

  test('stays of that version where what is written is refused', async () => {
    const id = await draft();
    await open(id);
    closeWriters();
    await one.db.editorial.articleCopy.update({
      where: { articleId: id },
      data: { version: documentVersion - 1 },
    });
    const { article } = await desk().get({ id });
    const content = { ...articleContentOf(article), sourceIds: [newId()] };
    expect(await refusal(desk().save({ id, seen: article.save, content }))).not.toBe('done');
    expect((await copyOf(id)).version).toBe(documentVersion - 1);
  });
});
