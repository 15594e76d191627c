import { addActor, addArticle } from '@viewpoints/db/testing/builders';
import { noMenus } from '@viewpoints/domain/menus/menu';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entry, filedTopic, labelled, saveMenus } from '../testing/saved-menus.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { publishPage, writePage } from '../testing/written-page.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
let contributor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
  contributor = await desk.person('contributor');
});
afterAll(() => desk.close());

const read = () => desk.nobody.menus.get();
const labels = async () => (await read()).head.map(({ label }) => label);
const save = (content: Parameters<typeof saveMenus>[1]) => saveMenus(publisher, content);
const states = async () =>
  (await editor.call.editor.menus.get()).entries.map(({ at, name, state }) => [at, name, state]);

const publicTopic = (name: string) => filedTopic(desk, editor, name);

describe('without an editor', () => {
  test('the head has the topics and the foot what every journal has', async () => {
    const { topic } = await publicTopic('Rivers');
    const { head, foot, social, edited } = await read();
    expect(head.map(({ label, href }) => [label, href])).toEqual([
      ['Rivers', `/topics/${topic.slug}`],
      ['Findings', '/findings'],
      ['Archive', '/archive'],
      ['Corrections', '/corrections'],
    ]);
    expect(foot.map(({ heading, entries }) => [heading, entries.map(({ href }) => href)])).toEqual([
      [
        '',
        [
          ...['/about', '/about/attribution', '/about/privacy', '/about/accessibility'],
          ...['/corrections', '/findings', '/archive'],
        ],
      ],
    ]);
    expect([social, edited]).toEqual([[], { head: false, foot: false }]);
  });
});

describe('the menus', () => {
  test('say in their order what an editor put there, by its name or its own label', async () => {
    const { topic } = await publicTopic('Harbours');
    const page = await writePage(editor, { title: 'Who we are', parent: 'about' });
    await publishPage(page, { author: editor, publisher });
    const saved = await save({
      head: [
        entry('page', page.id),
        entry('topic', topic.id, 'Ports'),
        labelled({ kind: 'address', address: 'https://shop.example/' }, 'Shop'),
      ],
      foot: [{ heading: 'The journal', entries: [labelled({ kind: 'built_in', name: 'about' })] }],
      social: ['https://social.example/@causeway', 'https://www.youtube.com/@causeway'],
    });
    expect(saved.entries.every(({ state }) => state === 'shown')).toBe(true);
    expect(await read()).toEqual({
      head: [
        { kind: 'page', label: 'Who we are', href: '/about/who-we-are', language: 'en' },
        { kind: 'topic', label: 'Ports', href: `/topics/${topic.slug}`, language: null },
        { kind: 'address', label: 'Shop', href: 'https://shop.example/', language: null },
      ],
      foot: [
        {
          heading: 'The journal',
          entries: [{ kind: 'built_in', label: 'About', href: '/about', language: null }],
        },
      ],
      social: [
        { site: 'Mastodon', address: 'https://social.example/@causeway' },
        { site: 'YouTube', address: 'https://www.youtube.com/@causeway' },
      ],
      edited: { head: true, foot: true },
    });
    const [record] = await desk.db.sql(
      `select action, subject_kind, details from audit_record where action = 'menus.save'`,
    );
    expect(record).toMatchObject({
      ...{ action: 'menus.save', subject_kind: 'journal' },
      details: { head: 3, foot: 1, social: 2 },
    });

    await editor.call.editor.articles.place({ id: page.id, parent: null }).catch(() => {});
    await publisher.call.editor.articles.place({ id: page.id, parent: null });
    const { save: seen } = await editor.call.editor.topics.get({ id: topic.id });
    const { id: _, save: __, ...content } = topic;
    await editor.call.editor.topics.save({
      ...{ id: topic.id, seen, content: { ...content, slug: 'ports-and-quays' } },
    });
    expect((await read()).head.map(({ href }) => href)).toEqual([
      ...['/who-we-are', '/topics/ports-and-quays', 'https://shop.example/'],
    ]);
  });

  test('have no trace of what readers may not see, and say to editors why', async () => {
    const { topic, article } = await publicTopic('Fords');
    const hidden = await addActor(desk.db.editorial, { name: 'The Hidden League' });
    const draft = await addArticle(desk.db.editorial, {
      ...{ by: editor.account.id, headline: 'Not out yet' },
    });
    await save({
      ...noMenus,
      head: [
        ...[entry('topic', topic.id), entry('article', article.id, 'The long read')],
        ...[entry('actor', hidden.id), entry('article', draft.id, 'Soon')],
        labelled({ kind: 'built_in', name: 'subscribe' }),
      ],
      foot: [{ heading: 'Soon', entries: [entry('article', draft.id)] }],
    });
    expect(await labels()).toEqual(['Fords', 'The long read']);
    expect((await read()).edited).toEqual({ head: true, foot: false });
    expect(JSON.stringify(await read())).not.toMatch(/Soon|Hidden|Not out/);
    expect(await states()).toEqual([
      ['head.0', 'Fords', 'shown'],
      ['head.1', article.headline, 'shown'],
      ['head.2', 'The Hidden League', 'not_named'],
      ['head.3', 'Not out yet', 'not_published'],
      ['head.4', 'Subscribe', 'switched_off'],
      ['foot.0.entries.0', 'Not out yet', 'not_published'],
    ]);

    await publisher.call.editor.articles.archive({ id: article.id });
    expect((await read()).edited.head).toBe(false);
    expect((await states()).slice(0, 2)).toEqual([
      ['head.0', 'Fords', 'not_named'],
      ['head.1', article.headline, 'archived'],
    ]);
  });

  test('drop a retracted page, and have it again under its id', async () => {
    const page = await writePage(editor, { title: 'Our money' });
    await publishPage(page, { author: editor, publisher });
    await save({ ...noMenus, head: [entry('page', page.id)] });
    expect(await labels()).toEqual(['Our money']);
    await publisher.call.editor.articles.retract({
      ...{ id: page.id, why: 'The figures were those of another year.' },
    });
    expect((await read()).edited.head).toBe(false);
    expect(await states()).toEqual([['head.0', 'Our money', 'retracted']]);
  });

  test('are saved over the save that was seen, and by publishers', async () => {
    const { save: seen } = await publisher.call.editor.menus.get();
    const { topic } = await publicTopic('Weirs');
    const content = { ...noMenus, head: [entry('topic', topic.id)] };
    const tries = await Promise.allSettled(
      [0, 1].map((label) =>
        publisher.call.editor.menus.save({
          ...{ seen, content: { ...content, head: [entry('topic', topic.id, `By ${label}`)] } },
        }),
      ),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await problemIn(publisher.call.editor.menus.save({ seen, content }))).code).toBe(
      'stale',
    );
    expect((await problemIn(editor.call.editor.menus.save({ seen, content }))).code).toBe(
      'not_permitted',
    );
    expect((await problemIn(contributor.call.editor.menus.get())).code).toBe('not_permitted');
  });

  test('refuse what is no address, what is not there, and too much', async () => {
    const { topic } = await publicTopic('Dams');
    const of = (content: object) =>
      problemIn(save({ ...noMenus, ...content } as Parameters<typeof save>[0]));
    for (const address of [
      'http://shop.example/',
      'javascript:alert(1)',
      'https://a:b@shop.example',
    ])
      expect((await of({ head: [labelled({ kind: 'address', address }, 'Shop')] })).code).toBe(
        'invalid_input',
      );
    expect(
      (await of({ head: [labelled({ kind: 'address', address: 'https://shop.example/' })] })).code,
    ).toBe('invalid_input');
    expect((await of({ head: [entry('topic', topic.id), entry('topic', topic.id)] })).code).toBe(
      'invalid_input',
    );
    const gone = save({ ...noMenus, head: [entry('topic', crypto.randomUUID())] });
    expect(await reasonsIn(gone)).toEqual(['menu_target_gone']);
    // Of another kind than it is.
    const other = save({ ...noMenus, head: [entry('issue', topic.id)] });
    expect(await reasonsIn(other)).toEqual(['menu_target_gone']);
  });
});
