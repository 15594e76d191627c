import { paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  approve,
  prose,
  publishNew,
  sentence,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
});
afterAll(() => desk.close());

const editorial = () => desk.db.editorial;

describe('from draft to readers', () => {
  test('two people and two roles bring an article with its finding out', async () => {
    const { article, finding } = await writeWithFinding(editorial(), author);
    const { revisionId } = await author.call.editor.articles.submit({ id: article.id });
    await editor.call.editor.findings.verify({ id: finding.id });
    const approved = await editor.call.editor.articles.approve({ id: article.id, revisionId });
    const published = await publisher.call.editor.articles.publish({
      id: article.id,
      revisionId: approved.approvedRevisionId ?? '',
    });
    expect(published).toMatchObject({
      state: 'published',
      firstPublishedAt: desk.clock.now.toISOString(),
    });

    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown).toMatchObject({
      headline: 'Before the rains',
      version: 1,
      text: prose.join(' '),
    });
    expect(shown.findings.map(({ id, quote }) => [id, quote?.exact])).toEqual([
      [finding.id, sentence],
    ]);
    const { findings } = await author.call.editor.articles.get({ id: article.id });
    expect(findings[0]?.state).toBe('published');
  });

  test('what is not published is nothing to readers', async () => {
    const article = await writeArticle(editorial(), author);
    const draft = await problemIn(desk.nobody.articles.bySlug({ slug: article.slug }));
    const never = await problemIn(desk.nobody.articles.bySlug({ slug: 'never-was' }));
    expect(draft).toEqual(never);
    expect(draft.code).toBe('not_found');
  });

  test('refuses to publish with every reason at once', async () => {
    const draft = await author.call.editor.articles.create({ headline: '' });
    const { publishable } = await author.call.editor.articles.get({ id: draft.id });
    expect(publishable.ok).toBe(false);
    expect(publishable.ok ? [] : publishable.reasons.map(({ code }) => code)).toEqual(
      expect.arrayContaining([
        'headline_missing',
        'standfirst_missing',
        'topic_missing',
        'byline_missing',
        'not_approved',
      ]),
    );
  });

  test('publishing twice publishes once', async () => {
    const { article } = await writeWithFinding(editorial(), author);
    const revisionId = await approve(article.id, author, editor);
    const expected = { id: article.id, revisionId };
    const both = await Promise.all([
      publisher.call.editor.articles.publish(expected),
      publisher.call.editor.articles.publish(expected),
    ]);
    expect(both.map(({ state }) => state)).toEqual(['published', 'published']);
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown.version).toBe(1);
    const records = await desk.db.sql(
      `select 1 from audit_record where action = 'article.publish' and subject_id = $1`,
      [article.id],
    );
    expect(records).toHaveLength(1);
  });
});

describe('editing', () => {
  test('what was approved voids the approval, and the record says why', async () => {
    const { article } = await writeWithFinding(editorial(), author);
    await approve(article.id, author, editor);
    const { article: current } = await author.call.editor.articles.get({ id: article.id });
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    const saved = await author.call.editor.articles.save({
      id: article.id,
      seen: current.save,
      content: { ...articleContentOf(current), standfirst: 'Changed after approval.' },
    });
    expect(saved.article).toMatchObject({
      state: 'draft',
      approvedRevisionId: null,
      approvedBy: null,
    });
    const [record] = await desk.db.sql<{ details: { code: string } }>(
      `select details from audit_record where subject_id = $1 and action = 'article.edit' order by at desc limit 1`,
      [article.id],
    );
    expect(record?.details.code).toBe('edited_after_approval');
  });

  test('a published article leaves the live version as it is until the next is out', async () => {
    const { article, finding } = await publishNew(editorial(), author, publisher);
    const saved = await author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: {
        ...articleContentOf(article),
        headline: 'After the rains',
        body: paragraphs('First of all.', ...prose),
      },
    });
    expect(saved.article.state).toBe('draft');
    expect((await desk.nobody.articles.bySlug({ slug: article.slug })).headline).toBe(
      'Before the rains',
    );

    await approve(article.id, author, editor);
    desk.clock.now = new Date(desk.clock.now.getTime() + 3_600_000);
    await publisher.call.editor.articles.correct({
      id: article.id,
      corrections: [
        {
          was: 'Before',
          now: 'After',
          why: 'The rains had come.',
          severity: 'correction',
          findingId: finding.id,
        },
      ],
    });
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown).toMatchObject({ headline: 'After the rains', version: 2, corrected: true });
    expect(shown.revisedAt).toBe(desk.clock.now.toISOString());
    expect(shown.corrections.map(({ why }) => why)).toEqual(['The rains had come.']);
    expect(shown.findings[0]?.quote?.start).toBe(shown.text.indexOf(sentence));
    expect((await desk.nobody.articles.version({ slug: article.slug, number: 1 })).headline).toBe(
      'Before the rains',
    );
  });

  test('the same save twice counts once', async () => {
    const article = await writeArticle(editorial(), author);
    const content = { ...articleContentOf(article), section: 'Talks' };
    const input = { id: article.id, seen: article.save, content };
    const first = await author.call.editor.articles.save(input);
    const second = await author.call.editor.articles.save(input);
    expect(second.article.save).toBe(first.article.save);
  });

  test('over another’s save is refused with who, when and which fields', async () => {
    const article = await writeArticle(editorial(), author);
    const content = articleContentOf(article);
    await editor.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...content, headline: 'The editor’s', section: 'Talks' },
    });
    const stale = author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...content, headline: 'The author’s' },
    });
    const problem = await problemIn(stale);
    expect(problem.code).toBe('stale');
    expect(problem.reasons[0]?.details).toMatchObject({
      by: editor.account.id,
      name: editor.account.name,
      at: desk.clock.now.toISOString(),
      fields: ['section', 'headline'],
    });
  });

  test('two saves at the same moment: one is stored, the other learns what changed', async () => {
    const article = await writeArticle(editorial(), author);
    const save = (person: Person, section: string) =>
      person.call.editor.articles.save({
        id: article.id,
        seen: article.save,
        content: { ...articleContentOf(article), section },
      });
    const outcomes = await Promise.allSettled([save(author, 'One'), save(editor, 'Two')]);
    const kept = outcomes.filter(({ status }) => status === 'fulfilled');
    expect(kept).toHaveLength(1);
    const refused = outcomes.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    const problem = await problemIn(Promise.reject(refused.reason));
    expect([problem.code, problem.reasons[0]?.details.fields]).toEqual(['stale', ['section']]);
  });

  test('of another’s article is not for a contributor', async () => {
    const article = await writeArticle(editorial(), author);
    const other = await desk.person('contributor');
    const save = other.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: articleContentOf(article),
    });
    expect(await problemIn(save)).toMatchObject({ code: 'not_permitted' });
    expect(await problemIn(other.call.editor.articles.get({ id: article.id }))).toMatchObject({
      code: 'not_permitted',
    });
  });
});

describe('review', () => {
  test('nobody approves what they wrote, while four eyes are on', async () => {
    const { article } = await writeWithFinding(editorial(), editor);
    const { revisionId } = await editor.call.editor.articles.submit({ id: article.id });
    const refused = editor.call.editor.articles.approve({ id: article.id, revisionId });
    expect(await reasonsIn(refused)).toEqual(['own_words']);
  });

  test('a revision that the text has moved on from is not approved', async () => {
    const article = await writeArticle(editorial(), author);
    const { revisionId } = await author.call.editor.articles.submit({ id: article.id });
    await author.call.editor.articles.save({
      id: article.id,
      seen: article.save,
      content: { ...articleContentOf(article), standfirst: 'Changed while in review.' },
    });
    const refused = editor.call.editor.articles.approve({ id: article.id, revisionId });
    expect(await reasonsIn(refused)).toEqual(['revision_moved_on']);
  });

  test('requested changes turn up on the author’s desk until it is submitted again', async () => {
    const article = await writeArticle(editorial(), author);
    await author.call.editor.articles.submit({ id: article.id });
    await editor.call.editor.articles.requestChanges({
      id: article.id,
      comment: 'Name the council.',
    });
    const awaiting = async () =>
      (await author.call.editor.desk()).awaitingMe.articles.map(({ id }) => id);
    expect(await awaiting()).toContain(article.id);
    const { comments } = await author.call.editor.articles.get({ id: article.id });
    expect(comments.map(({ text }) => text)).toEqual(['Name the council.']);
    desk.clock.now = new Date(desk.clock.now.getTime() + 1000);
    await author.call.editor.articles.submit({ id: article.id });
    expect(await awaiting()).not.toContain(article.id);
    expect((await editor.call.editor.desk()).awaitingMe.articles.map(({ id }) => id)).toContain(
      article.id,
    );
  });
});

describe('taking back', () => {
  test('a retraction leaves its notice and takes text and findings away', async () => {
    const { article, finding } = await publishNew(editorial(), author, publisher);
    await publisher.call.editor.articles.retract({
      id: article.id,
      why: 'The document was forged.',
    });
    const shown = await desk.nobody.articles.bySlug({ slug: article.slug });
    expect(shown).toMatchObject({ retracted: true, body: null, text: '', findings: [] });
    expect(shown.retraction?.why).toBe('The document was forged.');
    const { findings } = await publisher.call.editor.articles.get({ id: article.id });
    expect(findings.find(({ id }) => id === finding.id)?.state).toBe('withdrawn');
  });

  test('several drafts are archived and brought back at once, all of them or none', async () => {
    const { archiveMany, restoreMany } = publisher.call.editor.articles;
    const { article: live } = await publishNew(editorial(), author, publisher);
    const ids = [
      (await writeArticle(editorial(), author)).id,
      (await writeArticle(editorial(), author)).id,
    ];
    const states = async () =>
      (
        await desk.db.sql<{ state: string }>('select state from article where id = any($1)', [ids])
      ).map(({ state }) => state);
    const problem = await problemIn(archiveMany({ ids: [...ids, live.id] }));
    expect(problem.reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: live.id, code: 'readers_have_it' } },
    ]);
    expect(await states()).toEqual(['draft', 'draft']);
    expect(await archiveMany({ ids })).toEqual({ ids });
    expect(await states()).toEqual(['archived', 'archived']);
    expect((await problemIn(restoreMany({ ids: [...ids, live.id] }))).reasons).toMatchObject([
      { code: 'article_refused', details: { articleId: live.id } },
    ]);
    expect(await states()).toEqual(['archived', 'archived']);
    await restoreMany({ ids });
    expect(await states()).toEqual(['draft', 'draft']);
  });

  test('an archived article is nothing to readers, and can be brought back', async () => {
    const { article } = await publishNew(editorial(), author, publisher);
    const { publishedAt } = await desk.nobody.articles.bySlug({ slug: article.slug });
    await publisher.call.editor.articles.archive({ id: article.id });
    expect((await problemIn(desk.nobody.articles.bySlug({ slug: article.slug }))).code).toBe(
      'not_found',
    );
    await publisher.call.editor.articles.restore({ id: article.id });
    const revisionId = await approve(article.id, author, editor);
    desk.clock.now = new Date(desk.clock.now.getTime() + 86_400_000);
    await publisher.call.editor.articles.publish({ id: article.id, revisionId });
    // It is the same article, with its day of first publication.
    expect(await desk.nobody.articles.bySlug({ slug: article.slug })).toMatchObject({
      version: 1,
      publishedAt,
      revisedAt: desk.clock.now.toISOString(),
    });
  });
});
