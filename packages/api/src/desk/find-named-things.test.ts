import {
  addActor,
  addArticle,
  addAuthor,
  addFinding,
  addIssue,
  addPlace,
  addSource,
  addTopic,
  addWaiver,
} from '@viewpoints/db/testing/builders';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { maxPerKind, type NamedKind } from '@viewpoints/domain/desk/named-things';
import { publish } from '@viewpoints/published/testing/publish';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { uploadMedia } from '../media/upload-media.ts';
import { aPicture } from '../testing/a-picture.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';

let desk: TestDesk;
let contributor: Person;
let editor: Person;
let admin: Person;

const db = () => desk.db.editorial;
const find = async (person: Person, q: string) => person.call.editor.find({ q });
const namesOf = async (person: Person, q: string, kind: NamedKind) =>
  (await find(person, q)).filter((each) => each.kind === kind).map(({ name }) => name);

beforeAll(async () => {
  desk = await openTestDesk();
  contributor = await desk.person('contributor');
  editor = await desk.person('editor');
  admin = await desk.person('admin');
});
afterAll(() => desk.close());

test('finds whatever has a name, each kind as its list shows it', async () => {
  const by = editor.account.id;
  const article = await addArticle(db(), { by, headline: 'Kessim counts its ships' });
  await addFinding(db(), article, { by, proposition: 'Kessim needs a second port' });
  await addActor(db(), { name: 'Mayor of Kessim' });
  await addAuthor(db(), { name: 'Kessim Vale' });
  await addIssue(db(), { name: 'Should Kessim dredge?' });
  await addTopic(db(), { name: 'Kessim' });
  await addPlace(db(), { name: 'Kessim Bay' });
  await addSource(db(), { title: 'The Kessim report' });
  await editor.call.editor.series.create({ slug: 'kessim-series', name: 'Kessim in parts' });
  await editor.call.editor.releases.create({ name: 'Kessim week' });
  await uploadMedia(
    { ...editor.context, account: editor.context.account as NonNullable<unknown> as never },
    aPicture(),
    { fileName: 'kessim-quay.png', alt: 'The quay', credit: '' },
  );
  const found = await find(editor, 'kessim');
  expect(found.map(({ kind, name }) => [kind, name])).toEqual([
    ['article', 'Kessim counts its ships'],
    ['finding', 'Kessim needs a second port'],
    ['actor', 'Mayor of Kessim'],
    ['author', 'Kessim Vale'],
    ['issue', 'Should Kessim dredge?'],
    ['topic', 'Kessim'],
    ['series', 'Kessim in parts'],
    ['place', 'Kessim Bay'],
    ['source', 'The Kessim report'],
    ['release', 'Kessim week'],
    ['media', 'The quay'],
  ]);
  expect(found[0]).toMatchObject({ article: { id: article.id }, isPublicOnly: false });
  expect(found[1]).toMatchObject({ detail: 'Kessim counts its ships' });

  // Releases and names of files are for editors, and accounts for admins.
  const seen = (await find(contributor, 'kessim')).map(({ kind }) => kind);
  expect(seen).toEqual(['actor', 'author', 'issue', 'topic', 'series', 'place', 'source']);
  expect(await namesOf(contributor, 'quay', 'media')).toEqual(['The quay']);
  expect(await namesOf(editor, editor.account.name, 'person')).toEqual([]);
  expect(await find(admin, 'kessim')).toEqual([]);
  expect(await namesOf(admin, editor.account.email, 'person')).toEqual([editor.account.name]);
});

test('shows a contributor of others what readers see, by those words alone', async () => {
  const by = editor.account.id;
  const article = await addArticle(db(), { by, headline: 'Varn opens its locks' });
  const shown = await addFinding(db(), article, { by, proposition: 'Varn wants tolls' });
  await publish(db(), article.id, { at: new Date('2021-02-01T09:00:00.000Z') });
  await db().article.update({ where: { id: article.id }, data: { headline: 'Secretvarn next' } });
  await db().finding.update({
    where: { id: shown.id },
    data: { proposition: 'Secretvarn words' },
  });
  const mine = await addArticle(db(), { by: contributor.account.id, headline: 'Varn at night' });
  expect(await find(contributor, 'secretvarn')).toEqual([]);
  const found = await find(contributor, 'varn');
  expect(found.map(({ kind, name, isPublicOnly }) => [kind, name, isPublicOnly])).toEqual([
    ['article', 'Varn at night', false],
    ['article', 'Varn opens its locks', true],
    ['finding', 'Varn wants tolls', true],
  ]);
  expect(found[2]?.article).toEqual({ id: article.id, slug: article.slug });
  expect(await namesOf(editor, 'secretvarn', 'article')).toEqual(['Secretvarn next']);

  await contributor.call.editor.articles.trash({ id: mine.id });
  expect(await namesOf(contributor, 'night', 'article')).toEqual([]);
});

test('finds of sources exactly what the list shows', async () => {
  for (const attribution of ['on_record', 'background', 'chatham_house', 'off_record'] as const)
    for (const disclosure of ['clear', 'amber'] as const)
      for (const covers of [null, 'identity', 'statements'] as const) {
        const title = `Dossier ${attribution} ${disclosure} ${covers}`;
        const source = await addSource(db(), { title, terms: { attribution, disclosure } });
        if (covers !== null)
          await addWaiver(db(), {
            ...{ sourceId: source.id, recordedBy: editor.account.id, covers },
          });
      }
  const own = await addSource(db(), {
    title: 'Dossier of my own',
    terms: { attribution: 'off_record', disclosure: 'red' },
  });
  await addArticle(db(), { by: contributor.account.id, sourceIds: [own.id] });
  const listed = (await contributor.call.editor.sources.list({ q: 'dossier', limit: 100 })).items;
  expect(listed.length).toBeGreaterThan(3);
  for (const { title } of (await editor.call.editor.sources.list({ q: 'dossier', limit: 100 }))
    .items)
    expect(await namesOf(contributor, title, 'source'), title).toEqual(
      listed.some((each) => each.title === title) ? [title] : [],
    );
});

test('puts what fits best first, and of each kind no more than a few', async () => {
  for (const name of ['Old Tarn', 'Tarnished', 'Great Tarnhelm', 'Tarn', 'Astarn'])
    await addTopic(db(), { name });
  expect(await namesOf(editor, 'tarn', 'topic')).toEqual([
    ...['Tarn', 'Tarnished', 'Great Tarnhelm', 'Old Tarn', 'Astarn'],
  ]);
  for (let number = 0; number < maxPerKind + 3; number += 1)
    await addTopic(db(), { name: `Ombra ${number}` });
  expect(await namesOf(editor, 'ombra', 'topic')).toHaveLength(maxPerKind);
  // Signs that a pattern would read are signs of the name here.
  expect(await find(editor, '%_')).toEqual([]);
});

test('asks the database once, however much there is to find', async () => {
  const statements = await listStatements(() => find(contributor, 'a'));
  expect(statements).toHaveLength(1);
});
