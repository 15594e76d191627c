import { request } from 'node:http';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { accountJson } from '@viewpoints/api/input/json-limits';
import { compactCopy, foldUpdates } from '@viewpoints/api/working-copy/compact-copy';
import { inTransaction } from '@viewpoints/db/client';
import { findCopy } from '@viewpoints/db/editorial/article-copies';
import { lockArticle } from '@viewpoints/db/editorial/articles';
import { newId } from '@viewpoints/db/editorial/new-id';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import type { Account, Role } from '@viewpoints/domain/accounts/account';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { FindingContent } from '@viewpoints/domain/findings/finding';
import { aDocument } from '@viewpoints/domain/testing/builders';
import type { Slug } from '@viewpoints/domain/values';
import { countBlocks, deleteWord, typeWord } from '@viewpoints/working-copy/edit-words';
import { closeCodes, collaborationPath } from '@viewpoints/working-copy/messages';
import { writeShared } from '@viewpoints/working-copy/shared-content';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import {
  beginWriter,
  closeWriters,
  connectWriter,
  tryToConnect,
  type Writer,
} from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { origin, startTestApi, type TestApi } from '../testing/test-api.ts';
import { maxConnections, maxWaiting } from './sockets.ts';

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let other: TestApi;
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  other = await startTestApi({ collaboration: true, on: one.db });
});
afterAll(async () => {
  await other.close();
  await one.close();
});
afterEach(closeWriters);

let count = 0;
async function member(...roles: Role[]): Promise<Account & { cookie: string }> {
  count += 1;
  const account = await addMember(one, `Member${count}`, ...roles);
  return { ...account, cookie: await signInAs(one, account.email) };
}
async function draftOf(by: Account): Promise<string> {
  const { id } = await callerAt(one, by).editor.articles.create({ headline: 'Before the rains' });
  return id;
}
const stored = async (id: string) => one.db.editorial.article.findUniqueOrThrow({ where: { id } });

const read = async (by: Account, id: string) =>
  (await callerAt(one, by).editor.articles.get({ id })).article;
const open = (at: TestApi, articleId: string, { cookie }: { cookie: string }) =>
  connectWriter({ url: at.url, articleId, cookie });

/**
 * Writes so many words, each as a change of its own at some place of the text, and deletes every seventh
 * again, as somebody does in the course of a day; those that are left.
 */
function writeForHours(shared: Y.Doc, count: number, letter = 'a'): string[] {
  const left: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const word = `${letter}${number}x`;
    const at = (number * 31) % countBlocks(shared);
    typeWord(shared, word, { at, isNew: number % 20 === 9, atStart: number % 3 === 0 });
    if (number % 7 !== 6) left.push(word);
    else deleteWord(shared, word);
  }
  return left;
}

/** A line to a server that can go dead as that of a laptop does which falls asleep: nothing comes, nothing ends. */
async function openLine(url: string) {
  const streams = new Set<Socket>();
  const line = createServer((page) => {
    const server = connect(Number(new URL(url).port), '127.0.0.1');
    for (const stream of [page, server]) {
      streams.add(stream);
      stream.on('error', () => {});
    }
    page.pipe(server).pipe(page);
  });
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve));
  const { port } = line.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** What is open goes dead; what is opened from now on does not. */
    breakSilently: () => {
      for (const stream of streams) stream.unpipe().pause();
    },
    close: () => {
      for (const stream of streams) stream.destroy();
      line.close();
    },
  };
}

/** How long the server takes to end a connection after something was done, in milliseconds. */
async function endedAfter(writer: Writer, act: () => Promise<unknown>): Promise<number> {
  await act();
  const since = performance.now();
  await vi.waitFor(() => expect(writer.closed.length).toBeGreaterThan(0), {
    ...{ timeout: 5_000, interval: 5 },
  });
  return performance.now() - since;
}

describe('two who have an article open, each at another server', () => {
  test('see what the other writes, and the columns say both', async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const theirs = await open(other, id, editor);
    await Promise.all([
      mine.write({ headline: 'After the rains' }),
      theirs.write({ section: 'Talks' }),
    ]);
    await vi.waitFor(() => expect(mine.content()).toEqual(theirs.content()));
    expect(mine.content()).toMatchObject({ headline: 'After the rains', section: 'Talks' });
    expect(await stored(id)).toMatchObject({ headline: 'After the rains', section: 'Talks' });
  });

  test('see what a typed call saves, and what was written while one was away', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    const theirs = await open(other, id, editor);
    theirs.provider.configuration.websocketProvider.disconnect();
    writeShared(theirs.shared, { ...theirs.content(), section: 'Talks' });
    const article = await read(editor, id);
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    await callerAt(one, editor).editor.articles.save({ id, seen: article.save, content });
    await vi.waitFor(() => expect(mine.content().headline).toBe('After the rains'));
    await theirs.provider.configuration.websocketProvider.connect();
    await theirs.acknowledged();
    await vi.waitFor(() => expect(mine.content()).toEqual(theirs.content()));
    expect(await stored(id)).toMatchObject({ headline: 'After the rains', section: 'Talks' });
  });

  test('go on writing as soon as the line is back, before what was written without it is sent', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    const line = mine.provider.configuration.websocketProvider;
    line.disconnect();
    await vi.waitFor(() => expect(line.status).toBe('disconnected'));
    const text = mine.shared.getText('standfirst');
    text.insert(0, 'Away');
    mine.provider.on('authenticated', () => text.insert(text.length, '!'));
    // Sent at once, and not with what else is written in a moment.
    mine.provider.configuration.flushDelay = false;
    await line.connect();
    await vi.waitFor(() => expect(text.toString()).toBe('Away!'));
    await mine.acknowledged();
    expect(mine.said.filter(({ kind }) => kind === 'refused')).toEqual([]);
    expect((await stored(id)).standfirst).toBe('Away!');
  });

  test('send together what they write while the server is busy', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    const { editorial } = one.db;
    const before = await editorial.articleUpdate.count({ where: { articleId: id } });
    const text = mine.shared.getText('standfirst');
    const sent: string[] = [];
    mine.provider.on('outgoingMessage', ({ message }: { message: { description?: string } }) => {
      if (message.description === 'A document update') sent.push(text.toString());
    });
    await inTransaction(editorial, async (tx) => {
      await lockArticle(tx, id);
      text.insert(0, 'O');
      await vi.waitFor(() => expect(sent).toEqual(['O']));
      for (const letter of 'strava') {
        text.insert(text.length, letter);
        mine.provider.flushPendingUpdates();
      }
      expect(sent).toEqual(['O']);
    });
    await mine.acknowledged();
    expect(sent).toEqual(['O', 'Ostrava']);
    expect((await stored(id)).standfirst).toBe('Ostrava');
    expect(await editorial.articleUpdate.count({ where: { articleId: id } })).toBe(before + 2);
  });

  test('send what they wrote before they close, without waiting for the server', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    const text = mine.shared.getText('standfirst');
    await inTransaction(one.db.editorial, async (tx) => {
      await lockArticle(tx, id);
      text.insert(0, 'Kara');
      mine.provider.flushPendingUpdates();
      text.insert(4, 'kol');
      const sent = vi.fn();
      mine.provider.on('outgoingMessage', sent);
      mine.provider.pageHide();
      expect(sent).toHaveBeenCalledWith({
        message: expect.objectContaining({ description: 'A document update' }),
      });
    });
    await vi.waitFor(async () => expect((await stored(id)).standfirst).toBe('Karakol'), {
      timeout: 20_000,
    });
  });

  test('count nothing as stored that was written while the line came back', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    const line = mine.provider.configuration.websocketProvider;
    mine.provider.configuration.flushDelay = 500;
    const text = mine.shared.getText('standfirst');
    line.disconnect();
    await vi.waitFor(() => expect(line.status).toBe('disconnected'));
    mine.provider.on('open', () => text.insert(text.length, 'Kara'));
    mine.provider.on('outgoingMessage', ({ message }: { message: { description?: string } }) => {
      // The answer with all that the server lacks has no description.
      if (message.description === undefined && text.length === 4)
        queueMicrotask(() => text.insert(text.length, 'kol'));
    });
    await line.connect();
    await vi.waitFor(() => expect(mine.provider.synced).toBe(true));
    await mine.acknowledged();
    expect((await stored(id)).standfirst).toBe('Karakol');
  });

  test('have all of a document whose changes were put together meanwhile', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    await mine.write({ section: 'Talks' });
    // A server that was not notified: updates it has not read yet are in the stored state by now.
    await one.db.sql('alter table article_update disable trigger notify_desk');
    const article = await read(editor, id);
    const content = { ...articleContentOf(article), standfirst: 'Ostrava waits.' };
    await callerAt(one, editor).editor.articles.save({ id, seen: article.save, content });
    await one.db.sql('alter table article_update enable trigger notify_desk');
    const { editorial } = one.db;
    await inTransaction(editorial, async (tx) => {
      const copy = await findCopy(tx, id);
      if (copy !== null) await foldUpdates(tx, copy, article.save + 1);
    });
    expect(await editorial.articleUpdate.count({ where: { articleId: id } })).toBe(0);
    expect(mine.content().standfirst).toBe('');
    await mine.write({ headline: 'After the rains' });
    expect(mine.content().standfirst).toBe('Ostrava waits.');
  });

  test('have all that one wrote for hours without a line, though the stored changes were put together meanwhile', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const before = await open(one, id, editor);
    const theirs = await open(other, id, editor);
    await before.write({ body: aDocument('It rained.', 'It snowed.', 'It thawed.') });
    const { shared } = before;
    before.provider.destroy();
    const written = writeForHours(shared, 2_000);
    await theirs.write({ headline: 'After the rains' });
    const meanwhile = writeForHours(theirs.shared, 20, 'b');
    await theirs.acknowledged();
    const tomorrow = new Date(Date.now() + 30 * 60 * 60_000);
    await compactCopy({ editorial: one.db.editorial, now: () => tomorrow, account: null }, id);
    const updates = () => one.db.editorial.articleUpdate.count({ where: { articleId: id } });
    expect(await updates()).toBe(0);
    const mine = await connectWriter({
      ...{ url: one.url, articleId: id, cookie: editor.cookie, shared },
    });
    // All of it as one change.
    expect(await updates()).toBe(1);
    const { text } = documentText(Document.parse((await stored(id)).body));
    expect(text.match(/[ab]\d+x/g)?.toSorted()).toEqual([...written, ...meanwhile].toSorted());
    await vi.waitFor(() => expect(theirs.content()).toEqual(mine.content()), { timeout: 20_000 });
    expect(mine.said.filter(({ kind }) => kind === 'refused' || kind === 'not_taken')).toEqual([]);
  }, 120_000);

  test('notice a line that is dead without having been closed, and store what was written into it', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const line = await openLine(one.url);
    onTestFinished(line.close);
    const mine = await connectWriter({
      ...{ url: line.url, articleId: id, cookie: editor.cookie, silence: 1_000 },
    });
    const theirs = await open(other, id, editor);
    line.breakSilently();
    mine.shared.getText('standfirst').insert(0, 'Written into nothing.');
    await theirs.write({ headline: 'After the rains' });
    expect((await stored(id)).standfirst).toBe('');
    await vi.waitFor(async () => expect((await stored(id)).standfirst).not.toBe(''), {
      timeout: 60_000,
    });
    await mine.acknowledged();
    await vi.waitFor(() => expect(theirs.content()).toEqual(mine.content()), { timeout: 20_000 });
    expect(mine.content()).toMatchObject({
      ...{ headline: 'After the rains', standfirst: 'Written into nothing.' },
    });
  }, 120_000);

  test('learn the save that their document has everything of', async () => {
    const editor = await member('editor');
    const id = await draftOf(editor);
    const mine = await open(one, id, editor);
    await mine.write({ section: 'Talks' });
    const { save } = await stored(id);
    expect(mine.said.at(-1)).toEqual({ kind: 'stored', save });
  });
});

describe('who connects', () => {
  test('is an account at its session, from the admin, and can see the article', async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const outsider = await member('contributor');
    const articleId = await draftOf(author);
    const { url } = one;
    const { cookie } = author;
    expect(await tryToConnect({ url, articleId, cookie })).toBe(101);
    expect(await tryToConnect({ url, articleId, cookie: editor.cookie })).toBe(101);
    expect(await tryToConnect({ url, articleId })).toBe(401);
    expect(await tryToConnect({ url, articleId, cookie: `${cookie}x` })).toBe(401);
    expect(await tryToConnect({ url, articleId, cookie, origin: 'http://evil.example' })).toBe(403);
    // The same as for an article that there is not.
    expect(await tryToConnect({ url, articleId, cookie: outsider.cookie })).toBe(404);
    expect(await tryToConnect({ url, articleId: newId(), cookie })).toBe(404);
    expect(await tryToConnect({ url, articleId: 'x', cookie })).toBe(404);
  });

  test('opens no other article over that connection', async () => {
    const [author, outsider] = [await member('editor'), await member('contributor')];
    const [secret, own] = [await draftOf(author), await draftOf(outsider)];
    const begun = beginWriter({
      ...{ url: one.url, articleId: own, documentName: secret, cookie: outsider.cookie },
    });
    await vi.waitFor(() => expect(begun.refused).toEqual(['permission-denied']));
    expect(begun.shared.getText('headline').toString()).toBe('');
  });

  test('writes nothing where the article can only be seen', async () => {
    const editor = await member('editor', 'publisher');
    const id = await draftOf(editor);
    await callerAt(one, editor).editor.articles.archive({ id });
    const before = await digestTables(one.db);
    const reader = await open(one, id, editor);
    expect(reader.content().headline).toBe('Before the rains');
    writeShared(reader.shared, { ...reader.content(), headline: 'Not for me to say' });
    await sleep(300);
    expect(reader.provider.unsyncedChanges).toBeGreaterThan(0);
    const { articleCopy: _, ...rest } = await digestTables(one.db);
    const { articleCopy: __, ...was } = before;
    expect({ ...rest, article_copy: null }).toEqual({ ...was, article_copy: null });
  });
});

describe('a connection ends within a second', () => {
  const writing = async (...roles: Role[]) => {
    const author = await member(...roles);
    const id = await draftOf(author);
    return { author, id, writer: await open(other, id, author) };
  };

  test('of the end of its session', async () => {
    const { author, writer } = await writing('editor');
    const end = () =>
      one.send('/auth/sign-out', {
        method: 'POST',
        headers: { origin, cookie: author.cookie, 'content-type': 'application/json' },
        body: '{}',
      });
    expect(await endedAfter(writer, end)).toBeLessThan(1000);
    expect(writer.closed[0]).toBe(closeCodes.signedOut);
  });

  test('of its session running out', async () => {
    const { author, writer } = await writing('editor');
    await one.db.sql(
      "update session set expires_at = now() + interval '2 seconds' where account_id = $1",
      [author.id],
    );
    // Otherwise its end would only ever be later than it was when it connected.
    await one.db.sql("select pg_notify('viewpoints_desk', 'account ' || $1)", [author.id]);
    await sleep(1500);
    expect(writer.closed).toEqual([]);
    await vi.waitFor(() => expect(writer.closed[0]).toBe(closeCodes.signedOut));
  });

  test('of its account being disabled, and of its role being taken', async () => {
    const admin = await member('admin');
    const { author, writer } = await writing('editor');
    const { people } = callerAt(one, admin).editor;
    const demote = () => people.setRoles({ id: author.id, roles: [] });
    expect(await endedAfter(writer, demote)).toBeLessThan(1000);
    expect(writer.closed[0]).toBe(closeCodes.notVisible);
    const second = await writing('editor');
    const disable = () => people.disable({ id: second.author.id });
    expect(await endedAfter(second.writer, disable)).toBeLessThan(1000);
    expect(second.writer.closed[0]).toBe(closeCodes.signedOut);
  });

  test('of the article being archived', async () => {
    const { id, writer } = await writing('editor');
    const publisher = await member('publisher', 'editor');
    const archive = () => callerAt(one, publisher).editor.articles.archive({ id });
    expect(await endedAfter(writer, archive)).toBeLessThan(1000);
    expect(writer.closed[0]).toBe(closeCodes.accessChanged);
  });

  test('and nothing is stored after it, even if the server was not notified', async () => {
    const { author, id, writer } = await writing('editor');
    await one.db.sql('alter table session disable trigger notify_desk');
    await one.db.sql('delete from session where account_id = $1', [author.id]);
    await one.db.sql('alter table session enable trigger notify_desk');
    writeShared(writer.shared, { ...writer.content(), headline: 'After the end' });
    await vi.waitFor(() => expect(writer.closed[0]).toBe(closeCodes.signedOut));
    expect((await stored(id)).headline).toBe('Before the rains');
  });
});

describe('a change that no schema accepts', () => {
  const changes: [string, (shared: Y.Doc) => void][] = [
    ['a node that there is not', (shared) => insert(shared, 'script')],
    ['a field that there is not', (shared) => shared.getMap('details').set('note', 'Ask Mira.')],
    ['a part that nobody reads', (shared) => shared.getMap('hidden').set('note', 'Ask Mira.')],
    ['marks in a line', (shared) => shared.getText('headline').format(0, 3, { note: 'Ask Mira.' })],
    ['a line that is too long', (shared) => shared.getText('headline').insert(0, 'x'.repeat(300))],
  ];
  const insert = (shared: Y.Doc, name: string) =>
    shared.getXmlFragment('body').insert(0, [new Y.XmlElement(name)]);

  test.each(changes)('is refused, its writer told, and nothing stored: %s', async (_, change) => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const theirs = await open(one, id, editor);
    const [shown, before] = [theirs.content(), await digestTables(one.db)];
    change(mine.shared);
    await vi.waitFor(() => expect(mine.said.at(-1)).toMatchObject({ kind: 'refused' }));
    expect(await digestTables(one.db)).toEqual(before);
    expect(mine.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(theirs.content()).toEqual(shown);
  });

  test('names the field, and goes through with what corrects it once all is sent again', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const taken = await stored(await draftOf(author));
    writeShared(mine.shared, { ...mine.content(), slug: taken.slug as Slug });
    await vi.waitFor(() =>
      expect(mine.said.at(-1)).toMatchObject({ reasons: [{ code: 'slug_taken', at: 'slug' }] }),
    );
    writeShared(mine.shared, { ...mine.content(), slug: `${taken.slug}-2` as Slug });
    await sleep(200);
    expect((await stored(id)).slug).not.toBe(`${taken.slug}-2`);
    mine.provider.forceSync();
    await mine.acknowledged();
    expect((await stored(id)).slug).toBe(`${taken.slug}-2`);
  });
});

describe('what is written over a connection', () => {
  test('is by who is signed in there: it waits for approval, and voids one', async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const [calls, review] = [callerAt(one, author).editor, callerAt(one, editor).editor];
    const { revisionId } = await calls.articles.submit({ id });
    await review.articles.approve({ id, revisionId });
    const theirs = await open(one, id, editor);
    await theirs.write({ standfirst: 'Ostrava waits.' });
    const shown = await calls.articles.get({ id });
    expect(shown.article).toMatchObject({ state: 'draft', approvedRevisionId: null });
    expect(shown.article.savedBy).toBe(editor.id);
    expect(shown.review.pending.map(({ authorId }) => authorId)).toEqual([editor.id]);
  });

  test('is one change and one line of the record in a minute, whatever the number of keys', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const { editorial } = one.db;
    const mine = await open(one, id, author);
    const counts = async () => ({
      changes: await editorial.articleChange.count({ where: { articleId: id } }),
      records: await editorial.auditRecord.count({ where: { subjectId: id } }),
    });
    const before = await counts();
    await vi.waitUntil(() => new Date().getSeconds() < 50, { timeout: 15_000, interval: 200 });
    for (const letter of 'Rain') {
      mine.shared.getText('standfirst').insert(0, letter);
      await mine.acknowledged();
    }
    expect(await counts()).toEqual({ changes: before.changes + 1, records: before.records + 1 });
    const { save } = await stored(id);
    expect(save).toBe(5);
    const newest = await editorial.articleChange.findFirstOrThrow({
      where: { articleId: id },
      orderBy: { save: 'desc' },
    });
    expect(newest).toMatchObject({ save, fields: ['standfirst'], byId: author.id });
    // Another field is worth another line.
    await mine.write({ section: 'Talks' });
    expect(await counts()).toEqual({ changes: before.changes + 1, records: before.records + 2 });
  });

  test('is kept by its page while the disk is full, acknowledged to nobody, and stored once there is room', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const theirs = await open(one, id, author);
    const shown = theirs.content();
    const { sql } = one.db;
    // Raises the server's error for a table that cannot be extended.
    await sql(`create function no_room() returns trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = 'disk_full'; end $$`);
    await sql('create trigger no_room before insert on article_update execute function no_room()');
    const before = await digestTables(one.db);
    const counts: number[] = [];
    mine.provider.on('unsyncedChanges', ({ number }: { number: number }) => counts.push(number));
    const text = mine.shared.getText('standfirst');
    text.insert(0, 'It rained');
    // It tries again by itself, and each attempt ends alike.
    await vi.waitFor(() => expect(mine.closed.length).toBeGreaterThan(1), { timeout: 10_000 });
    text.insert(text.length, ' all night.');
    expect(new Set(mine.closed)).toEqual(new Set([closeCodes.unavailable]));
    expect(counts).not.toContain(0);
    expect(await digestTables(one.db)).toEqual(before);
    expect(theirs.content()).toEqual(shown);
    expect(one.logged.some((logged) => logged.includes('has to act'))).toBe(true);
    await sql('drop function no_room cascade');
    await vi.waitFor(() => expect(mine.provider.synced).toBe(true), { timeout: 10_000 });
    await mine.acknowledged();
    expect((await stored(id)).standfirst).toBe('It rained all night.');
    await vi.waitFor(() => expect(theirs.content()).toEqual(mine.content()));
    expect(theirs.closed).toEqual([]);
  });

  test('voids a verification if it changes the words of a quote, and notifies every page', async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    await mine.write({ body: aDocument('The council met.', 'Ostrava will not sign.') });
    const quote = { exact: 'Ostrava will not sign.', start: 17, end: 39, prefix: '', suffix: '' };
    const { save } = await stored(id);
    const finding = await callerAt(one, author).editor.findings.propose({
      ...{ articleId: id, seen: save },
      content: FindingContent.parse({
        proposition: 'Ostrava will not sign',
        holders: [{ actorId: null, wording: 'Ostrava', basis: 'articles_own' }],
        ...{ stance: 'refuses', register: 'public', evidence: { quote } },
        attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
      }),
    });
    const verified = await callerAt(one, editor).editor.findings.verify({ id: finding.id });
    expect(verified.state).toBe('verified');
    const theirs = await open(other, id, editor);
    const said = theirs.said.length;
    await mine.write({ body: aDocument('The council met.', 'Ostrava will surely sign.') });
    const { state } = await one.db.editorial.finding.findUniqueOrThrow({
      where: { id: finding.id },
    });
    expect(state).not.toBe('verified');
    await vi.waitFor(() => expect(theirs.said.slice(said)).toContainEqual({ kind: 'step' }));
  });

  test('never has the note or a participant in it', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const article = await read(author, id);
    const { articles } = callerAt(one, author).editor;
    const content = { ...articleContentOf(article), note: 'Ask Mira Vos.' };
    await articles.save({ id, seen: article.save, content });
    const mine = await open(one, id, author);
    await mine.write({ headline: 'Quiet' });
    const sent = Buffer.from(Y.encodeStateAsUpdate(mine.shared));
    expect(sent.includes('Quiet')).toBe(true);
    expect(sent.includes('Mira')).toBe(false);
    expect((await stored(id)).note).toBe('Ask Mira Vos.');
  });
});

describe('letters whose text was deleted by another who had not seen them', () => {
  const paragraphs = async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    await mine.write({ body: aDocument('Rain', 'Snow') });
    const theirs = await open(other, id, editor);
    await vi.waitFor(() => expect(theirs.content()).toEqual(mine.content()));
    return { id, mine, theirs };
  };
  const textOf = ({ shared }: Writer, at: number) =>
    (shared.getXmlFragment('body').get(at) as Y.XmlElement).get(0) as Y.XmlText;
  const notTaken = ({ said }: Writer) => said.filter(({ kind }) => kind === 'not_taken');

  test('are reported to their writer before they are acknowledged, if they come later', async () => {
    const { id, mine, theirs } = await paragraphs();
    const countsWhile: number[] = [];
    mine.provider.on('stateless', ({ payload }: { payload: string }) => {
      if (payload.includes('not_taken')) countsWhile.push(mine.provider.unsyncedChanges);
    });
    await inTransaction(one.db.editorial, async (tx) => {
      await lockArticle(tx, id);
      theirs.shared.getXmlFragment('body').delete(1, 1);
      theirs.provider.flushPendingUpdates();
      await waitForWaiting(one.db, 1);
      textOf(mine, 1).insert(4, 'y days');
      mine.provider.flushPendingUpdates();
      await waitForWaiting(one.db, 2);
    });
    await Promise.all([mine.acknowledged(), theirs.acknowledged()]);
    expect(notTaken(mine)).toEqual([{ kind: 'not_taken', words: ['y days'] }]);
    expect(countsWhile).toEqual([1]);
    expect(notTaken(theirs)).toEqual([]);
    await mine.write({ headline: 'After the rains' });
    expect(await stored(id)).toMatchObject({ headline: 'After the rains' });
  });

  test('are reported to their writer at another server, if they were acknowledged before', async () => {
    const { id, mine, theirs } = await paragraphs();
    mine.provider.awareness?.setLocalState({ cursor: null });
    await inTransaction(one.db.editorial, async (tx) => {
      await lockArticle(tx, id);
      textOf(mine, 1).insert(4, 'y days');
      mine.provider.flushPendingUpdates();
      await waitForWaiting(one.db, 1);
      theirs.shared.getXmlFragment('body').delete(1, 1);
      theirs.provider.flushPendingUpdates();
      await waitForWaiting(one.db, 2);
    });
    await Promise.all([mine.acknowledged(), theirs.acknowledged()]);
    await vi.waitFor(() =>
      expect(notTaken(mine)).toEqual([{ kind: 'not_taken', words: ['y days'] }]),
    );
    expect(notTaken(theirs)).toEqual([]);
  });
});

/** A message to a document that means nothing, of so many bytes. */
function messageTo(name: string, bytes: number): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(bytes);
  message.set([name.length, ...new TextEncoder().encode(name), 5]);
  return message;
}

describe('bounds', () => {
  test('on messages: their size and how many', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    mine.shared.getText('standfirst').insert(0, 'x'.repeat(accountJson.bytes));
    await vi.waitFor(() => expect(mine.closed[0]).toBe(1009), { timeout: 5000 });
    const next = await open(one, id, author);
    for (let sent = 0; sent < 600; sent += 1) next.provider.sendStateless('x');
    await vi.waitFor(() => expect(next.closed[0]).toBe(closeCodes.tooMany), { timeout: 5000 });
  });

  test('on changes that wait: a page that does not wait is ended, and sends them again', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    // Sent at once, and not when the change before is stored.
    mine.provider.configuration.flushDelay = false;
    const text = mine.shared.getText('standfirst');
    await inTransaction(one.db.editorial, async (tx) => {
      await lockArticle(tx, id);
      for (let at = 0; at <= maxWaiting.messages; at += 1) text.insert(at, 'x');
      await vi.waitFor(() => expect(mine.closed[0]).toBe(closeCodes.tooMany), { timeout: 5000 });
    });
    await vi.waitFor(() => expect(mine.provider.synced).toBe(true), { timeout: 10_000 });
    await mine.acknowledged();
    expect((await stored(id)).standfirst).toBe('x'.repeat(maxWaiting.messages + 1));
    // The change that was under way, and all of them as one; those that waited are not stored one by one.
    expect(await one.db.editorial.articleUpdate.count({ where: { articleId: id } })).toBeLessThan(
      5,
    );
    // What was dealt with waits no longer.
    for (const section of ['Talks', 'Rivers', 'Rain']) {
      for (let sent = 0; sent < 100; sent += 1) mine.provider.sendStateless('x');
      await mine.write({ section });
    }
    expect(mine.closed).toHaveLength(1);
  });

  test('on changes that wait: those of ended connections are not counted for ever', async () => {
    const author = await member('editor');
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const elsewhere = messageTo(await draftOf(author), accountJson.bytes - 100);
    // Hocuspocus does not report these as dealt with: each names a document that is not open here.
    const pages = maxWaiting.ofAccount / accountJson.bytes;
    for (let round = 0; round < 2; round += 1) {
      const ended = Array.from({ length: pages / 2 + 1 }, async () => {
        const page = await open(one, id, author);
        const { websocketProvider } = page.provider.configuration;
        websocketProvider.webSocket?.send(elsewhere);
        await vi.waitFor(() => expect(page.closed.length).toBeGreaterThan(0), { timeout: 10_000 });
        websocketProvider.destroy();
        return page.closed[0];
      });
      expect(await Promise.all(ended)).not.toContain(closeCodes.tooMany);
    }
    await mine.write({ section: 'Talks' });
    expect(mine.closed).toEqual([]);
  });

  test('on how long a page that may not join can take to answer', async () => {
    const author = await member('editor');
    const { pathname } = new URL(collaborationPath(await draftOf(author), 1), one.url);
    const page = request(new URL(pathname, one.url), {
      headers: {
        ...{ origin, cookie: author.cookie, connection: 'Upgrade', upgrade: 'websocket' },
        ...{ 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==' },
      },
    });
    const ended = new Promise<boolean>((resolve) => {
      page.on('upgrade', (_, stream) => {
        stream.on('error', () => {});
        stream.on('close', () => resolve(true)).resume();
      });
    });
    page.end();
    const isEnded = await Promise.race([ended, sleep(10_000, false)]);
    expect(isEnded).toBe(true);
  });

  test('on connections of one account', async () => {
    const author = await member('editor');
    const ids = await Promise.all(Array.from({ length: 2 }, () => draftOf(author)));
    const capacity = maxConnections.account;
    await Promise.all(
      Array.from({ length: capacity }, (_, at) => open(one, ids[at % 2] ?? '', author)),
    );
    const { cookie } = author;
    expect(await tryToConnect({ url: one.url, articleId: ids[0] ?? '', cookie })).toBe(429);
  });
});

describe('who has an article open', () => {
  test('is known by the account, whatever a page says', async () => {
    const [author, editor] = [await member('contributor'), await member('editor')];
    const id = await draftOf(author);
    const mine = await open(one, id, author);
    const theirs = await open(one, id, editor);
    mine.provider.setAwarenessField('user', { id: editor.id, name: editor.name });
    mine.provider.setAwarenessField('secret', 'Ask Mira Vos.');
    await vi.waitFor(() =>
      expect(theirs.provider.awareness?.getStates().get(mine.shared.clientID)).toEqual({
        user: { id: author.id, name: author.name },
        cursor: null,
      }),
    );
  });
});
