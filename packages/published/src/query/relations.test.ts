import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addSeries,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { readSql } from '@viewpoints/db/testing/read-sql';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeNamed } from '../project/write-named.ts';
import { datedArticles, day, embargo, idsOf } from '../testing/dated-articles.ts';
import { publish } from '../testing/publish.ts';
import { listPublishedMonths } from './archive.ts';
import { type ArticleFilter, listPublishedArticles } from './articles.ts';
import { getFront } from './front.ts';
import { listPublishedRelated } from './related.ts';
import { findPublishedPlaceInSeries, listPublishedTranslations } from './relations.ts';
import { findPublishedSeriesPage, listPublishedSeries } from './series.ts';

let db: TestDatabase;
let by: string;
const { published, retractOn } = datedArticles(() => ({ db, by }));

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());

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
    await retractOn(gone.id);
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
    await retractOn(dari.id);
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
    const request = { ...filter, cursor: null, limit: 20 };
    return (await listPublishedArticles(db.reader, { ...request, together: true })).items;
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
    await retractOn(british.id);
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

  it('given the archive, then it is in one month alone, and is counted there', async () => {
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
    await retractOn(byActor.id);
    expect(idsOf(await listPublishedRelated(db.reader, old.id))).not.toContain(byActor.id);
    expect(await listPublishedRelated(db.reader, byActor.id)).toEqual([]);
  });

  it('given one that is archived at that moment, then it is left out', async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const [kept, archived] = [await published({ topicIds }), await published({ topicIds })];
    await db.sql('BEGIN');
    await db.sql('DELETE FROM published_article WHERE id = $1', [archived.id]);
    const publishing = published({ topicIds });
    await Promise.race([publishing, waitForWaiting(db, 1)]);
    await db.sql('COMMIT');
    const related = idsOf(await listPublishedRelated(db.reader, (await publishing).id));
    expect(related).toContain(kept.id);
    expect(related).not.toContain(archived.id);
  });

  it('given a pick that was deleted for good since the version was approved, then it is left out', async () => {
    const article = await published({});
    const [kept, gone] = [await published({}), await addArticle(db.editorial, { by })];
    const content = { ...articleContentOf(article), pickIds: [gone.id, kept.id] };
    const view = { id: article.id, pictures: [], files: [] } as unknown as ArticleView;
    await db.sql('BEGIN');
    await db.sql('DELETE FROM article WHERE id = $1', [gone.id]);
    const writing = inTransaction(db.editorial, (tx) => writeNamed(tx, { view, content }));
    await Promise.race([writing.catch(() => null), waitForWaiting(db, 1)]);
    await db.sql('COMMIT');
    await writing;
    const picks = await db.editorial.publishedPick.findMany({ where: { articleId: article.id } });
    expect(picks.map(({ pickedId }) => pickedId)).toEqual([kept.id]);
  });

  it('given picks, then they come first and in order, without those that cannot be read', async () => {
    const topic = await addTopic(db.editorial);
    const topicIds = [topic.id];
    const [one, two, gone] = [await published(), await published(), await published()];
    const hidden = await published({ visibleFrom: embargo() });
    const near = await published({ topicIds });
    const pickIds = [two.id, hidden.id, gone.id, one.id];
    const picking = await published({ topicIds, pickIds });
    await retractOn(gone.id);
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
    const article = await published({ topicIds, at: day(3) });
    const traduit = await published({
      ...{ topicIds, language: 'fr', translationOf: article.id, at: day(4), pickIds: [article.id] },
    });
    expect(idsOf(await listPublishedRelated(db.reader, article.id))).toEqual([near.id]);
    expect(idsOf(await listPublishedRelated(db.reader, traduit.id))).toEqual([proche.id]);
  });

  it('given a pick in another language, then it, as it was picked', async () => {
    const topicIds = [(await addTopic(db.editorial)).id];
    const near = await published({ topicIds });
    const proche = await published({ topicIds, language: 'fr', translationOf: near.id });
    const article = await published({ topicIds, pickIds: [proche.id] });
    expect(idsOf(await listPublishedRelated(db.reader, article.id))).toEqual([proche.id]);
  });
});
