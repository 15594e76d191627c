import { setTimeout as sleep } from 'node:timers/promises';
import { listenAtDesk } from '@viewpoints/db/desk-listener';
import type { Account } from '@viewpoints/domain/accounts/account';
import { aDocument } from '@viewpoints/domain/testing/builders';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import { closeWriters, connectWriter, type Writer } from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { createInstanceMessages } from './instance-messages.ts';

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let other: TestApi;
type Member = Account & { cookie: string };
let author: Member;
let editor: Member;
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  other = await startTestApi({ collaboration: true, on: one.db });
  const member = async (name: string): Promise<Member> => {
    const account = await addMember(one, name, 'editor');
    return { ...account, cookie: await signInAs(one, account.email) };
  };
  author = await member('Helen');
  editor = await member('Omar');
});
afterAll(async () => {
  await other.close();
  await one.close();
});
afterEach(closeWriters);

const draft = async (): Promise<string> =>
  (await callerAt(one, author).editor.articles.create({ headline: 'Before the rains' })).id;
const open = (at: TestApi, articleId: string, { cookie }: Member) =>
  connectWriter({ url: at.url, articleId, cookie });
const awarenessOf = ({ provider }: Writer) => {
  if (provider.awareness === null) throw new Error('no awareness');
  return provider.awareness;
};
/** One page's knowledge of the other. */
const known = (to: Writer, of: Writer) => awarenessOf(to).getStates().get(of.shared.clientID);

/** Puts the cursor of a page at a place of its text. */
function placeCursor(writer: Writer, at: number): unknown {
  const [block] = writer.shared.getXmlFragment('body').toArray() as [Y.XmlElement];
  const place = Y.createRelativePositionFromTypeIndex(block.get(0) as Y.XmlText, at);
  const cursor = JSON.parse(JSON.stringify({ anchor: place, head: place }));
  awarenessOf(writer).setLocalStateField('cursor', cursor);
  return cursor;
}

describe('two who have an article open, each at another server', () => {
  test('see the name and the cursor of the other, also who comes later', async () => {
    const id = await draft();
    const mine = await open(one, id, author);
    await mine.write({ body: aDocument('The council met.') });
    const before = placeCursor(mine, 3);
    const theirs = await open(other, id, editor);
    const user = { id: author.id, name: author.name };
    await vi.waitFor(() => expect(known(theirs, mine)).toEqual({ user, cursor: before }));
    const after = placeCursor(mine, 8);
    await vi.waitFor(() => expect(known(theirs, mine)).toEqual({ user, cursor: after }));
    const own = placeCursor(theirs, 5);
    await vi.waitFor(() =>
      expect(known(mine, theirs)).toEqual({
        ...{ user: { id: editor.id, name: editor.name }, cursor: own },
      }),
    );
  });

  test('see within a second that the other has left, and at once that they are back', async () => {
    const id = await draft();
    const mine = await open(one, id, author);
    const theirs = await open(other, id, editor);
    await vi.waitFor(() => expect(known(mine, theirs)).toBeDefined());
    const line = theirs.provider.configuration.websocketProvider;
    line.disconnect();
    await vi.waitFor(() => expect(known(mine, theirs)).toBeUndefined());
    await line.connect();
    await vi.waitFor(() => expect(known(mine, theirs)).toBeDefined());
    // A proxy may lead the page to the other server then, before the first has missed it.
    const [from = '', to = ''] = [other, one].map(({ url }) => url.replace('http', 'ws'));
    line.configuration.url = line.configuration.url.replace(from, to);
    line.disconnect();
    await vi.waitFor(() => expect(line.status).toBe('disconnected'));
    await line.connect();
    await vi.waitFor(() => expect(known(mine, theirs)).toBeDefined());
    const later = await open(other, id, author);
    await vi.waitFor(() => expect(known(later, theirs)).toBeDefined());
    line.disconnect();
    await vi.waitFor(() => expect(known(mine, theirs)).toBeUndefined());
    await vi.waitFor(() => expect(known(later, theirs)).toBeUndefined());
  });

  test('see nobody of a server that has ended', async () => {
    const third = await startTestApi({ collaboration: true, on: one.db });
    const id = await draft();
    const mine = await open(one, id, author);
    const theirs = await open(third, id, editor);
    await vi.waitFor(() => expect(known(mine, theirs)).toBeDefined());
    await third.close();
    await vi.waitFor(() => expect(known(mine, theirs)).toBeUndefined());
  });

  test('pass on where a cursor is and never words', async () => {
    const id = await draft();
    const mine = await open(one, id, author);
    await mine.write({ body: aDocument('The council met.') });
    const theirs = await open(other, id, editor);
    const cursor = placeCursor(mine, 3);
    await vi.waitFor(() => expect(known(theirs, mine)).toMatchObject({ cursor }));
    const { anchor } = cursor as { anchor: object };
    const heard: unknown[] = [];
    awarenessOf(theirs).on('update', () => heard.push(known(theirs, mine)));
    for (const said of [
      { anchor, head: { ...anchor, tname: 'Mira Vos' } },
      { anchor, head: anchor, note: 'Ask Mira Vos.' },
      'Mira Vos',
    ]) {
      awarenessOf(mine).setLocalStateField('cursor', said);
      mine.provider.flushPendingUpdates();
      // Longer than instances collect cursors for, and than a page does.
      await sleep(150);
    }
    const later = placeCursor(mine, 4);
    await vi.waitFor(() => expect(known(theirs, mine)).toMatchObject({ cursor: later }));
    expect(JSON.stringify(heard)).not.toContain('Mira');
  });
});

describe('what instances say to each other', () => {
  test('cannot be read, or said, by the role of the reading site', async () => {
    const heard: string[] = [];
    const isUp = Promise.withResolvers<void>();
    const reader = listenAtDesk(one.db.readerUrl, {
      onChange: () => {},
      onMessage: (payload) => heard.push(payload),
      onUp: isUp.resolve,
    });
    onTestFinished(() => reader.stop());
    await isUp.promise;
    const id = await draft();
    const mine = await open(one, id, author);
    const theirs = await open(other, id, editor);
    await vi.waitFor(() => expect(known(mine, theirs)).toBeDefined());
    await vi.waitFor(() => expect(heard.length).toBeGreaterThan(2));
    for (const payload of heard) {
      expect(payload).toMatch(/^v1\.[\w-]+$/);
      for (const word of [author.id, editor.id, id, editor.name])
        expect(Buffer.from(payload.slice(3), 'base64url').includes(word)).toBe(false);
    }
    const forged = createInstanceMessages('another secret', reader.send);
    const update = Buffer.from('nonsense').toString('base64');
    await forged.send({ kind: 'cursors', articleId: id, update });
    await reader.send('v1.nonsense');
    // Both still listen.
    const cursor = await mine
      .write({ body: aDocument('The council met.') })
      .then(() => placeCursor(mine, 2));
    await vi.waitFor(() => expect(known(theirs, mine)).toMatchObject({ cursor }));
  });

  test('is opened by other instances of the installation alone', async () => {
    const payloads: string[] = [];
    const send = async (payload: string) => void payloads.push(payload);
    const [own, another] = [1, 2].map(() => createInstanceMessages('of this journal', send));
    await own?.send({ kind: 'hello' });
    const [payload = ''] = payloads;
    expect(another?.open(payload)?.message).toEqual({ kind: 'hello' });
    expect(own?.open(payload)).toBeNull();
    expect(createInstanceMessages('of another journal', send).open(payload)).toBeNull();
    await own?.send({ kind: 'cursors', articleId: crypto.randomUUID(), update: 'A'.repeat(8000) });
    expect(payloads).toHaveLength(1);
  });

  test('is accepted once, in any order, and never when it is sent again', async () => {
    const payloads: string[] = [];
    const send = async (payload: string) => void payloads.push(payload);
    const [own, another] = [1, 2].map(() => createInstanceMessages('of this journal', send));
    for (let sent = 0; sent < 1_200; sent += 1) await own?.send({ kind: 'hello' });
    const taken = (payload = '') => another?.open(payload)?.message ?? null;
    const [first, second, third] = payloads;
    expect([taken(third), taken(second)]).toEqual([{ kind: 'hello' }, { kind: 'hello' }]);
    expect([taken(third), taken(second)]).toEqual([null, null]);
    for (const payload of payloads.slice(3)) taken(payload);
    expect(payloads.map(taken).filter(Boolean)).toEqual([]);
    // One that comes a thousand messages late could be an old one, recorded.
    expect(taken(first)).toBeNull();
  });
});
