import type { Account } from '@viewpoints/domain/accounts/account';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { aDocument } from '@viewpoints/domain/testing/builders';
import { suggestWordDeletion, typeWord } from '@viewpoints/working-copy/edit-words';
import { readEverything } from '@viewpoints/working-copy/read-nodes';
import { emptyShared } from '@viewpoints/working-copy/shared-document';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import { closeWriters, connectWriter, type Writer } from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let account: Account & { cookie: string };
const editor = () => callerAt(one, account).editor.articles;
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  const member = await addMember(one, 'Editor', 'editor');
  account = { ...member, cookie: await signInAs(one, member.email) };
});
afterAll(() => one.close());
afterEach(closeWriters);

/** An article that says one word, and what connects two pages to it. */
async function draft() {
  const { id } = await editor().create({ headline: 'Before the rains' });
  const { article } = await editor().get({ id });
  const content = { ...articleContentOf(article), body: aDocument('strait') };
  await editor().save({ id, seen: article.save, content });
  return { url: one.url, articleId: id, cookie: account.cookie };
}

/** A page whose document writes as this client: Yjs puts what two write at one place in their order. */
function connectAs(at: Awaited<ReturnType<typeof draft>>, client: number): Promise<Writer> {
  const shared = emptyShared();
  shared.clientID = client;
  return connectWriter({ ...at, shared });
}

const key = () => ({ by: account.id, id: '00000000-0000-4000-8000-000000000041' });
const lineOf = ({ provider }: Writer) => provider.configuration.websocketProvider;
const goOffline = async (writer: Writer) => {
  lineOf(writer).disconnect();
  await vi.waitFor(() => expect(lineOf(writer).status).toBe('disconnected'));
};
const words = ({ shared }: Pick<Writer, 'shared'>): string[] =>
  readEverything(shared.getXmlFragment('body')).flatMap(({ content = [] }) =>
    content.map(({ text, marks = [] }) =>
      [text?.trim(), ...marks.map(({ type }) => type)].join(':'),
    ),
  );

const orders = [
  [1, 2],
  [2, 1],
] as const;

test.each(orders)(
  'a word written beside a suggestion that is made without a line is no part of it (pages %i and %i)',
  async (first, second) => {
    const at = await draft();
    const [writer, reviewer] = [await connectAs(at, first), await connectAs(at, second)];
    await goOffline(reviewer);
    expect(suggestWordDeletion(reviewer.shared, 'strait', key())).toBe(true);
    typeWord(writer.shared, 'quiet', { at: 0, isNew: false, atStart: true });
    typeWord(writer.shared, 'now', { at: 0, isNew: false, atStart: false });
    await writer.acknowledged();
    await lineOf(reviewer).connect();
    await vi.waitFor(() => expect(words(writer)).toEqual(['quiet', 'strait:deletion', 'now']));
    await reviewer.acknowledged();
    await vi.waitFor(() => expect(words(reviewer)).toEqual(words(writer)));
    const [suggestion] = await editor().suggestions.list({ articleId: at.articleId });
    expect(suggestion?.authors.map(({ id }) => id)).toEqual([account.id]);
  },
);

test('suggestions of a page that was closed without a line come in with the next one', async () => {
  const at = await draft();
  const closed = await connectAs(at, 1);
  const known = Y.encodeStateVector(closed.shared);
  await goOffline(closed);
  suggestWordDeletion(closed.shared, 'strait', key());
  typeWord(closed.shared, 'narrows', { at: 0, isNew: false, atStart: false, suggestion: key() });
  const kept = Y.encodeStateAsUpdate(closed.shared, known);
  const next = await connectAs(at, 2);
  next.provider.restore(kept);
  await next.acknowledged();
  const other = await connectAs(at, 3);
  expect(words(other)).toEqual(['strait:deletion', 'narrows:insertion']);
});
