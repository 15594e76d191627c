import { articleContentOf } from '@viewpoints/domain/articles/article';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { aDocument } from '@viewpoints/domain/testing/builders';
import { commentedWords } from '@viewpoints/working-copy/comment-marks';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import { closeWriters, connectWriter, type Writer } from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { origin, startTestApi, type TestApi } from '../testing/test-api.ts';

let one: TestApi;
let other: TestApi;
let call: ReturnType<typeof callerAt>;
let cookie: string;
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  other = await startTestApi({ collaboration: true, on: one.db });
  const account = await addMember(one, 'Commenter', 'editor');
  call = callerAt(one, account);
  cookie = await signInAs(one, account.email);
});
afterAll(async () => {
  await other.close();
  await one.close();
});
afterEach(closeWriters);

const soon = (look: () => void) => vi.waitFor(look, { timeout: 10_000 });
const body = aDocument('It rained hard in the north.');

async function write(): Promise<string> {
  const draft = await call.editor.articles.create({ headline: 'Rain' });
  const content = { ...articleContentOf(draft), body };
  await call.editor.articles.save({ id: draft.id, seen: draft.save, content });
  return draft.id;
}
function comment(articleId: string) {
  const { text } = documentText(body);
  const start = text.indexOf('hard');
  const quote = quoteFromRange(text, start, start + 'hard'.length);
  return call.editor.articles.comments.start({
    ...{ articleId, on: { kind: 'words', quote }, text: 'How hard?' },
  });
}
const wordsIn = ({ shared }: Writer) => [...commentedWords(shared).values()];

test('a comment is on the page of everybody, at every instance, and stays where others write', async () => {
  const articleId = await write();
  const writers = await Promise.all(
    [one, other].map(({ url }) => connectWriter({ url, articleId, cookie })),
  );
  const [first, second] = writers;
  if (!first || !second) throw new Error('there are two');
  const { id } = await comment(articleId);
  for (const writer of writers) {
    await soon(() => expect(wordsIn(writer)).toEqual(['hard']));
    await soon(() => expect(writer.said).toContainEqual({ kind: 'comments' }));
    expect(writer.content().body).toEqual(body);
  }
  await second.write({ body: aDocument('All day it rained hard in the north.') });
  await soon(() => expect(first.content().body).toEqual(second.content().body));
  expect(wordsIn(first)).toEqual(['hard']);
  const count = first.said.length;
  await call.editor.articles.comments.edit({ id, text: 'How hard, then?' });
  await soon(() => expect(first.said.slice(count)).toEqual([{ kind: 'comments' }]));
  await call.editor.articles.comments.remove({ id });
  for (const writer of writers) await soon(() => expect(wordsIn(writer)).toEqual([]));
});

test('a page may put nothing but ids into the marks of comments', async () => {
  const articleId = await write();
  const writer = await connectWriter({ url: one.url, articleId, cookie });
  const [paragraph] = writer.shared.getXmlFragment('body').toArray();
  const [words] = paragraph instanceof Y.XmlElement ? paragraph.toArray() : [];
  if (!(words instanceof Y.XmlText)) throw new Error('there is a paragraph');
  words.format(0, 2, { 'comment--AAAAAAAA': { id: 'words that nobody is to see' } });
  await soon(() => expect(writer.said.some(({ kind }) => kind === 'refused')).toBe(true));
});

test('a page of a version that knows no comments cannot connect', async () => {
  const articleId = await write();
  const address = `${one.url.replace('http', 'ws')}/collaboration/${articleId}`;
  const socket = new WebSocket(address, { headers: { origin, cookie } });
  const status = await new Promise((resolve) => {
    socket.on('error', () => {});
    socket.on('open', () => resolve(101));
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
  });
  socket.terminate();
  expect(status).toBe(404);
});
