import { addTopic } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { readShared, writeShared } from '@viewpoints/working-copy/shared-content';
import {
  changeOf,
  changeShared,
  joinChanges,
  type SharedDocument,
  sharedFrom,
} from '@viewpoints/working-copy/shared-document';
import { writeBlockChange } from '@viewpoints/working-copy/suggestions/suggestion';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { ProblemError } from '../problem.ts';
import { decisionInput, newSuggestion, writeAtPage } from '../testing/suggest-changes.ts';
import { openSession, openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { writeArticle } from '../testing/written-article.ts';
import { openShared } from './open-shared.ts';
import { storeUpdates, type WrittenUpdate } from './store-updates.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

let clients = 1;
type Content = NonNullable<ReturnType<typeof readShared>['data']>;

const store = (id: string, ...updates: WrittenUpdate[]) =>
  storeUpdates({ editorial: desk.db.editorial, now: () => desk.clock.now }, id, updates);
const open = async (id: string): Promise<SharedDocument> => {
  const { state } = await openShared({ editorial: desk.db.editorial }, id);
  const shared = sharedFrom(state, []);
  // A page writes as itself, not as the server.
  shared.clientID = clients++;
  return shared;
};
const change = (shared: SharedDocument, next: Partial<Content>): Uint8Array => {
  const { data } = readShared(shared);
  if (data === undefined) throw new Error('it cannot be read');
  return changeShared(shared, { ...data, ...next });
};
const read = async (id: string) => (await editor.call.editor.articles.get({ id })).article;
const reasonsOf = (work: Promise<unknown>) =>
  work.then(
    () => ['stored'],
    (error: unknown) => (error as ProblemError).reasons.map(({ code }) => code),
  );

/** The first text of a shared document that has these words. */
function textWith(part: Y.XmlFragment, words: string): Y.XmlText {
  const visit = (each: Y.XmlFragment): Y.XmlText[] =>
    each
      .toArray()
      .flatMap((child) =>
        child instanceof Y.XmlText ? [child] : child instanceof Y.XmlElement ? visit(child) : [],
      );
  const found = visit(part).find((text) => text.toString().includes(words));
  if (found === undefined) throw new Error(`“${words}” is in no text`);
  return found;
}
const typeBehind = (shared: SharedDocument, words: string, letters: string): Uint8Array =>
  changeOf(shared, () => {
    const text = textWith(shared.getXmlFragment('body'), words);
    text.insert(text.toString().indexOf(words) + words.length, letters);
  });
const list = (...words: string[]) => ({
  type: 'bulletList',
  content: words.map((text) => ({
    type: 'listItem',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })),
});

describe('letters that come after the text around them was deleted', () => {
  const listed = async () => {
    const { id, save } = await writeArticle(desk.db.editorial, author);
    const content = articleContentOf(await read(id));
    const body = Document.parse({ type: 'doc', content: [list('Rain', 'Hail', 'Snow', 'Wind')] });
    await author.call.editor.articles.save({ id, seen: save, content: { ...content, body } });
    return id;
  };
  const words = async (id: string) => documentText((await read(id)).body).text;

  test('are in the text where an accepted move has written it again: a later item of the list', async () => {
    const id = await listed();
    const key = newSuggestion(editor);
    await writeAtPage(desk, editor, id, (shared) => {
      const block = textWith(shared.getXmlFragment('body'), 'Snow').parent as Y.XmlElement;
      const to = { type: 'paragraph', attrs: {}, move: { within: [], shared: 0 } };
      block.setAttribute('suggestedChange', writeBlockChange(key, to));
    });
    const page = await open(id);
    await editor.call.editor.articles.suggestions.accept({
      ...{ articleId: id, suggestions: await decisionInput(editor, id, [key]) },
    });
    expect(await words(id)).toBe('Rain Hail Snow Wind');
    const sessionId = await openSession(desk, author);
    const first = await store(id, { sessionId, update: typeBehind(page, 'Wind', 'y') });
    // The page goes on before it has heard of any of it, in one change with what is elsewhere.
    const next = joinChanges([typeBehind(page, 'Windy', ' days'), typeBehind(page, 'Rain', 's')]);
    const second = await store(id, { sessionId, update: next });
    expect([first.notTaken, second.notTaken]).toEqual([[[]], [[]]]);
    expect(await words(id)).toBe('Rains Hail Snow Windy days');
    const { data } = readShared(await open(id));
    expect(data && documentText(data.body).text).toBe('Rains Hail Snow Windy days');
    expect((await read(id)).savedBy).toBe(author.account.id);
  });

  test('are reported to their writer, and nothing else of the change is lost, if the text is gone', async () => {
    const id = await listed();
    const page = await open(id);
    await writeAtPage(desk, editor, id, (shared) => {
      (shared.getXmlFragment('body').get(0) as Y.XmlElement).delete(3, 1);
    });
    const update = joinChanges([typeBehind(page, 'Wind', 'y'), typeBehind(page, 'Rain', 's')]);
    const sessionId = await openSession(desk, author);
    const other = { sessionId, update: change(await open(id), { headline: 'Rain' }) };
    const { notTaken } = await store(id, { sessionId, update }, other);
    expect(notTaken).toEqual([['y'], []]);
    expect(await words(id)).toBe('Rains Hail Snow');
  });
});

describe('changes of a shared document', () => {
  test('are by who is signed in at the session of each', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    const [mine, theirs] = [await open(id), await open(id)];
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    await store(
      id,
      { sessionId: await openSession(desk, author), update: change(mine, { section: 'Talks' }) },
      { sessionId: await openSession(desk, editor), update: change(theirs, { headline: 'Rain' }) },
    );
    expect(await read(id)).toMatchObject({ section: 'Talks', headline: 'Rain' });
    const changes = await desk.db.editorial.articleChange.findMany({
      where: { articleId: id, save: { gt: 2 } },
      orderBy: { save: 'asc' },
    });
    expect(changes.map(({ byId, fields }) => [byId, fields])).toEqual([
      [author.account.id, ['section']],
      [editor.account.id, ['headline']],
    ]);
  });

  test('that build on one that was not stored are refused', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    const shared = await open(id);
    const sessionId = await openSession(desk, await desk.person('editor'));
    change(shared, { section: 'Talks' });
    const update = change(shared, { headline: 'Rain' });
    expect(await reasonsOf(store(id, { sessionId, update }))).toEqual(['incomplete']);
  });

  test('are refused once the session has ended', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    const update = change(await open(id), { headline: 'Rain' });
    const sessionId = await openSession(desk, await desk.person('editor'));
    await desk.db.sql('delete from session where id = $1', [sessionId]);
    expect(await reasonsOf(store(id, { sessionId, update }))).toEqual(['session_ended']);
    expect((await read(id)).headline).toBe('Before the rains');
  });

  test('are stored, and are no save, where the article says the same', async () => {
    const { id, save } = await writeArticle(desk.db.editorial, author);
    const sessionId = await openSession(desk, await desk.person('editor'));
    const [shared, other] = [await open(id), await open(id)];
    const spaced: Uint8Array[] = [];
    shared.on('update', (update: Uint8Array) => spaced.push(update));
    shared.getText('headline').insert(16, ' ');
    for (const update of spaced) await store(id, { sessionId, update });
    expect((await read(id)).save).toBe(save);
    const now = await open(id);
    expect(now.getText('headline').toString()).toBe('Before the rains ');
    expect(other.getText('headline').toString()).toBe('Before the rains');
  });

  test('have what is named twice once, also in the document', async () => {
    const { id } = await writeArticle(desk.db.editorial, author);
    const sessionId = await openSession(desk, await desk.person('editor'));
    const topic = await addTopic(desk.db.editorial);
    const shared = await open(id);
    const updates: Uint8Array[] = [];
    shared.on('update', (update: Uint8Array) => updates.push(update));
    const { data } = readShared(shared);
    if (data) writeShared(shared, { ...data, topicIds: [topic.id, topic.id] });
    for (const update of updates) await store(id, { sessionId, update });
    expect((await read(id)).topicIds).toEqual([topic.id]);
    expect(readShared(await open(id)).data?.topicIds).toEqual([topic.id]);
  });
});
