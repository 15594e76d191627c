import { addActor, addIssue, paragraphs } from '@viewpoints/db/testing/builders';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { listPublishedFeedFindings } from '@viewpoints/published/query/feeds';
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

/** A published article whose actor holds three positions on one issue. */
async function publishThree() {
  const [actor, issue] = [await addActor(desk.db.editorial), await addIssue(desk.db.editorial)];
  const held = {
    holders: [{ actorId: actor.id, wording: null, basis: 'articles_own' as const }],
    issueIds: [issue.id],
  };
  const article = await writeArticle(desk.db.editorial, author);
  const findings: Finding[] = [];
  for (const [exact, asOf] of [
    [met, '2019'],
    [sign, '2020'],
    [talks, '2021'],
  ] as const)
    findings.push(await propose(article, { exact, asOf, proposition: `That ${exact}`, ...held }));
  await publish(article);
  const [old, kept, last] = findings;
  if (!(old && kept && last)) throw new Error('there are three');
  return { article, actor, issue, held, old, kept, last };
}

const propose = (article: Article, given: Parameters<typeof findingContent>[1]) =>
  author.call.editor.findings.propose({
    articleId: article.id,
    seen: article.save,
    content: findingContent(article, given),
  });

async function publish({ id }: Article): Promise<void> {
  const revisionId = await approve(id, author, publisher);
  await publisher.call.editor.articles.publish({ id, revisionId });
}

/** The article with its first sentence changed, and the finding that takes the old one's place, out. */
async function correct({ article, held, old }: Awaited<ReturnType<typeof publishThree>>) {
  const { article: live } = await author.call.editor.articles.get({ id: article.id });
  const body = paragraphs('The council never met.', sign, talks);
  const { article: next } = await author.call.editor.articles.save({
    id: article.id,
    seen: live.save,
    content: { ...articleContentOf(live), body },
  });
  const right = await propose(next, {
    exact: 'The council never met.',
    asOf: '2019',
    proposition: 'That the council never met',
    ...held,
  });
  await publisher.call.editor.findings.verify({ id: right.id });
  const supersession = { oldId: old.id, newId: right.id, kind: 'correction' as const };
  await publisher.call.editor.findings.supersede(supersession);
  await publish(article);
  return right;
}

const read = ({ slug }: Article) => desk.nobody.articles.bySlug({ slug });
const summaryOf = async ({ id }: Article, issue: string) =>
  (await desk.nobody.articles.list({ issue })).items.find((each) => each.id === id);

describe('a finding that the journal had wrong', () => {
  test('is shown as corrected, with what is right, in every view that has it', async () => {
    const given = await publishThree();
    const { article, actor, issue, old } = given;
    const right = await correct(given);
    const { slug } = article;
    const corrected = {
      id: old.id,
      state: 'corrected',
      successor: { id: right.id, proposition: 'That the council never met', article: { slug } },
    };
    const page = await desk.nobody.findings.byId({ id: old.id });
    expect(page.finding).toMatchObject(corrected);
    expect(page.replacedBy).toMatchObject({ kind: 'correction', finding: { id: right.id } });
    const live = await read(article);
    expect(live.findings.find(({ id }) => id === old.id)).toMatchObject(corrected);
    expect(live.anchors.find(({ findingId }) => findingId === old.id)).toMatchObject({
      state: 'corrected',
    });
    const before = await desk.nobody.articles.version({ slug, number: 1 });
    expect(before.findings.find(({ id }) => id === old.id)).toMatchObject(corrected);
    for (const by of [{ actor: actor.slug }, { issue: issue.slug }, { article: slug }]) {
      const { items } = await desk.nobody.findings.list(by);
      expect(items.find(({ id }) => id === old.id)).toMatchObject(corrected);
      expect(items.find(({ id }) => id === right.id)).toMatchObject({
        ...{ state: 'published', successor: null },
      });
    }
    const fed = await listPublishedFeedFindings(desk.db.reader, { actorId: actor.id, limit: 50 });
    expect(fed.find(({ finding }) => finding.id === old.id)?.finding).toMatchObject(corrected);
  });

  test('is no position, and counts nowhere: in the live version, an old one, a list, or by whom and on what', async () => {
    const given = await publishThree();
    const { article, actor, issue, kept, last } = given;
    const right = await correct(given);
    const position = await desk.nobody.positions.get({ actor: actor.slug, issue: issue.slug });
    expect(position.findings.map(({ id }) => id)).toEqual([right.id, kept.id, last.id]);
    expect((await desk.nobody.actors.bySlug({ slug: actor.slug })).issues).toMatchObject([
      { findingCount: 3 },
    ]);
    expect((await desk.nobody.issues.bySlug({ slug: issue.slug })).actors).toMatchObject([
      { findingCount: 3 },
    ]);
    expect((await read(article)).findingCount).toBe(3);
    const before = await desk.nobody.articles.version({ slug: article.slug, number: 1 });
    expect(before.findingCount).toBe(2);
    expect((await summaryOf(article, issue.slug))?.findingCount).toBe(3);
  });

  test('is on the front page under nothing', async () => {
    const given = await publishThree();
    const { old } = given;
    const ids = async () => {
      const { leadFindings, latestFindings } = await desk.nobody.front.get();
      return [...leadFindings, ...latestFindings].map(({ id }) => id);
    };
    expect(await ids()).toContain(old.id);
    const right = await correct(given);
    expect(await ids()).not.toContain(old.id);
    expect(await ids()).toContain(right.id);
  });
});

describe('a position that changed', () => {
  test('is shown as superseded, with what is held now, and stays in the position and the count', async () => {
    const { article, actor, issue, old, kept, last } = await publishThree();
    await publisher.call.editor.findings.supersede({
      ...{ oldId: old.id, newId: last.id, kind: 'position_change' },
    });
    const superseded = { state: 'superseded', successor: { id: last.id } };
    expect((await desk.nobody.findings.byId({ id: old.id })).finding).toMatchObject(superseded);
    const { findings } = await desk.nobody.positions.get({ actor: actor.slug, issue: issue.slug });
    expect(findings).toMatchObject([
      { id: old.id, ...superseded },
      { id: kept.id },
      { id: last.id },
    ]);
    const live = await read(article);
    expect(live.findingCount).toBe(3);
    expect((await summaryOf(article, issue.slug))?.findingCount).toBe(3);
  });

  test('is what was held before, also where what is held now was corrected since', async () => {
    const given = await publishThree();
    const { kept, last, article } = given;
    await publisher.call.editor.findings.supersede({
      ...{ oldId: kept.id, newId: last.id, kind: 'position_change' },
    });
    const { article: live } = await author.call.editor.articles.get({ id: article.id });
    const right = await propose(live, { exact: sign, asOf: '2021', ...given.held });
    await publisher.call.editor.findings.verify({ id: right.id });
    await publish(article);
    const supersession = { oldId: last.id, newId: right.id, kind: 'correction' as const };
    await publisher.call.editor.findings.supersede(supersession);
    const { changes } = await desk.nobody.front.get();
    expect(changes.find(({ was }) => was.id === kept.id)?.now.id).toBe(right.id);
    expect(changes.map(({ now }) => now.state)).not.toContain('corrected');
  });
});

test('what replaced a finding is withdrawn: then it is current again, and counts', async () => {
  const { article, issue, old, last } = await publishThree();
  await publisher.call.editor.findings.supersede({
    ...{ oldId: old.id, newId: last.id, kind: 'correction' },
  });
  expect((await summaryOf(article, issue.slug))?.findingCount).toBe(2);
  await publisher.call.editor.findings.withdraw({ id: last.id, why: 'Nobody said so.' });
  expect((await summaryOf(article, issue.slug))?.findingCount).toBe(2);
  expect((await desk.nobody.findings.byId({ id: old.id })).finding).toMatchObject({
    ...{ state: 'published', successor: null },
  });
});
