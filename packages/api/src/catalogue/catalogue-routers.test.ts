import { newId } from '@viewpoints/db/editorial/new-id';
import { addActor, addPlace, addSeries } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  openTestDesk,
  type Person,
  problemIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { findingContent, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  editor = await desk.person('editor');
});
afterAll(() => desk.close());

type Stored = { id: string; slug: string; name: string; save: number };
type Named = { slug: string; name: string };

/** The common procedures of all kinds. */
type Procedures = {
  list: (input: { q?: string; limit?: number; cursor?: string | null }) => Promise<{
    items: Stored[];
    nextCursor: string | null;
  }>;
  get: (input: { id: string }) => Promise<Stored>;
  create: (content: Named) => Promise<Stored>;
  save: (input: { id: string; seen: number; content: Named }) => Promise<Stored>;
  remove: (input: { id: string }) => Promise<{ id: string }>;
};

const kinds: Record<string, (call: Caller['editor']) => Procedures> = {
  actor: ({ actors }) => ({
    list: (input) => actors.list(input),
    get: (input) => actors.get(input),
    remove: (input) => actors.remove(input),
    create: (content) => actors.create({ ...content, kind: 'group' }),
    save: ({ content, ...seen }) =>
      actors.save({ ...seen, content: { ...content, kind: 'group' } }),
  }),
  author: ({ authors }) => authors,
  issue: ({ issues }) => issues,
  place: ({ places }) => places,
  series: ({ series }) => series,
  topic: ({ topics }) => topics,
};

describe.each(Object.entries(kinds))('the catalogue of kind %s', (kind, proceduresOf) => {
  const procedures = () => proceduresOf(editor.call.editor);
  const audit = (id: string) =>
    desk.db.sql('select action from audit_record where subject_id = $1 order by action', [id]);

  test('gives an entry back as it was created, saved and removed, and records each', async () => {
    const created = await procedures().create({ slug: 'halden', name: 'Halden' });
    expect(created).toMatchObject({ slug: 'halden', name: 'Halden', save: 1 });
    const { id } = created;
    const content = { slug: 'halden', name: 'Halden town' };
    const saved = await procedures().save({ id, seen: 1, content });
    expect(saved).toMatchObject({ id, ...content, save: 2 });
    expect(await procedures().get({ id })).toMatchObject(saved);
    expect(await procedures().remove({ id })).toEqual({ id });
    expect(await problemIn(procedures().get({ id }))).toMatchObject({ code: 'not_found' });
    expect(await audit(id)).toEqual([
      { action: `${kind}.create` },
      { action: `${kind}.edit` },
      { action: `${kind}.remove` },
    ]);
  });

  test('refuses to overwrite another’s save, which stays', async () => {
    const { id } = await procedures().create({ slug: 'maren', name: 'Maren' });
    await procedures().save({ id, seen: 1, content: { slug: 'maren', name: 'Theirs' } });
    const stale = procedures().save({ id, seen: 1, content: { slug: 'maren', name: 'Mine' } });
    expect(await problemIn(stale)).toMatchObject({
      code: 'stale',
      reasons: [{ code: 'stale', details: { save: 2, seen: 1 } }],
    });
    expect(await procedures().get({ id })).toMatchObject({ name: 'Theirs', save: 2 });
  });

  test('takes what is already there for no change', async () => {
    const { id } = await procedures().create({ slug: 'osk', name: 'Osk' });
    const same = await procedures().save({ id, seen: 9, content: { slug: 'osk', name: 'Osk' } });
    expect(same.save).toBe(1);
    expect(await audit(id)).toEqual([{ action: `${kind}.create` }]);
  });

  test('is searched, and read page by page', async () => {
    for (const name of ['Quay one', 'Quay two', 'Quay three'])
      await procedures().create({ slug: name.toLowerCase().replace(' ', '-'), name });
    const first = await procedures().list({ q: 'quay', limit: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['Quay one', 'Quay three']);
    const second = await procedures().list({ q: 'quay', limit: 2, cursor: first.nextCursor });
    expect(second.items.map(({ name }) => name)).toEqual(['Quay two']);
    expect(second.nextCursor).toBeNull();
  });

  test('knows nothing of an id that no entry has', async () => {
    const id = newId();
    const content = { slug: 'nobody', name: 'Nobody' };
    expect(await problemIn(procedures().get({ id }))).toMatchObject({ code: 'not_found' });
    expect(await problemIn(procedures().remove({ id }))).toMatchObject({ code: 'not_found' });
    expect(await problemIn(procedures().save({ id, seen: 1, content }))).toMatchObject({
      code: 'not_found',
    });
  });
});

test('an entry that something refers to cannot be removed', async () => {
  const whole = await addActor(desk.db.editorial);
  await addActor(desk.db.editorial, { partOfId: whole.id });
  const problem = await problemIn(editor.call.editor.actors.remove({ id: whole.id }));
  expect(problem).toMatchObject({
    code: 'in_use',
    reasons: [{ code: 'in_use', details: { kind: 'actor' } }],
  });
});

test('a place that a finding names cannot be removed', async () => {
  const place = await addPlace(desk.db.editorial);
  const article = await writeArticle(desk.db.editorial, editor);
  const { findings, places } = editor.call.editor;
  const content = findingContent(article, { placeIds: [place.id] });
  await findings.propose({ articleId: article.id, seen: article.save, content });
  expect(await problemIn(places.remove({ id: place.id }))).toMatchObject({
    code: 'in_use',
    reasons: [{ code: 'in_use', details: { kind: 'place' } }],
  });
});

test('the note on an actor is read by those alone who edit actors', async () => {
  const { id } = await addActor(desk.db.editorial, { name: 'Selk', note: 'Met in May.' });
  const contributor = await desk.person('contributor');
  const notesFor = async ({ call }: Person) => [
    (await call.editor.actors.get({ id })).note,
    ...(await call.editor.actors.list({ q: 'Selk' })).items.map(({ note }) => note),
  ];
  expect(await notesFor(editor)).toEqual(['Met in May.', 'Met in May.']);
  expect(await notesFor(contributor)).toEqual(['', '']);
});

test('a series returns the number that its next part would have', async () => {
  const { id } = await addSeries(desk.db.editorial);
  const next = async () => (await editor.call.editor.series.get({ id })).nextPart;
  expect(await next()).toBe(1);
  const { articles } = editor.call.editor;
  const article = await articles.create({ headline: 'The fourth part' });
  const content = { ...articleContentOf(article), series: { seriesId: id, part: 4 } };
  await articles.save({ id: article.id, seen: article.save, content });
  expect(await next()).toBe(5);
});
