import { inTransaction } from '@viewpoints/db/client';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { insertSource } from '@viewpoints/db/editorial/sources';
import { addSource, addTopic } from '@viewpoints/db/testing/builders';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { noMenus } from '@viewpoints/domain/menus/menu';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { entry, filedTopic, labelled, saveMenus } from '../testing/saved-menus.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
let name: string;
let round = 0;
// None has a word of another.
const names = [
  ...['Ilya Marekin', 'Petra Tolvanen', 'Odile Brandeis', 'Nuria Castellane', 'Soren Oderberg'],
  ...['Tamsin Winthrop', 'Gerta Malvik', 'Bero Kallist'],
];
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  round += 1;
  name = names[round % names.length] ?? '';
});

const shop = { kind: 'address', address: 'https://shop.example/' } as const;
const hidden = { attribution: 'chatham_house', disclosure: 'clear' } as const;
const participants = () => [{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] }];
const protectedSource = () =>
  addSource(desk.db.editorial, {
    ...{ kind: 'event', descriptor: 'a participant', terms: hidden, participants: participants() },
  });
const contentOf = (terms: { attribution: 'chatham_house' | 'on_record'; disclosure: 'clear' }) =>
  SourceContent.parse({
    ...{ slug: `talk-${round}`, kind: 'event', title: 'The dyke talks', authors: [] },
    ...{ publisher: null, issued: null, released: null, url: null, archiveUrl: null, note: '' },
    ...{ terms, descriptor: 'a participant', participants: participants() },
  });
const head = (label: string) => ({ ...noMenus, head: [labelled(shop, label)] });
const shown = async () => JSON.stringify(await desk.nobody.menus.get());
const states = async () => (await editor.call.editor.menus.get()).entries.map(({ state }) => state);

describe('a protected name', () => {
  test('is refused in a label, a heading, an address and an account elsewhere', async () => {
    await protectedSource();
    const path = encodeURIComponent(name);
    for (const [content, at] of [
      [head(`Talks with ${name}`), 'head.0.label'],
      [
        { ...noMenus, foot: [{ heading: name, entries: [labelled(shop, 'Shop')] }] },
        'foot.0.heading',
      ],
      [
        {
          ...noMenus,
          head: [labelled({ kind: 'address', address: `https://shop.example/${path}` }, 'Shop')],
        },
        'head.0.target.address',
      ],
      [{ ...noMenus, social: [`https://social.example/${path}`] }, 'social.0'],
    ] as const) {
      const { reasons } = await problemIn(saveMenus(publisher, content as typeof noMenus));
      expect(reasons[0]).toMatchObject({ code: 'protected_mention', at });
    }
    expect(await shown()).not.toContain(name);
  });

  test('is refused as the name of what an entry without a label leads to', async () => {
    const topic = await addTopic(desk.db.editorial, { name: `The ${name} papers` });
    await protectedSource();
    expect(
      await reasonsIn(saveMenus(publisher, { ...noMenus, head: [entry('topic', topic.id)] })),
    ).toEqual(['protected_mention']);
    await saveMenus(publisher, { ...noMenus, head: [entry('topic', topic.id, 'The papers')] });
  });

  test('is refused in the address of what an entry leads to, whatever its label', async () => {
    const slug = name.toLowerCase().replace(' ', '-');
    const topic = await addTopic(desk.db.editorial, { name: 'The papers', slug });
    await protectedSource();
    const { reasons } = await problemIn(
      saveMenus(publisher, { ...noMenus, head: [entry('topic', topic.id, 'Papers')] }),
    );
    expect(reasons).toMatchObject([{ code: 'protected_mention', at: 'head.0.target' }]);
  });

  test('that is one since takes the entry away, until it is called otherwise', async () => {
    await saveMenus(publisher, head(`Talks with ${name}`));
    expect(await shown()).toContain(name);
    await editor.call.editor.sources.create(contentOf(hidden));
    expect(await shown()).not.toContain(name);
    expect(await states()).toEqual(['withheld']);
    expect(await reasonsIn(saveMenus(publisher, head(`Talks with ${name}!`)))).toEqual([
      'protected_mention',
    ]);
    expect(await reasonsIn(saveMenus(publisher, head(`Talks with ${name}`)))).toEqual([
      'protected_mention',
    ]);
    await saveMenus(publisher, head('Talks'));
    expect([await states(), await shown()]).toEqual([['shown'], expect.stringContaining('Talks')]);
  });

  test('by narrower terms takes it away too, and the preview says so', async () => {
    const { id, save: seen } = await editor.call.editor.sources.create(
      contentOf({ attribution: 'on_record', disclosure: 'clear' }),
    );
    await saveMenus(publisher, head(name));
    const content = { ...contentOf(hidden), slug: `talk-${round}` };
    const effects = await publisher.call.editor.sources.effects({ id, seen, content });
    expect(JSON.stringify(effects)).toContain('menu_entry_withheld');
    expect(await shown()).toContain(name);
    await publisher.call.editor.sources.save({ id, seen, content });
    expect(await shown()).not.toContain(name);
  });

  test('that a thing comes to be called takes an entry without a label away', async () => {
    const { topic } = await filedTopic(desk, editor, `Thanks ${round}`);
    await saveMenus(publisher, {
      ...noMenus,
      ...{ head: [entry('topic', topic.id), labelled(shop, 'Shop')] },
    });
    await protectedSource();
    expect(await shown()).toContain(`Thanks ${round}`);
    const { id, save: seen, ...content } = await editor.call.editor.topics.get({ id: topic.id });
    await editor.call.editor.topics.save({ id, seen, content: { ...content, name } });
    expect(await states()).toEqual(['withheld', 'shown']);
    expect(await shown()).not.toContain(name);
  });

  test('that is protected while the menus are saved is not missed', async () => {
    const { save: seen } = await publisher.call.editor.menus.get();
    let saving: Promise<unknown> = Promise.resolve();
    await inTransaction(desk.db.editorial, async (tx) => {
      await lockNullResultNames(tx);
      await insertSource(tx, {
        ...{ id: crypto.randomUUID(), content: contentOf(hidden), at: desk.clock.now },
      });
      saving = reasonsIn(publisher.call.editor.menus.save({ seen, content: head(name) }));
      await waitForWaiting(desk.db, 1);
    });
    expect(await saving).toEqual(['protected_mention']);
    expect(await shown()).not.toContain(name);
  });
});
