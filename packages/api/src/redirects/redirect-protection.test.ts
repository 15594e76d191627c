import { addSource } from '@viewpoints/db/testing/builders';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { findRedirect } from '@viewpoints/published/query/find-address';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { someAddress } from '../testing/redirect-changes.ts';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
let publisher: Person;
let name: string;
let round = 0;
// None has a word of another.
const names = [
  ...['Ilya Marekin', 'Petra Tolvanen', 'Odile Brandeis', 'Nuria Castellane', 'Soren Oderberg'],
  ...['Tamsin Winthrop', 'Gerta Malvik', 'Bruno Aldous', 'Hedda Quillfeather'],
];
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
  publisher = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  name = names[round] ?? '';
  round += 1;
});

const calls = () => publisher.call.editor.redirects;
const add = (from: string, to: string) => calls().add({ content: { from, to } });
const led = (target: string) => findRedirect(desk.db.reader, target);
const slug = () => name.toLowerCase().replaceAll(' ', '-');
const hidden = { attribution: 'chatham_house', disclosure: 'clear' } as const;
const open = { attribution: 'on_record', disclosure: 'clear' } as const;
const participants = () => [
  { ...{ id: crypto.randomUUID(), name, affiliation: '', alsoProtected: [] } },
];
const protect = () =>
  addSource(desk.db.editorial, {
    ...{ kind: 'event', descriptor: 'a participant', terms: hidden },
    participants: participants(),
  });
const sourceContent = (terms: typeof hidden | typeof open = hidden) =>
  SourceContent.parse({
    ...{ slug: `talk-${round}`, kind: 'event', title: 'The dyke talks', authors: [] },
    ...{ publisher: null, issued: null, released: null, url: null, archiveUrl: null, note: '' },
    ...{ terms, descriptor: 'a participant', participants: participants() },
  });
const notesOf = async (q: string) =>
  (await calls().list({ q })).items.map(({ from, notes }) => [from, notes.includes('protected')]);

describe('a protected name', () => {
  test.each([
    ['from', () => [`/talks-with-${slug()}`, '/articles/a']],
    ['to', () => ['/talks', `/articles/talks-with-${slug()}`]],
    ['to', () => ['/talks', `https://elsewhere.example/?who=${encodeURIComponent(name)}`]],
    [
      'from',
      () => [`/who/${[...name].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('')}`, '/a'],
    ],
  ] as const)(
    'keeps a redirect from being written, in the field “%s”',
    async (field, addresses) => {
      await protect();
      const [from = '', to = ''] = addresses();
      const { reasons } = await problemIn(add(from, to));
      expect(reasons.map(({ code, at }) => [code, at])).toContainEqual([
        ...['protected_mention', `redirect.${field}`],
      ]);
      const csv = `${someAddress()},/articles/a\n"${from}","${to}"\n`;
      const { reasons: ofFile } = await problemIn(calls().import({ csv }));
      expect(ofFile[0]).toMatchObject({ code: 'protected_mention', at: 'lines.2' });
    },
  );

  test('takes the redirects away that mention it once a source is entered, with those that lead to them', async () => {
    const [before, through] = [someAddress(), someAddress()];
    await add(`/visit-of-${slug()}`, '/articles/a');
    await add(through, `/articles/on-${slug()}`);
    await add(before, through);
    await add(`${before}-not`, '/articles/a');
    await editor.call.editor.sources.create(sourceContent());
    for (const each of [`/visit-of-${slug()}`, through, before]) expect(await led(each)).toBeNull();
    expect(await led(`${before}-not`)).toBe('/articles/a');
    expect(await notesOf(before)).toEqual([
      [before, true],
      [`${before}-not`, false],
    ]);
    // What leads on to a hidden one would tell what that says.
    expect(await reasonsIn(add(someAddress(), through))).toEqual(['protected_mention']);
    const [item] = (await calls().list({ q: through })).items.filter(
      ({ from }) => from === through,
    );
    const content = { from: through, to: '/articles/b' };
    await calls().save({ id: item?.id ?? '', seen: item?.save ?? 0, content });
    expect(await led(through)).toBe('/articles/b');
    // The one that led to it stays hidden until somebody looks at it.
    expect(await led(before)).toBeNull();
  });

  test('does so when a source narrows that nothing rests on, which is said before', async () => {
    const content = sourceContent(open);
    const { id, save: seen } = await editor.call.editor.sources.create(content);
    await add(`/visit-of-${slug()}`, '/articles/a');
    const narrower = { ...content, terms: hidden };
    const saved = await editor.call.editor.sources.save({ id, seen, content: narrower });
    expect(saved.hidden.redirects).toHaveLength(1);
    expect(await led(`/visit-of-${slug()}`)).toBeNull();
  });

  test('that the terms of one finding protect keeps its article back until the redirect is gone', async () => {
    const people = participants();
    const source = await addSource(desk.db.editorial, {
      ...{ kind: 'event', title: 'The dyke talks', terms: open, participants: people },
    });
    const redirect = await add(`/visit-of-${slug()}`, '/articles/a');
    const { article } = await writeWithFinding(desk.db.editorial, editor, {
      attribution: {
        ...{ sourceId: source.id, terms: 'background', descriptor: 'an envoy' },
        participantId: people[0]?.id ?? null,
      },
      holders: [{ actorId: null, wording: 'an envoy', basis: 'sources_own' }],
    });
    const revisionId = await approve(article.id, editor, publisher);
    const publish = () => publisher.call.editor.articles.publish({ id: article.id, revisionId });
    expect(await reasonsIn(publish())).toContain('protected_mention');
    await calls().remove({ id: redirect.id });
    await publish();
  });
});
