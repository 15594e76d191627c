import { addSeries } from '@viewpoints/db/testing/builders';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import { type Tag, tag } from '@viewpoints/published/changes/tags';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appRouter } from '../app-router.ts';
import {
  type Caller,
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { approve, publishNew, writeArticle } from '../testing/written-article.ts';
import { callerFactory } from '../trpc.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const write = () => writeArticle(desk.db.editorial, author);
const save = async (article: Article, changes: Partial<ArticleContent>) =>
  (
    await author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...articleContentOf(article), ...changes },
    })
  ).article;
const publish = async ({ id }: Article) =>
  publisher.call.editor.articles.publish({ id, revisionId: await approve(id, author, publisher) });

describe('saving what an article is a translation of', () => {
  it('given a translation, then the original behind it is stored', async () => {
    const original = await write();
    const french = await save(await write(), { language: 'fr', translationOf: original.id });
    const dari = await save(await write(), { language: 'fa-AF', translationOf: french.id });
    expect(dari.translationOf).toBe(original.id);
  });

  it('given itself, its own translation, a language that is taken, or nothing that is there, then it is refused', async () => {
    const original = await write();
    const french = await save(await write(), { language: 'fr', translationOf: original.id });
    expect(await reasonsIn(save(original, { translationOf: original.id }))).toEqual([
      'translation_of_itself',
    ]);
    expect(await reasonsIn(save(french, { translationOf: french.id }))).toEqual([
      'translation_of_itself',
    ]);
    expect(await reasonsIn(save(original, { translationOf: french.id }))).toEqual([
      'translation_of_itself',
    ]);
    const problem = await problemIn(
      save(await write(), { language: 'fr', translationOf: original.id }),
    );
    expect(problem).toMatchObject({
      code: 'refused',
      reasons: [{ code: 'language_taken', at: 'translationOf' }],
    });
    expect(await reasonsIn(save(original, { language: 'fr' }))).toEqual(['language_taken']);
    expect(await reasonsIn(save(original, { translationOf: (await write()).id }))).toEqual([
      'has_translations',
    ]);
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(await reasonsIn(save(original, { translationOf: nobody }))).toEqual([
      'unknown_reference',
    ]);
  });
});

describe('saving picks', () => {
  it('given one twice and itself, then each other once, in order; more than six are refused', async () => {
    const [one, two] = [await write(), await write()];
    const article = await write();
    const saved = await save(article, { pickIds: [two.id, one.id, article.id, two.id] });
    expect(saved.pickIds).toEqual([two.id, one.id]);
    const many = Array.from({ length: 7 }, () => one.id);
    expect((await problemIn(save(saved, { pickIds: many }))).code).toBe('invalid_input');
  });

  it('given ids, then the headlines of those articles, for accounts that may list them', async () => {
    const article = await write();
    const nobody = '01900000-0000-7000-8000-000000000000';
    expect(await author.call.editor.articles.names({ ids: [article.id, nobody] })).toMatchObject([
      { id: article.id, headline: article.headline, language: 'en', state: 'draft' },
    ]);
  });
});

describe('a series', () => {
  it('given a part that is out, then the series is not removed, and readers see what it is called now', async () => {
    const series = await addSeries(desk.db.editorial);
    const { id, save: seen, ...content } = series;
    const article = await publish(await save(await write(), { series: { seriesId: id, part: 1 } }));
    expect((await problemIn(author.call.editor.series.remove({ id }))).code).toBe('in_use');
    await save(article, { series: null });
    expect((await problemIn(author.call.editor.series.remove({ id }))).code).toBe('in_use');
    await author.call.editor.series.save({
      id,
      seen,
      content: { ...content, name: 'The new name' },
    });
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown.series).toMatchObject({ series: { name: 'The new name' }, place: 1, count: 1 });
    expect(await desk.nobody.series.bySlug({ slug: series.slug })).toMatchObject({
      series: { name: 'The new name', partCount: 1 },
      parts: [{ id: article.id }],
    });
  });

  it('given a number that is published already, then it is a warning, and blocks nothing', async () => {
    const { id: seriesId } = await addSeries(desk.db.editorial);
    await publish(await save(await write(), { series: { seriesId, part: 2 } }));
    const again = await save(await write(), { series: { seriesId, part: 2 } });
    const { publishable } = await author.call.editor.articles.get({ id: again.id });
    expect(publishable.warnings.map(({ code, at }) => `${code} at ${at}`)).toEqual([
      'part_taken at series',
    ]);
    await publish(again);
  });
});

describe('what readers see around an article', () => {
  it('given a link to the full address of another on this site, then the other is cited', async () => {
    const { article: cited } = await publishNew(desk.db.editorial, author, publisher);
    const href = `http://reader.example/articles/${cited.slug}`;
    const body = {
      type: 'doc' as const,
      content: [
        {
          type: 'paragraph' as const,
          content: [
            {
              type: 'text' as const,
              text: 'As told',
              marks: [{ type: 'link' as const, attrs: { href } }],
            },
          ],
        },
      ],
    };
    const citing = await publish(await save(await write(), { body, pickIds: [cited.id] }));
    const around = await desk.nobody.articles.around({ slug: cited.slug });
    expect(around.citedBy).toMatchObject([{ id: citing.id, slug: citing.slug }]);
    await publisher.call.editor.articles.retract({ id: cited.id, why: 'It was wrong.' });
    const after = await desk.nobody.articles.around({ slug: citing.slug });
    expect(after.related.map(({ id }) => id)).not.toContain(cited.id);
    expect(after.changes).toMatchObject([
      { kind: 'retraction', article: { id: cited.id }, why: 'It was wrong.' },
    ]);
  });
});

describe('what an answer is noted under', () => {
  it('given a part with a pick, then its series and the picked piece, so that their changes drop it', async () => {
    const series = await addSeries(desk.db.editorial);
    const { article: picked } = await publishNew(desk.db.editorial, author, publisher);
    const part = await publish(
      await save(await write(), {
        series: { seriesId: series.id, part: 1 },
        pickIds: [picked.id],
      }),
    );
    const notedBy = async (ask: (call: Caller) => Promise<unknown>) => {
      const noted: Tag[] = [];
      const show = (tags: readonly Tag[]) => void noted.push(...tags);
      await ask(callerFactory(appRouter)({ ...author.context, account: null, show }));
      return noted;
    };
    const { slug } = part;
    expect(await notedBy((call) => call.articles.bySlug({ slug }))).toContain(
      tag.series(series.slug),
    );
    const round = await notedBy((call) => call.articles.around({ slug }));
    expect(round).toContain(tag.article(part.id));
    expect(round).toContain(tag.article(picked.id));
    const page = await notedBy((call) => call.series.bySlug({ slug: series.slug }));
    expect(page).toEqual([tag.series(series.slug), tag.article(part.id)]);
    const none = 'no-such-series';
    expect(await notedBy((call) => call.series.bySlug({ slug: none }).catch(() => null))).toEqual([
      tag.slug(none),
    ]);
  });
});
