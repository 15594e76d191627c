import { addActor, addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import {
  listPublishedFeedArticles,
  listPublishedFeedFindings,
} from '@viewpoints/published/query/feeds';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, findingContent, prose, writeArticle } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const [met = '', sign = '', talks = ''] = prose;

/** An article whose findings were proposed in the order given; null quotes no sentence but a source. */
async function writeWith(
  sentences: (string | null)[],
): Promise<{ article: Article; ids: string[] }> {
  const article = await writeArticle(desk.db.editorial, author);
  const ids: string[] = [];
  for (const exact of sentences) ids.push((await propose(article, exact)).id);
  return { article, ids };
}

async function propose(article: Article, exact: string | null, given = {}) {
  const { id: sourceId } = await addSource(desk.db.editorial);
  const content = findingContent(article, { ...(exact === null ? {} : { exact }), ...given });
  const unquoted = { quote: null, locators: [{ sourceId, locator: 'p. 4' }] };
  return author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: exact === null ? { ...content, evidence: unquoted } : content,
  });
}

async function publish({ id }: Article): Promise<void> {
  const revisionId = await approve(id, author, publisher);
  await publisher.call.editor.articles.publish({ id, revisionId });
}

const figures = ({ findings }: { findings: { id: string; number: number | null }[] }) =>
  findings.map(({ id, number }) => [id, number]);
const read = ({ slug }: Article) => desk.nobody.articles.bySlug({ slug });
const readAlone = async (ids: string[]) =>
  Promise.all(
    ids.map(async (id) => [id, (await desk.nobody.findings.byId({ id })).finding.number]),
  );

describe('the figure of a finding', () => {
  test('given one rejected and others proposed out of order, then it goes by the text, without a gap, everywhere', async () => {
    const { article, ids } = await writeWith([talks, sign, met]);
    const [last = '', rejected = '', first = ''] = ids;
    await publisher.call.editor.findings.reject({ id: rejected, why: 'Nobody said so.' });
    await publish(article);
    const expected = [
      [first, 1],
      [last, 2],
    ];
    expect(figures(await read(article))).toEqual(expected);
    expect(await readAlone([first, last])).toEqual(expected);
    const listed = await desk.nobody.findings.list({ article: article.slug });
    expect(figures({ findings: listed.items })).toEqual(expected);
    const fed = await listPublishedFeedArticles(desk.db.reader, { limit: 50 });
    expect(fed.filter(({ id }) => id === article.id).map(figures)).toEqual([expected]);
  });

  test('given one is withdrawn, then the others close up at once, in the article and by themselves', async () => {
    const { article, ids } = await writeWith([met, sign, talks]);
    const [first = '', second = '', third = ''] = ids;
    await publish(article);
    expect(figures(await read(article))).toEqual(ids.map((id, index) => [id, index + 1]));
    await publisher.call.editor.findings.withdraw({ id: first, why: 'Somebody is recognised.' });
    expect(figures(await read(article))).toEqual([
      [second, 1],
      [third, 2],
    ]);
    expect(await readAlone([second, third])).toEqual([
      [second, 1],
      [third, 2],
    ]);
  });

  test('given a correction took its sentence away, then each version has its own figures, and where it was last is known', async () => {
    const { article, ids } = await writeWith([met, sign, null]);
    const [old = '', kept = '', unquoted = ''] = ids;
    await publish(article);
    const { slug } = article;
    const { article: live } = await author.call.editor.articles.get({ id: article.id });
    const { article: next } = await author.call.editor.articles.save({
      id: article.id,
      seen: live.save,
      content: { ...articleContentOf(live), body: paragraphs('Nobody met.', sign, talks) },
    });
    const now = await propose(next, 'Nobody met.', { proposition: 'Nobody met' });
    await publisher.call.editor.findings.verify({ id: now.id });
    await publisher.call.editor.findings.supersede({
      oldId: old,
      newId: now.id,
      kind: 'correction',
    });
    // Until the correction is published, its replacement shows in no figure.
    expect(figures(await read(article))).toEqual(ids.map((id, index) => [id, index + 1]));
    await publish(article);
    expect(figures(await read(article))).toEqual([
      [now.id, 1],
      [kept, 2],
      [unquoted, 3],
      [old, null],
    ]);
    expect(figures(await desk.nobody.articles.version({ slug, number: 1 }))).toEqual([
      [old, 1],
      [kept, 2],
      [unquoted, 3],
    ]);
    expect(await desk.nobody.findings.byId({ id: old })).toMatchObject({
      ...{ finding: { number: null, state: 'corrected' }, lastVersion: 1 },
    });
    expect(await desk.nobody.findings.byId({ id: kept })).toMatchObject({
      ...{ finding: { number: 2 }, lastVersion: null },
    });
  });
});

describe('lists of findings', () => {
  test('have those of an article together in the order of its text, and lose none between pages', async () => {
    const actor = await addActor(desk.db.editorial);
    const holders = [{ actorId: actor.id, wording: null, basis: 'articles_own' }];
    const both: string[][] = [];
    // Both are published at the same moment.
    for (const order of [
      [talks, null, met, sign],
      [sign, talks, null, met],
    ]) {
      const article = await writeArticle(desk.db.editorial, author);
      const found: [string | null, string][] = [];
      for (const exact of order)
        found.push([exact, (await propose(article, exact, { holders })).id]);
      await publish(article);
      both.push(
        [met, sign, talks, null].map((exact) => found.find(([of]) => of === exact)?.[1] ?? ''),
      );
    }
    const listed: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.nobody.findings.list({ actor: actor.slug, limit: 3, cursor });
      listed.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect([both.flat(), both.toReversed().flat()]).toContainEqual(listed);
    const fed = await listPublishedFeedFindings(desk.db.reader, { actorId: actor.id, limit: 50 });
    expect(fed.map(({ finding }) => finding.id)).toEqual(listed);
  });
});

describe('what links may lead to', () => {
  const anchors = async (article: Article) =>
    (await read(article)).anchors.map(({ findingId, state, legacyNumber }) => [
      ...[findingId, state, legacyNumber],
    ]);

  test('given a finding published from now on, then its id alone, also once it is withdrawn', async () => {
    const { article, ids } = await writeWith([met, sign]);
    const [gone = '', kept = ''] = ids;
    await publish(article);
    expect(await anchors(article)).toEqual([
      [gone, 'published', null],
      [kept, 'published', null],
    ]);
    await publisher.call.editor.findings.withdraw({ id: gone, why: 'Somebody is recognised.' });
    expect(new Map((await anchors(article)).map(([id, ...rest]) => [id, rest]))).toEqual(
      new Map([
        [gone, ['withdrawn', null]],
        [kept, ['published', null]],
      ]),
    );
    await publisher.call.editor.articles.retract({ id: article.id, why: 'It was invented.' });
    expect(await anchors(article)).toEqual([]);
  });

  test('given it came out under a number before, then that for ever: in a next version, and after the article was archived', async () => {
    const { article, ids } = await writeWith([met, sign]);
    const [first = '', second = ''] = ids;
    await publish(article);
    // As an upgrade leaves it (see the migration `finding_anchors`).
    for (const table of ['finding', 'published_finding'])
      await desk.db.sql(`UPDATE ${table} SET legacy_anchor = 7 WHERE id = $1`, [second]);
    const expected = [
      [first, 'published', null],
      [second, 'published', 7],
    ];
    expect(await anchors(article)).toEqual(expected);

    const { article: live } = await author.call.editor.articles.get({ id: article.id });
    const { article: next } = await author.call.editor.articles.save({
      id: article.id,
      seen: live.save,
      content: { ...articleContentOf(live), standfirst: 'Ostrava waits for rain.' },
    });
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    const third = await propose(next, talks);
    await publish(article);
    expect(await anchors(article)).toEqual([...expected, [third.id, 'published', null]]);
    const before = await desk.nobody.articles.version({ slug: article.slug, number: 1 });
    expect(before.anchors.map(({ findingId }) => findingId)).toEqual([first, second]);

    await publisher.call.editor.articles.archive({ id: article.id });
    expect(await desk.db.sql('SELECT FROM published_finding WHERE id = $1', [second])).toEqual([]);
    await publisher.call.editor.articles.restore({ id: article.id });
    await publish(article);
    expect((await anchors(article)).find(([id]) => id === second)).toEqual([
      ...[second, 'published', 7],
    ]);
  });
});

describe('notices of one correction', () => {
  test('are listed in the order in which they were written, though their ids reveal no time', async () => {
    const { article } = await writeWith([met]);
    await publish(article);
    const { article: live } = await author.call.editor.articles.get({ id: article.id });
    const content = { ...articleContentOf(live), standfirst: 'Ostrava waits for rain.' };
    await author.call.editor.articles.save({ id: article.id, seen: live.save, content });
    await approve(article.id, author, publisher);
    const corrections = Array.from({ length: 12 }, (_, index) => ({
      ...{ was: `${index} rivers`, now: 'Three rivers', why: 'Miscounted.' },
      ...{ severity: 'correction' as const, findingId: null },
    }));
    await publisher.call.editor.articles.correct({ id: article.id, corrections });
    const was = corrections.map((each) => each.was);
    expect((await read(article)).corrections.map((each) => each.was)).toEqual(was);
    const { items } = await desk.nobody.corrections.list({ limit: 12 });
    expect(items.map((each) => each.was)).toEqual(was);
  });
});
