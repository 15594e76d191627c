import { inTransaction } from '@viewpoints/db/client';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { deleteLink, insertLink } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSupersession } from '@viewpoints/db/editorial/supersessions';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addSeries,
  addTopic,
  paragraphs,
} from '@viewpoints/db/testing/builders';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { Document } from '@viewpoints/domain/document/document';
import type { Finding, Link } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillRelations } from '../prepare/fill-relations.ts';
import { removeLink, writeLink, writeSupersession } from '../project/write-links.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import { publish } from '../testing/publish.ts';
import { retract as retractIn } from '../testing/retract.ts';
import { listPublishedMonths } from './archive.ts';
import { type ArticleFilter, listPublishedArticles } from './articles.ts';
import { listPublishedCitingArticle, listPublishedCitingFinding } from './citations.ts';
import { listPublishedCitedChanges } from './cited-changes.ts';
import { getFront } from './front.ts';
import { listPublishedRelated } from './related.ts';
import { findPublishedPlaceInSeries, listPublishedTranslations } from './relations.ts';
import { findPublishedSeriesPage, listPublishedSeries } from './series.ts';

let db: TestDatabase;
let by: string;
/** Days after the first, so that things come in order; all past, as readers see by real time. */
const day = (number: number) => new Date(Date.UTC(2021, 1, number, 9));
/** The clock of the database decides, so an embargo of a test lies in its real future. */
const embargo = () => new Date(Date.now() + 3_600_000);

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

type Given = Partial<ArticleContent> & { at?: Date; visibleFrom?: Date };

async function published({ at = day(1), visibleFrom, ...content }: Given = {}): Promise<Article> {
  const article = await addArticle(db.editorial, { by, ...content });
  await publish(db.editorial, article.id, { at, ...(visibleFrom ? { visibleFrom } : {}) });
  return article;
}

async function withFinding({ at = day(1), ...content }: Given = {}): Promise<{
  article: Article;
  finding: Finding;
}> {
  const article = await addArticle(db.editorial, { by, ...content });
  const finding = await addFinding(db.editorial, article, { by });
  await publish(db.editorial, article.id, { at });
  return { article, finding };
}

const retract = (articleId: string, at = day(20)) =>
  inTransaction(db.editorial, (tx) =>
    retractIn(tx, { articleId, at: at.toISOString(), why: 'It was wrong.' }, at),
  );

/** A body with the sentence that findings quote, and a link. */
const linking = (href: string): Pick<ArticleContent, 'body'> => ({
  body: Document.parse({
    type: 'doc',
    content: [
      ...paragraphs('The council met. Ostrava will not sign before the rains.').content,
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'As told', marks: [{ type: 'link', attrs: { href } }] }],
      },
    ],
  }),
});

const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);

describe('a series', () => {
  it('given parts out of order, one retracted, one under embargo and a draft, then those that can be read', async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial, { complete: true });
    const third = await published({ series: { seriesId, part: 30 }, at: day(1) });
    const first = await published({ series: { seriesId, part: 10 }, at: day(2) });
    const gone = await published({ series: { seriesId, part: 20 } });
    await published({ series: { seriesId, part: 40 }, visibleFrom: embargo() });
    await addArticle(db.editorial, { by, series: { seriesId, part: 50 } });
    expect(await findPublishedPlaceInSeries(db.reader, first.id)).toMatchObject({
      series: { slug, complete: true },
      ...{ place: 1, count: 3, previous: null },
      next: { id: gone.id, headline: gone.headline },
    });
    await retract(gone.id);
    expect(await findPublishedPlaceInSeries(db.reader, third.id)).toMatchObject({
      ...{ place: 2, count: 2, next: null },
      previous: { id: first.id },
    });
    expect(await findPublishedPlaceInSeries(db.reader, gone.id)).toBeNull();
    const page = await findPublishedSeriesPage(db.reader, slug);
    expect(idsOf(page?.parts ?? [])).toEqual([first.id, third.id]);
    expect(page?.series.partCount).toBe(2);
  });

  it('given no part to be read, then there is no such series', async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial);
    await published({ series: { seriesId, part: 1 }, visibleFrom: embargo() });
    expect(await findPublishedSeriesPage(db.reader, slug)).toBeNull();
    expect((await listPublishedSeries(db.reader)).map((each) => each.slug)).not.toContain(slug);
  });

  it('given another slug, then its page at the old one too', async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial);
    await published({ series: { seriesId, part: 1 } });
    await db.editorial.series.update({ where: { id: seriesId }, data: { slug: `${slug}-now` } });
    expect((await findPublishedSeriesPage(db.reader, slug))?.series.slug).toBe(`${slug}-now`);
  });
});

describe('translations', () => {
  it('given some to be read and some not, then each shows the others that are', async () => {
    const original = await published();
    const of = { translationOf: original.id };
    const french = await published({ ...of, language: 'fr' });
    const dari = await published({ ...of, language: 'fa-AF', direction: 'rtl' });
    await published({ ...of, language: 'ps', visibleFrom: embargo() });
    await addArticle(db.editorial, { by, ...of, language: 'de' });
    expect(idsOf(await listPublishedTranslations(db.reader, original.id))).toEqual([
      dari.id,
      french.id,
    ]);
    expect(await listPublishedTranslations(db.reader, french.id)).toMatchObject([
      { id: original.id, language: 'en' },
      { id: dari.id, language: 'fa-AF', direction: 'rtl' },
    ]);
    await retract(dari.id);
    expect(idsOf(await listPublishedTranslations(db.reader, french.id))).toEqual([original.id]);
    expect(await listPublishedTranslations(db.reader, dari.id)).toEqual([]);
  });

  it('given an original that is not out, then its translations know each other and not it', async () => {
    const original = await addArticle(db.editorial, { by });
    const french = await published({ translationOf: original.id, language: 'fr' });
    const dari = await published({ translationOf: original.id, language: 'fa-AF' });
    expect(idsOf(await listPublishedTranslations(db.reader, french.id))).toEqual([dari.id]);
    const rows = await readSql<{ group: string }>(
      db.reader,
      'SELECT translation_group AS "group" FROM published_article',
    );
    expect(rows.map(({ group }) => group)).not.toContain(original.id);
  });
});

describe('a piece in several languages', () => {
  const listed = async (filter: ArticleFilter & { within?: string }) => {
    const asked = { ...filter, cursor: null, limit: 20 };
    return (await listPublishedArticles(db.reader, { ...asked, together: true })).items;
  };

  it("given a list, then it once: in the journal's language, else the original, and where else", async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const topicId = topicIds[0] ?? '';
    const dari = { topicIds, language: 'fa-AF', direction: 'rtl' as const };
    const original = await published({ ...dari, at: day(1) });
    const french = await published({
      ...{ topicIds, language: 'fr', translationOf: original.id, at: day(2) },
    });
    expect(await listed({ topicId })).toMatchObject([
      { id: original.id, alsoIn: [{ id: french.id, language: 'fr' }] },
    ]);
    await published({
      ...{ topicIds, language: 'en', translationOf: original.id, at: day(3) },
      visibleFrom: embargo(),
    });
    expect(idsOf(await listed({ topicId }))).toEqual([original.id]);
    const alone = await published({ topicIds, at: day(4) });
    expect(await listed({ topicId })).toMatchObject([
      { id: alone.id, alsoIn: [] },
      { id: original.id },
    ]);
    const apart = await listPublishedArticles(db.reader, { topicId, cursor: null, limit: 20 });
    expect(idsOf(apart.items)).toEqual([alone.id, french.id, original.id]);
    expect(apart.items.flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
  });

  it("given the journal's language among them, then that one, until it is retracted", async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const topicId = topicIds[0] ?? '';
    const original = await published({ topicIds, language: 'ps', direction: 'rtl' });
    const of = { topicIds, translationOf: original.id };
    const british = await published({ ...of, language: 'en-GB', at: day(5) });
    await published({ ...of, language: 'de', at: day(2) });
    expect(await listed({ topicId })).toMatchObject([
      { id: british.id, alsoIn: [{ language: 'de' }, { language: 'ps', direction: 'rtl' }] },
    ]);
    await retract(british.id);
    expect(await listed({ topicId })).toMatchObject([
      { id: original.id, alsoIn: [{ language: 'de' }] },
    ]);
  });

  it('given a list that has not all of them, then the best of those it has', async () => {
    const [ours, theirs] = [await addTopic(db.editorial), await addTopic(db.editorial)];
    const original = await published({ topicIds: [ours.id], genre: 'analysis' });
    const french = await published({
      ...{ topicIds: [theirs.id], language: 'fr', translationOf: original.id, genre: 'opinion' },
    });
    expect(idsOf(await listed({ topicId: ours.id }))).toEqual([original.id]);
    expect(idsOf(await listed({ topicId: theirs.id }))).toEqual([french.id]);
    expect(await listed({ topicId: ours.id, genre: 'opinion' })).toEqual([]);
  });

  it('given the archive, then it stands in one month alone, and is counted there', async () => {
    const counted = async (together: boolean) =>
      (await listPublishedMonths(db.reader, { together })).filter(({ month }) => month < '2020');
    const original = await published({ at: new Date('2019-03-10T09:00:00Z') });
    await published({
      ...{ translationOf: original.id, language: 'fr', at: new Date('2019-04-10T09:00:00Z') },
    });
    expect(idsOf(await listed({ within: '2019-03' }))).toEqual([original.id]);
    expect(await listed({ within: '2019-04' })).toEqual([]);
    expect(await counted(true)).toEqual([{ month: '2019-03', articleCount: 1 }]);
    expect(await counted(false)).toEqual([
      { month: '2019-04', articleCount: 1 },
      { month: '2019-03', articleCount: 1 },
    ]);
  });

  it('given the front page, then it once', async () => {
    const at = new Date(Date.UTC(2021, 3, 1));
    const original = await published({ language: 'fr', at });
    const translated = await published({ translationOf: original.id, at });
    const { lead, seconds, briefs, more } = await getFront(db.reader);
    const shown = idsOf([...(lead ? [lead] : []), ...seconds, ...briefs, ...more]);
    expect(shown).toContain(translated.id);
    expect(shown).not.toContain(original.id);
  });

  it("given a series, then a part once, and the reader's language on each side of it", async () => {
    const { id: seriesId, slug } = await addSeries(db.editorial);
    const part = (number: number) => ({ series: { seriesId, part: number } });
    const first = await published({ ...part(1), at: day(1) });
    const second = await published({ ...part(2), at: day(2) });
    const premier = await published({
      ...{ ...part(1), language: 'fr', translationOf: first.id, at: day(3) },
    });
    const deuxieme = await published({
      ...{ ...part(2), language: 'fr', translationOf: second.id, at: day(4) },
    });
    const third = await published({ ...part(3), at: day(5) });
    const page = await findPublishedSeriesPage(db.reader, slug);
    expect(page?.series.partCount).toBe(3);
    expect(page?.parts).toMatchObject([
      { id: first.id, alsoIn: [{ id: premier.id }] },
      { id: second.id, alsoIn: [{ id: deuxieme.id }] },
      { id: third.id, alsoIn: [] },
    ]);
    expect(await findPublishedPlaceInSeries(db.reader, deuxieme.id)).toMatchObject({
      ...{ place: 2, count: 3 },
      ...{ previous: { id: premier.id }, next: { id: third.id } },
    });
    expect(await findPublishedPlaceInSeries(db.reader, second.id)).toMatchObject({
      ...{ place: 2, count: 3 },
      ...{ previous: { id: first.id }, next: { id: third.id } },
    });
  });
});

describe('related reading', () => {
  it('given shared names and words, then the closest first, the newer of the older too', async () => {
    const actor = await addActor(db.editorial);
    const topic = await addTopic(db.editorial);
    const about = async (headline: string, shared: boolean, topicIds: string[] = []) => {
      const given = { headline, standfirst: 'In a sentence.' };
      const article = await addArticle(db.editorial, {
        ...{ by, ...given },
        ...(topicIds.length === 0 ? {} : { topicIds }),
      });
      if (shared)
        await addFinding(db.editorial, article, {
          by,
          holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
        });
      await publish(db.editorial, article.id, { at: day(1) });
      return article;
    };
    const old = await about('Sluices and quarrels', true, [topic.id]);
    const byTopic = await about('Tariffs', false, [topic.id]);
    const byActor = await about('Elections', true);
    const byWord = await about('Quarrelling over sluices', false);
    const unrelated = await about('Orchards', false);
    const related = idsOf(await listPublishedRelated(db.reader, old.id));
    expect(related[0]).toBe(byActor.id);
    expect(related).toContain(byTopic.id);
    expect(related).toContain(byWord.id);
    expect(related).not.toContain(unrelated.id);
    expect(idsOf(await listPublishedRelated(db.reader, byActor.id))[0]).toBe(old.id);
    await retract(byActor.id);
    expect(idsOf(await listPublishedRelated(db.reader, old.id))).not.toContain(byActor.id);
    expect(await listPublishedRelated(db.reader, byActor.id)).toEqual([]);
  });

  it('given picks, then they come first and in order, without those that cannot be read', async () => {
    const topic = await addTopic(db.editorial);
    const topicIds = [topic.id];
    const [one, two, gone] = [await published(), await published(), await published()];
    const hidden = await published({ visibleFrom: embargo() });
    const near = await published({ topicIds });
    const pickIds = [two.id, hidden.id, gone.id, one.id];
    const picking = await published({ topicIds, pickIds });
    await retract(gone.id);
    const related = idsOf(await listPublishedRelated(db.reader, picking.id));
    expect(related.slice(0, 2)).toEqual([two.id, one.id]);
    expect(related).toContain(near.id);
    expect(related).not.toContain(hidden.id);
    expect(related).not.toContain(gone.id);
  });

  it('given the next part and the same piece in another language, then neither, unless it was picked', async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const { id: seriesId } = await addSeries(db.editorial);
    const part = await published({ topicIds, series: { seriesId, part: 1 } });
    const next = await published({ topicIds, series: { seriesId, part: 2 }, pickIds: [part.id] });
    const french = await published({ topicIds, language: 'fr', translationOf: part.id });
    const other = await published({ topicIds });
    const related = idsOf(await listPublishedRelated(db.reader, part.id));
    expect(related).toContain(other.id);
    expect(related).not.toContain(next.id);
    expect(related).not.toContain(french.id);
    expect(idsOf(await listPublishedRelated(db.reader, next.id))[0]).toBe(part.id);
  });
});

describe('related reading in several languages', () => {
  it("given a piece near by in two, then once, in the reader's, and never the piece itself", async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const near = await published({ topicIds, at: day(1) });
    const proche = await published({
      topicIds,
      language: 'fr',
      translationOf: near.id,
      at: day(2),
    });
    const piece = await published({ topicIds, at: day(3) });
    const traduit = await published({
      ...{ topicIds, language: 'fr', translationOf: piece.id, at: day(4), pickIds: [piece.id] },
    });
    expect(idsOf(await listPublishedRelated(db.reader, piece.id))).toEqual([near.id]);
    expect(idsOf(await listPublishedRelated(db.reader, traduit.id))).toEqual([proche.id]);
  });

  it('given a pick in another language, then it, as it was picked', async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const near = await published({ topicIds });
    const proche = await published({ topicIds, language: 'fr', translationOf: near.id });
    const piece = await published({ topicIds, pickIds: [proche.id] });
    expect(idsOf(await listPublishedRelated(db.reader, piece.id))).toEqual([proche.id]);
  });
});

describe('what cites what', () => {
  it('given links in texts, by path, full address, former address and finding, then those that can be read', async () => {
    const { article: cited, finding } = await withFinding();
    const byPath = await published({ ...linking(`/articles/${cited.slug}`), at: day(2) });
    const host = 'https://meridian.example';
    const byAddress = await published({ ...linking(`${host}/articles/${cited.slug}`), at: day(3) });
    const byFinding = await published({ ...linking(`/findings/${finding.id}`), at: day(4) });
    await published(linking(`https://elsewhere.example/articles/${cited.slug}`));
    await published({ ...linking(`/articles/${cited.slug}`), visibleFrom: embargo() });
    await addArticle(db.editorial, { by, ...linking(`/articles/${cited.slug}`) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))).toEqual([
      ...[byFinding.id, byAddress.id, byPath.id],
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, finding.id))).toEqual([byFinding.id]);

    const { slug } = cited;
    await inTransaction(db.editorial, (tx) =>
      writeArticleSave(tx, {
        id: cited.id,
        content: { ...articleContentOf(cited), slug: `${slug}-now` },
        ...{ by, at: day(5), fields: ['slug'] },
      }),
    );
    await publish(db.editorial, cited.id, { at: day(5) });
    const byFormer = await published({ ...linking(`/articles/${slug}`), at: day(6) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))[0]).toBe(byFormer.id);
    await retract(byFormer.id);
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.id))).not.toContain(byFormer.id);
  });

  it('given a piece that comes out after what links to it, then it is cited from the start', async () => {
    const later = await addArticle(db.editorial, { by });
    const citing = await published(linking(`/articles/${later.slug}`));
    expect(await listPublishedCitingArticle(db.reader, later.id)).toEqual([]);
    await publish(db.editorial, later.id, { at: day(3) });
    expect(idsOf(await listPublishedCitingArticle(db.reader, later.id))).toEqual([citing.id]);
  });

  it('given links between findings, then the one that refers cites; of a contradiction the later', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const link = async (from: string, to: string, kind: 'supports' | 'contradicts') =>
      inTransaction(db.editorial, async (tx) => {
        const [low = '', high = ''] = kind === 'contradicts' ? [from, to].sort() : [from, to];
        await tx.findingLink.create({ data: { fromId: low, kind, toId: high } });
        await writeLink(tx, { from: low, kind, to: high }, day(3));
      });
    await link(next.finding.id, old.finding.id, 'contradicts');
    expect(idsOf(await listPublishedCitingArticle(db.reader, old.article.id))).toEqual([
      next.article.id,
    ]);
    expect(await listPublishedCitingArticle(db.reader, next.article.id)).toEqual([]);
    await link(old.finding.id, next.finding.id, 'supports');
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
    // The next version says the same of it.
    await publish(db.editorial, old.article.id, { at: day(4) });
    await publish(db.editorial, next.article.id, { at: day(4) });
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
    await inTransaction(db.editorial, (tx) =>
      writeWithdrawal(tx, { findingId: next.finding.id }, day(5)),
    );
    expect(await listPublishedCitingArticle(db.reader, old.article.id)).toEqual([]);
  });

  const unlink = (link: Link, at = day(5)) =>
    inTransaction(db.editorial, async (tx) => {
      await deleteLink(tx, link);
      await removeLink(tx, link, at);
    });
  const link = (each: Link, at = day(3)) =>
    inTransaction(db.editorial, async (tx) => {
      await insertLink(tx, each);
      await writeLink(tx, each, at);
    });

  it('given two links between the same findings and one is taken away, then the other still cites', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const ends = { from: next.finding.id, to: old.finding.id };
    await link({ ...ends, kind: 'qualifies' });
    await link({ ...ends, kind: 'supports' });
    await unlink({ ...ends, kind: 'qualifies' });
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
    await unlink({ ...ends, kind: 'supports' });
    expect(await listPublishedCitingFinding(db.reader, old.finding.id)).toEqual([]);
  });

  it('given a replacement and a link and the link is taken away, then the replacement still cites', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    const replaced = { oldId: old.finding.id, newId: next.finding.id, kind: 'correction' as const };
    const [low = '', high = ''] = [old.finding.id, next.finding.id].sort();
    await inTransaction(db.editorial, async (tx) => {
      await insertSupersession(tx, { ...replaced, at: day(3), by });
      await writeSupersession(tx, { ...replaced, at: day(3).toISOString() }, day(3));
    });
    await link({ from: low, kind: 'contradicts', to: high });
    await unlink({ from: low, kind: 'contradicts', to: high });
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toEqual([
      next.article.id,
    ]);
  });

  it('given a link each way and one is taken away, then the other cites as it would alone', async () => {
    const old = await withFinding({ at: day(1) });
    const next = await withFinding({ at: day(2) });
    await link({ from: next.finding.id, kind: 'supports', to: old.finding.id });
    await link({ from: old.finding.id, kind: 'supports', to: next.finding.id });
    await unlink({ from: next.finding.id, kind: 'supports', to: old.finding.id });
    expect(await listPublishedCitingFinding(db.reader, old.finding.id)).toEqual([]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, next.finding.id))).toEqual([
      old.article.id,
    ]);
  });
});

describe('what became of what an article cites', () => {
  const correct = async (article: Article, at: Date, findingId: string | null = null) => {
    await inTransaction(db.editorial, (tx) =>
      insertCorrections(tx, [
        {
          ...{ id: newId(), articleId: article.id, was: 'May', now: 'June' },
          ...{ why: `On ${at.getDate()}.`, severity: 'correction', findingId },
          ...{ at: at.toISOString(), by },
        },
      ]),
    );
    await publish(db.editorial, article.id, { at });
  };

  it('given corrections, then the last of those made since its live version, until a next one', async () => {
    const cited = await published();
    await correct(cited, day(2));
    const citing = await published({ ...linking(`/articles/${cited.slug}`), at: day(3) });
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
    await correct(cited, day(4));
    await correct(cited, day(5));
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toMatchObject([
      {
        ...{ kind: 'correction', severity: 'correction', why: 'On 5.', findingId: null },
        ...{ article: { id: cited.id, slug: cited.slug }, at: day(5).toISOString() },
      },
    ]);
    await publish(db.editorial, citing.id, { at: day(6) });
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
  });

  it('given a finding cited, then a correction of it or of the whole, not of another finding', async () => {
    const { article, finding } = await withFinding();
    const citing = await published({ ...linking(`/findings/${finding.id}`), at: day(2) });
    const another = await addFinding(db.editorial, article, { by, quote: 'The council met.' });
    await correct(article, day(3), another.id);
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toEqual([]);
    await correct(article, day(4), finding.id);
    expect(await listPublishedCitedChanges(db.reader, citing.id)).toMatchObject([{ why: 'On 4.' }]);
  });

  it('given a retraction, then that alone, whenever it was, and nothing of what was said', async () => {
    const { article, finding } = await withFinding({ standfirst: 'Secret by now.' });
    await correct(article, day(3));
    const citing = await published({ ...linking(`/findings/${finding.id}`), at: day(2) });
    await retract(article.id, day(4));
    await publish(db.editorial, citing.id, { at: day(5) });
    const changes = await listPublishedCitedChanges(db.reader, citing.id);
    expect(changes).toMatchObject([{ kind: 'retraction', why: 'It was wrong.', findingId: null }]);
    expect(JSON.stringify(changes)).not.toContain('Secret');
  });

  it('given a withdrawn finding and a replaced one, then what stands there now; not to what replaced it', async () => {
    const [gone, old, next] = [await withFinding(), await withFinding(), await withFinding()];
    const ofGone = await published({ ...linking(`/findings/${gone.finding.id}`), at: day(2) });
    const ofOld = await published({ ...linking(`/findings/${old.finding.id}`), at: day(2) });
    await inTransaction(db.editorial, async (tx) => {
      await writeWithdrawal(tx, { findingId: gone.finding.id }, day(3));
      await writeSupersession(
        tx,
        {
          ...{ oldId: old.finding.id, newId: next.finding.id, kind: 'position_change' },
          at: day(3).toISOString(),
        },
        day(3),
      );
    });
    expect(await listPublishedCitedChanges(db.reader, ofGone.id)).toMatchObject([
      { kind: 'withdrawn_finding', findingId: gone.finding.id, replacement: null },
    ]);
    expect(await listPublishedCitedChanges(db.reader, ofOld.id)).toMatchObject([
      {
        ...{ kind: 'changed_position', findingId: old.finding.id },
        replacement: { id: next.finding.id, article: { slug: next.article.slug } },
      },
    ]);
    expect(await listPublishedCitedChanges(db.reader, next.article.id)).toEqual([]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, old.finding.id))).toContain(
      next.article.id,
    );
  });
});

describe('pieces that came out before joins were kept', () => {
  it('given an older installation, then what cites and what is related is worked out once', async () => {
    const headline = 'Thirteen quarrymen refused the incinerator';
    const cited = await withFinding({ headline, at: day(1) });
    const origin = 'https://meridian.example';
    const citing = await withFinding({
      headline: 'Quarrymen and the incinerator, once more',
      at: day(2),
      ...linking(`${origin}/articles/${cited.article.slug}`),
    });
    const link = { from: citing.finding.id, kind: 'supports' as const, to: cited.finding.id };
    await db.editorial.findingLink.create({
      data: { fromId: link.from, kind: link.kind, toId: link.to },
    });
    for (const table of ['published_citation', 'published_related', 'published_word'])
      await db.sql(`DELETE FROM ${table}`);
    expect(await listPublishedCitingArticle(db.reader, cited.article.id)).toEqual([]);

    expect(await fillRelations(db.url, [origin])).toBeGreaterThanOrEqual(2);
    expect(idsOf(await listPublishedCitingArticle(db.reader, cited.article.id))).toEqual([
      citing.article.id,
    ]);
    expect(idsOf(await listPublishedCitingFinding(db.reader, cited.finding.id))).toEqual([
      citing.article.id,
    ]);
    expect(idsOf(await listPublishedRelated(db.reader, cited.article.id))[0]).toBe(
      citing.article.id,
    );
    expect(await fillRelations(db.url, [origin])).toBe(0);
  });
});
