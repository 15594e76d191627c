import { inTransaction } from '@viewpoints/db/client';
import { addArticle, addTopic, paragraphs } from '@viewpoints/db/testing/builders';
import { noMenus } from '@viewpoints/domain/menus/menu';
import { announceArticle } from '@viewpoints/published/changes/announce';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entry, filedTopic, saveMenus } from '../testing/saved-menus.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { publishPage, writePage } from '../testing/written-page.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
let stop: () => Promise<void>;
const heard: string[] = [];
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
  stop = await listenForChanges(desk.db.readerUrl, {
    ...{ onChange: (tags) => heard.push(...tags), onUp: () => {}, onDown: () => {} },
  });
});
afterAll(async () => {
  await stop();
  await desk.close();
});

/** Whether some work announces other menus, which every page carries. */
async function changesMenus(work: () => Promise<unknown>): Promise<boolean> {
  const quiet = async () => {
    const mark = `slug:mark-${Math.random()}` as const;
    await inTransaction(desk.db.editorial, (tx) => notifyChanged(tx, [mark]));
    await vi.waitFor(() => expect(heard).toContain(mark), { timeout: 5_000 });
  };
  await quiet();
  heard.length = 0;
  await work();
  await quiet();
  return heard.includes('menus');
}
const db = () => desk.db.editorial;
const fileUnder = async (topicId: string, visibleFrom = desk.clock.now) => {
  const article = await addArticle(db(), {
    ...{ by: editor.account.id, topicIds: [topicId], body: paragraphs('The locks close.') },
  });
  await publish(db(), article.id, { at: desk.clock.now, visibleFrom });
  return article;
};

describe('the menus are announced', () => {
  test('when they are saved, and not when nothing in them is other', async () => {
    const { topic } = await filedTopic(desk, editor, 'Harbours');
    const content = { ...noMenus, head: [entry('topic', topic.id)] };
    expect(await changesMenus(() => saveMenus(publisher, content))).toBe(true);
    expect(await changesMenus(() => saveMenus(publisher, content))).toBe(false);
  });

  test('when what an entry leads to comes, is renamed, moves or goes, and not when it is written under', async () => {
    const topic = await addTopic(db(), { name: 'Ferries' });
    const page = await writePage(editor, { title: 'Our crew' });
    await saveMenus(publisher, {
      ...{ ...noMenus, head: [entry('topic', topic.id), entry('page', page.id)] },
    });
    const draft = await addArticle(db(), {
      ...{ by: editor.account.id, topicIds: [topic.id], body: paragraphs('Ferries run.') },
    });
    const out = () => publish(db(), draft.id, { at: desk.clock.now });
    expect(await changesMenus(out)).toBe(true);
    expect(await changesMenus(() => fileUnder(topic.id))).toBe(false);
    const first = () => publishPage(page, { author: editor, publisher });
    expect(await changesMenus(first)).toBe(true);
    const { articles, topics } = publisher.call.editor;
    expect(await changesMenus(() => articles.place({ id: page.id, parent: 'about' }))).toBe(true);
    const { id, save: seen, ...content } = await topics.get({ id: topic.id });
    const rename = () => topics.save({ id, seen, content: { ...content, name: 'Ferry lines' } });
    expect(await changesMenus(rename)).toBe(true);
    const why = 'The crew was that of another ship.';
    expect(await changesMenus(() => articles.retract({ id: page.id, why }))).toBe(true);
    expect(await changesMenus(() => articles.archive({ id: draft.id }))).toBe(false);
  });

  test('when an embargo ends that kept an entry from readers, and not at that of another', async () => {
    const topic = await addTopic(db(), { name: 'Canals' });
    await saveMenus(publisher, { ...noMenus, head: [entry('topic', topic.id)] });
    const later = new Date(desk.clock.now.getTime() + 3_600_000);
    const first = await fileUnder(topic.id, later);
    const second = await fileUnder(topic.id, new Date(later.getTime() + 3_600_000));
    const at = (hours: number) => new Date(desk.clock.now.getTime() + hours * 3_600_000);
    const announce = (id: string, hours: number) =>
      changesMenus(() => inTransaction(db(), (tx) => announceArticle(tx, id, at(hours))));
    expect(await announce(first.id, 0.5)).toBe(false);
    expect(await announce(first.id, 1.1)).toBe(true);
    expect(await announce(second.id, 2.1)).toBe(false);
  });
});
