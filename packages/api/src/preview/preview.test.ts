import { addSeries, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { ArticlePreview } from '@viewpoints/domain/articles/article-preview';
import { withheldWords } from '@viewpoints/domain/articles/withhold-mentions';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDesk, type Person, reasonsIn, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  prose,
  publishNew,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';
import { redeemPreview } from './redeem-preview.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher', 'editor');
});
afterAll(() => desk.close());

const db = () => desk.db.editorial;
const redeem = (pass: string) =>
  redeemPreview(
    {
      ...{ editorial: db(), reader: desk.db.reader, now: () => desk.clock.now },
      readerUrl: 'http://reader.example',
    },
    pass,
  );

async function previewAs(person: Person, id: string): Promise<ArticlePreview> {
  const { pass, action } = await person.call.editor.articles.preview({ id });
  expect(action).toBe('http://reader.example/preview');
  const found = await redeem(pass);
  if (found === null) throw new Error('nothing to preview');
  // As it goes over the wire.
  return ArticlePreview.parse(JSON.parse(JSON.stringify(found)));
}

const published = async (slug: string) => ({
  article: await desk.nobody.articles.bySlug({ slug }),
  around: await desk.nobody.articles.around({ slug }),
});

test('what is previewed of a first version is what readers then have', async () => {
  const { article } = await writeWithFinding(db(), author);
  const revisionId = await approve(article.id, author, publisher);
  const { article: page, around } = await previewAs(author, article.id);
  expect(page.findings).toHaveLength(1);
  await publisher.call.editor.articles.publish({ id: article.id, revisionId });
  expect({ article: page, around }).toEqual(await published(article.slug));
});

test('and of a version that is scheduled with notices, for those who may see these', async () => {
  const { article } = await publishNew(db(), author, publisher);
  const { id } = article;
  desk.clock.now = new Date('2021-03-05T08:00:00.000Z');
  const changed = { ...articleContentOf(article), standfirst: 'Ostrava waits on.' };
  await author.call.editor.articles.save({ id, seen: article.save, content: changed });
  const revisionId = await approve(id, author, publisher);
  const publishAt = '2021-03-05T12:00:00.000Z';
  const notice = (why: string) => ({
    was: 'waits',
    now: 'waits on',
    why,
    severity: 'correction' as const,
  });
  const corrections = [notice('It does.'), notice('It goes on.')];
  await publisher.call.editor.articles.schedule({
    ...{ id, revisionId, publishAt, timeZone: 'UTC', corrections },
  });
  expect((await previewAs(author, id)).article.corrections).toEqual([]);
  const { article: page } = await previewAs(publisher, id);
  expect(page.corrections.map(({ why }) => why)).toEqual(['It does.', 'It goes on.']);
  expect(page.versions[0]).toMatchObject({ note: 'It does. It goes on.', minor: false });
  await publisher.call.editor.articles.unschedule({ id });
  expect((await previewAs(publisher, id)).article.corrections).toEqual([]);
  await publisher.call.editor.articles.schedule({
    ...{ id, revisionId, publishAt, timeZone: 'UTC', minor: true },
  });
  expect((await previewAs(publisher, id)).article.versions[0]).toMatchObject({ minor: true });
});

test('and of a next version, in a series, with what editors picked', async () => {
  const series = await addSeries(db());
  const other = await publishNew(db(), author, publisher);
  const { article, finding } = await publishNew(db(), author, publisher);
  const inSeries = async (id: string, part: number) => {
    const { article: seen } = await publisher.call.editor.articles.get({ id });
    await publisher.call.editor.articles.save({
      ...{ id, seen: seen.save },
      content: {
        ...articleContentOf(seen),
        series: { seriesId: series.id, part },
        pickIds: part === 2 ? [other.article.id] : [],
      },
    });
  };
  await inSeries(other.article.id, 1);
  await publisher.call.editor.articles.publish({
    id: other.article.id,
    revisionId: await approve(other.article.id, publisher, author),
  });
  await inSeries(article.id, 2);
  desk.clock.now = new Date('2021-03-05T09:00:00.000Z');
  const revisionId = await approve(article.id, publisher, author);
  const { article: page, around } = await previewAs(publisher, article.id);
  expect(page).toMatchObject({ version: 2, series: { place: 2, count: 2 } });
  expect(page.findings.map(({ id }) => id)).toEqual([finding.id]);
  await publisher.call.editor.articles.publish({ id: article.id, revisionId });
  const { article: out, around: then } = await published(article.slug);
  expect(page).toEqual(out);
  expect(around).toEqual(then);
});

test('a pass works once, for a minute, and nothing is written by it', async () => {
  const { id } = await writeArticle(db(), author);
  const { pass } = await author.call.editor.articles.preview({ id });
  const rows = await desk.db.sql<{ hash: string }>('select hash from preview_pass');
  expect(JSON.stringify(rows)).not.toContain(pass);
  const both = await Promise.all([redeem(pass), redeem(pass)]);
  expect(both.filter((found) => found !== null)).toHaveLength(1);
  expect(await desk.db.sql('select 1 from published_article where id = $1', [id])).toEqual([]);

  const late = await author.call.editor.articles.preview({ id });
  const { now } = desk.clock;
  desk.clock.now = new Date(now.getTime() + 60_001);
  expect(await redeem(late.pass)).toBeNull();
  desk.clock.now = now;
});

test('only who may see the article at the desk has one, also when the pass is used', async () => {
  const { id } = await writeArticle(db(), author);
  const other = await desk.person('contributor');
  expect(await reasonsIn(other.call.editor.articles.preview({ id }))).toEqual(['not_your_own']);
  const { pass } = await author.call.editor.articles.preview({ id });
  await desk.db.sql('update account set disabled_at = now() where id = $1', [author.account.id]);
  expect(await redeem(pass)).toBeNull();
  await desk.db.sql('update account set disabled_at = null where id = $1', [author.account.id]);
});

test('a retracted article has none, nor by a pass from before', async () => {
  const { article } = await publishNew(db(), author, publisher);
  const { pass } = await publisher.call.editor.articles.preview({ id: article.id });
  await publisher.call.editor.articles.retract({ id: article.id, why: 'It was invented.' });
  const opened = publisher.call.editor.articles.preview({ id: article.id });
  expect(await reasonsIn(opened)).toEqual(['preview_retracted']);
  expect(await redeem(pass)).toBeNull();
});

async function writeNaming(name: string) {
  const source = await addSource(db(), {
    participants: [{ id: crypto.randomUUID(), name, affiliation: '' }],
    terms: { attribution: 'chatham_house', disclosure: 'clear' },
    descriptor: 'an interviewee',
  });
  const { article } = await writeWithFinding(db(), author);
  const { article: saved } = await publisher.call.editor.articles.save({
    id: article.id,
    seen: article.save,
    content: {
      ...articleContentOf(article),
      headline: `${name} waits`,
      sourceIds: [source.id],
      body: paragraphs(...prose, `So said ${name}.`),
    },
  });
  return saved;
}

test('what mentions a protected name is withheld from who may see sources, and said so', async () => {
  const { id } = await writeNaming('Zelka Domquiv');
  const { article } = await previewAs(publisher, id);
  expect(JSON.stringify(article)).not.toContain('Domquiv');
  expect(article.headline).toBe(withheldWords);
  expect(article.text).toContain(prose[0]);
  expect(article.text).toContain(withheldWords);
});

test('to others the preview treats protected names like any other', async () => {
  const { id } = await writeNaming('Zelka Ramquiv');
  const { article } = await previewAs(author, id);
  expect(article.headline).toBe('Zelka Ramquiv waits');
  expect(JSON.stringify(article)).not.toContain(withheldWords);
});
