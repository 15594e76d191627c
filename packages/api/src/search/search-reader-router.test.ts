import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addPlace,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { Stance } from '@viewpoints/domain/findings/finding-fields';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from '../problem.ts';
import { createReaderCaller, type ReaderCaller, type ReaderCalls } from '../reader-caller.ts';

let db: TestDatabase;
let door: ReaderCaller;
let read: ReaderCalls;
let tags: string[] = [];
let article: { id: string; slug: string; topic: { slug: string; name: string } };
let account: string;
let finding: { id: string };
const log = { debug() {}, info() {}, warn() {}, error() {} };

beforeAll(async () => {
  db = await createTestDatabase();
  door = createReaderCaller({ databaseUrl: db.readerUrl, log });
  read = door.calls((shown) => tags.push(...shown));
  const by = (await addAccount(db.editorial)).id;
  account = by;
  const actor = await addActor(db.editorial, { name: 'The Marsh Council', slug: 'marsh-council' });
  const issue = await addIssue(db.editorial, { name: 'Shared water', slug: 'shared-water' });
  const topic = await addTopic(db.editorial, { name: 'Rivers and rights' });
  const written = await addArticle(db.editorial, {
    ...{ by, headline: 'Sluices before borders', genre: 'analysis', topicIds: [topic.id] },
    body: paragraphs('Nothing was signed. The sluices of Ostrava stay open until spring.'),
  });
  article = { ...written, topic };
  finding = await addFinding(db.editorial, written, {
    ...{
      by,
      proposition: 'The Marsh Council would share the sluices',
      stance: 'open_to',
      saidIn: 'fa-AF',
    },
    quote: 'The sluices of Ostrava stay open until spring.',
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    issueIds: [issue.id],
  });
  await publish(db.editorial, article.id, { at: new Date('2021-02-03T09:00:00.000Z') });
});
afterAll(async () => {
  await door.close();
  await db.drop();
});

describe('a search', () => {
  it('given words, then what has them, with the match in its sentence, and counts', async () => {
    tags = [];
    const found = await read.search.query({ q: 'sluice' });
    expect(found).toMatchObject({
      total: 2,
      capped: false,
      nextCursor: null,
      ignored: [],
      names: [],
    });
    const [first, second] = found.items;
    expect(first).toMatchObject({
      ...{ kind: 'article', marks: [[0, 7]] },
      excerpt: { text: 'The sluices of Ostrava stay open until spring.', marks: [[4, 11]] },
    });
    expect(second).toMatchObject({
      kind: 'finding',
      finding: { stance: 'open_to' },
      marks: [[34, 41]],
    });
    expect(found.facets).toMatchObject({
      kind: [
        { value: 'article', count: 1 },
        { value: 'finding', count: 1 },
      ],
      actor: [{ value: 'marsh-council', name: 'The Marsh Council', count: 2 }],
      issue: [{ value: 'shared-water', name: 'Shared water', count: 2 }],
      stance: [{ value: 'open_to', count: 1 }],
      saidIn: [{ value: 'fa-AF', count: 1 }],
      year: [{ value: '2021', count: 2 }],
    });
    expect(tags).toEqual(
      expect.arrayContaining([
        ...['list:articles', 'list:findings', `article:${article.id}`, `finding:${finding.id}`],
      ]),
    );
  });

  it('given a name, then its page with the results; narrowed to actors, that alone', async () => {
    const found = await read.search.query({ q: 'marsh council' });
    expect(found.names).toEqual([
      {
        kind: 'actor',
        slug: 'marsh-council',
        name: 'The Marsh Council',
        about: '',
        marks: [
          [4, 9],
          [10, 17],
        ],
      },
    ]);
    const alone = await read.search.query({ q: 'marsh', kind: 'actor' });
    expect([alone.names.length, alone.items.length]).toEqual([1, 0]);
  });

  it('given fields and filters, then both hold', async () => {
    const total = async (q: string, filter = {}) =>
      (await read.search.query({ q, ...filter })).total;
    expect(await total('actor:"marsh council" sluices')).toBe(2);
    expect(await total('actor:marsh-council kind:finding')).toBe(1);
    expect(await total('actor:nobody sluices')).toBe(0);
    expect(await total('author:"???"')).toBe(0);
    expect(await total('in:title sluices lang:en after:2021 before:2022')).toBe(2);
    expect(await total('after:2022')).toBe(0);
    expect(await total('before:2022 -spring')).toBe(0);
    expect(await total('', { stance: 'open_to', issue: 'shared-water' })).toBe(1);
    expect(await total('sluices', { language: 'fr' })).toBe(0);
    expect(await total('sluices said:fa-af')).toBe(1);
    expect(await total('sluices', { saidIn: 'fa-AF' })).toBe(1);
    expect(await total('sluices said:ps')).toBe(0);
    const said = async (saidIn: string) =>
      (await read.findings.list({ saidIn })).items.map(({ id }) => id);
    expect(await said('fa-AF')).toEqual([finding.id]);
    expect(await said('ps')).toEqual([]);
    expect(await total('sluices', { year: 2021, genre: 'analysis' })).toBe(2);
  });

  it('given what it is narrowed to, then what that is called, though nothing is found', async () => {
    const filters = { topic: article.topic.slug, actor: 'marsh-council', issue: 'shared-water' };
    expect(await read.search.query({ q: 'xylophone', ...filters })).toMatchObject({
      total: 0,
      chosen: [
        { facet: 'topic', value: article.topic.slug, name: article.topic.name },
        { facet: 'actor', value: 'marsh-council', name: 'The Marsh Council' },
        { facet: 'issue', value: 'shared-water', name: 'Shared water' },
      ],
    });
    // Names that readers may not look up are not shown to them either.
    await addActor(db.editorial, { name: 'Named nowhere', slug: 'named-nowhere' });
    const hidden = await read.search.query({ q: 'sluices', actor: 'named-nowhere' });
    expect(hidden.chosen).toEqual([]);
  });

  it('given a match under a heading, then its sentence and not the heading', async () => {
    const words = (text: string) => [{ type: 'text' as const, text }];
    const about = await addArticle(db.editorial, {
      by: account,
      body: {
        type: 'doc',
        content: [
          { type: 'heading', attrs: { level: 2 }, content: words('What ferrymen want') },
          { type: 'paragraph', content: words('Lanterns by spring') },
          { type: 'paragraph', content: words('And oars.') },
        ],
      },
    });
    await publish(db.editorial, about.id, { at: new Date('2021-02-04T09:00:00.000Z') });
    for (const [q, text] of [
      ['lantern', 'Lanterns by spring'],
      ['ferrymen', 'What ferrymen want'],
    ])
      expect((await read.search.query({ q })).items[0]?.excerpt?.text).toBe(text);
  });

  it('given nothing, then nothing, and no error', async () => {
    for (const q of ['', '   ', '"', '-', '???', '\u0301'])
      expect(await read.search.query({ q })).toMatchObject({ total: 0, items: [], names: [] });
  });

  it('given words that are too common, or nonsense, then it says what it left out', async () => {
    expect((await read.search.query({ q: 'the sluices stance:believes' })).ignored).toEqual([
      { text: 'stance:believes', why: 'unknown_value', allowed: Stance.options },
      { text: 'the', why: 'too_common', allowed: [] },
    ]);
  });

  it('given words a letter off, then what answers those that are meant, and that it does', async () => {
    const [meant, typed] = [
      await read.search.query({ q: 'sluices Ostrava' }),
      await read.search.query({ q: 'sluicse Ostrva' }),
    ];
    expect(meant).toMatchObject({ mended: null, total: 2 });
    expect(typed).toEqual({ ...meant, mended: 'sluices Ostrava' });
    // Filters stay: there is nothing in French, so the correction is only offered.
    expect(await read.search.query({ q: 'sluicse Ostrva', language: 'fr' })).toMatchObject({
      ...{ mended: null, total: 0, didYouMean: 'sluices Ostrava' },
    });
  });

  it('given a word further off, then what may be meant, and names that one of the words finds', async () => {
    expect(await read.search.query({ q: 'council sluicxz' })).toMatchObject({
      ...{ total: 0, mended: null, didYouMean: 'council sluices' },
      closest: [{ kind: 'actor', slug: 'marsh-council' }],
    });
    expect(await read.search.query({ q: 'the xylophone' })).toMatchObject({
      ...{ didYouMean: null, closest: [] },
    });
  });

  it('given pages of one, then each once', async () => {
    const first = await read.search.query({ q: 'sluices', limit: 1 });
    const second = await read.search.query({ q: 'sluices', limit: 1, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map(({ kind }) => kind)).toEqual([
      'article',
      'finding',
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('given the beginning of a word, then what it may become', async () => {
    expect(await read.search.suggest({ q: 'marsh co' })).toEqual([
      { kind: 'actor', slug: 'marsh-council', name: 'The Marsh Council', language: null },
    ]);
    expect(await read.search.suggest({ q: 'slui' })).toEqual([
      { kind: 'article', slug: article.slug, name: 'Sluices before borders', language: 'en' },
    ]);
    for (const q of ['', ' ', 's', '%', '_', "'); DROP"]) await read.search.suggest({ q });
  });

  it('given bad input, then a typed problem that names the field', async () => {
    const cases: [object, string][] = [
      [{ q: 'x'.repeat(301) }, 'q'],
      [{ q: 'x', limit: 101 }, 'limit'],
      [{ q: 'x', cursor: 'nonsense' }, 'cursor'],
      [{ q: 'x', cursor: Buffer.from('[1,"y"]').toString('base64url') }, 'cursor'],
      [{ q: 'x', stance: 'believes' }, 'stance'],
      [{ q: 'x', actor: '../etc' }, 'actor'],
      [{ q: 'x', language: 'not a language' }, 'language'],
      [{ q: 'x', year: 1.5 }, 'year'],
      [{ q: 'nul \0' }, 'q'],
      [{ q: '\uD800' }, 'q'],
    ];
    for (const [input, at] of cases) {
      const problem = problemOf(await read.search.query(input).catch((thrown: unknown) => thrown));
      expect(problem, JSON.stringify(input)).toMatchObject({
        code: 'invalid_input',
        reasons: [{ at }],
      });
    }
  });

  it('given what PostgreSQL’s own query language means something by, then only words', async () => {
    for (const q of [
      "'a' & !b | <-> :*",
      "\\'",
      'a:*',
      "'; SELECT pg_sleep(9) --",
      '=kind:article',
      '~sluic',
    ])
      expect(await read.search.query({ q })).toMatchObject({ total: expect.any(Number) });
  });
});

describe('places', () => {
  it('given the name of a place that a published finding is about, then its page, and none of another', async () => {
    const place = await addPlace(db.editorial, { name: 'Quillon Ferry' });
    await addPlace(db.editorial, { name: 'Quillon Deep' });
    const written = await addArticle(db.editorial, { by: account });
    await addFinding(db.editorial, written, { by: account, placeIds: [place.id] });
    await publish(db.editorial, written.id, { at: new Date('2021-02-02T09:00:00.000Z') });
    const { slug, name } = place;
    expect((await read.search.query({ q: 'quillon' })).names).toMatchObject([
      { kind: 'place', slug, name },
    ]);
    expect((await read.search.query({ q: 'quillon', kind: 'place' })).names).toHaveLength(1);
    expect(await read.search.suggest({ q: 'quill' })).toMatchObject([{ kind: 'place', slug }]);
  });
});
