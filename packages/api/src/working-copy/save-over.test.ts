import { paragraphs } from '@viewpoints/db/testing/builders';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import type { Block } from '@viewpoints/domain/document/blocks';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, problemIn, type TestDesk } from '../testing/test-desk.ts';
import {
  approve,
  prose,
  sentence,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor', 'publisher');
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
});

/** Saves a change of what an article was at a save. */
const saveOver = (
  person: Person,
  article: ArticleContent & { id: string; save: number },
  change: Partial<ArticleContent>,
) =>
  person.call.editor.articles.save({
    id: article.id,
    seen: article.save,
    content: { ...articleContentOf(article), ...change },
  });

const [first, second, third] = prose as [string, string, string];

describe('a save over an older one', () => {
  test('is merged by field, and says what it was merged with', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    await saveOver(editor, article, { section: 'Talks', genre: 'opinion' });
    const saved = await saveOver(author, article, { standfirst: 'Ostrava still waits.' });
    expect(saved.article).toMatchObject({
      ...{ section: 'Talks', genre: 'opinion', standfirst: 'Ostrava still waits.' },
      save: article.save + 2,
    });
    expect(saved.merged).toEqual([
      {
        save: article.save + 1,
        by: { id: editor.account.id, name: editor.account.name },
        at: desk.clock.now.toISOString(),
        fields: ['section', 'genre'],
      },
    ]);
  });

  test('is merged by block and by word', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    await saveOver(editor, article, {
      body: paragraphs('The council met again.', second, third, 'It rained.'),
    });
    const { article: saved } = await saveOver(author, article, {
      body: paragraphs('The whole council met.', second, 'The talks continue.'),
    });
    expect(saved.body).toEqual(
      paragraphs('The whole council met again.', second, 'The talks continue.', 'It rained.'),
    );
    const { article: read } = await author.call.editor.articles.get({ id: article.id });
    expect(read.body).toEqual(saved.body);
  });

  test('is merged over several saves of others, and of oneself', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const { article: next } = await saveOver(author, article, { section: 'Talks' });
    await saveOver(editor, next, { body: paragraphs(first, second, third, 'One.') });
    await saveOver(author, next, { headline: 'After the rains' });
    const { article: saved } = await saveOver(editor, article, {
      body: paragraphs('Zero.', first, second, third),
    });
    expect(saved).toMatchObject({
      ...{ section: 'Talks', headline: 'After the rains' },
      body: paragraphs('Zero.', first, second, third, 'One.'),
    });
  });

  test('is refused as stale if both changed the same words, and nothing of it is stored', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const theirs = await saveOver(editor, article, {
      body: paragraphs('The council sat.', second, third),
    });
    const mine = saveOver(author, article, {
      section: 'Talks',
      body: paragraphs('The council stood.', second, third),
    });
    expect(
      (await problemIn(mine)).reasons.map(({ code, details }) => [code, details.fields]),
    ).toEqual([['stale', ['body']]]);
    const { article: read } = await author.call.editor.articles.get({ id: article.id });
    expect(read).toEqual(theirs.article);
  });

  test('is refused if both changed the note, of which no former words are stored', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    await saveOver(editor, article, { note: 'Ask the council.' });
    expect(await problemIn(saveOver(author, article, { section: 'Talks' }))).toMatchObject({
      code: 'stale',
    });
    const noted = await saveOver(author, article, { section: 'Talks', note: 'Ask the council.' });
    expect(noted.article).toMatchObject({ section: 'Talks', note: 'Ask the council.' });
  });

  test('is merged over a save that touched the note alone', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const { article: noted } = await saveOver(editor, article, { note: 'Ask the council.' });
    await saveOver(editor, noted, { section: 'Talks' });
    const { article: saved } = await saveOver(author, noted, { headline: 'After the rains' });
    expect(saved).toMatchObject({ section: 'Talks', headline: 'After the rains' });
  });

  test('keeps both paragraphs that two people begin at the same moment', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    await Promise.all([
      saveOver(author, article, { body: paragraphs('Mine.', ...prose) }),
      saveOver(editor, article, { body: paragraphs(...prose, 'Theirs.') }),
    ]);
    const { article: read } = await author.call.editor.articles.get({ id: article.id });
    expect(read.body).toEqual(paragraphs('Mine.', ...prose, 'Theirs.'));
    expect(read.save).toBe(article.save + 2);
  });

  test('sent twice counts once, also after another save', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const change = { body: paragraphs(first, second, 'The talks continue.') };
    await saveOver(author, article, change);
    await saveOver(editor, article, { section: 'Talks' });
    const { article: again } = await saveOver(author, article, change);
    expect(again).toMatchObject({ save: article.save + 2, section: 'Talks', ...change });
  });

  test('takes quotes along with what others saved, and parts one whose words were changed', async () => {
    const { article, finding } = await writeWithFinding(desk.db.editorial, author);
    await editor.call.editor.findings.verify({ id: finding.id });
    await saveOver(editor, article, { body: paragraphs('It rained.', ...prose) });
    const moved = await saveOver(author, article, {
      body: paragraphs('The council sat.', second, third),
    });
    expect(moved.article.body).toEqual(paragraphs('It rained.', 'The council sat.', second, third));
    expect(moved.findings[0]).toMatchObject({
      state: 'verified',
      evidence: { quote: { exact: sentence, start: 'It rained. The council sat. '.length } },
    });
    await saveOver(editor, moved.article, { section: 'Talks' });
    const lost = await saveOver(author, moved.article, {
      body: paragraphs('It rained.', 'The council sat.', 'Ostrava will sign.', third),
    });
    expect(lost.findings[0]).toMatchObject({ state: 'proposed', verifiedBy: null });
  });

  test('is by who made it: the words of the others wait for nobody new', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const revisionId = await approve(article.id, author, editor);
    expect(revisionId).not.toBe('');
    const opened = (await author.call.editor.articles.get({ id: article.id })).article;
    await saveOver(editor, opened, { body: paragraphs(...prose, 'The editor adds this.') });
    const { article: saved } = await saveOver(author, opened, { section: 'Talks' });
    expect(saved).toMatchObject({ state: 'draft', approvedRevisionId: null });
    const parts = await desk.db.editorial.contributionPart.findMany({
      where: { articleId: article.id, part: 'section' },
    });
    expect(parts.map(({ accountId }) => accountId)).toEqual([author.account.id]);
    const blocks = await desk.db.editorial.contributionPart.groupBy({
      by: ['accountId'],
      where: { articleId: article.id, part: { startsWith: 'blocks.' } },
      _count: true,
      orderBy: { _count: { part: 'desc' } },
    });
    expect(blocks.map(({ accountId, _count }) => [accountId, _count])).toEqual([
      [author.account.id, 3],
      [editor.account.id, 1],
    ]);
  });

  test('that would be longer than an article can be is refused by its field, and nothing is stored', async () => {
    const article = await writeArticle(desk.db.editorial, author);
    const code = (letter: string): Block => ({
      type: 'codeBlock',
      attrs: { language: null },
      content: [{ type: 'text', text: letter.repeat(1_200_000) }],
    });
    const { body } = article;
    const theirs = await saveOver(editor, article, {
      body: { ...body, content: [code('a'), ...body.content] },
    });
    const problem = await problemIn(
      saveOver(author, article, { body: { ...body, content: [...body.content, code('b')] } }),
    );
    expect([problem.code, problem.reasons[0]?.code, problem.reasons[0]?.at]).toEqual([
      ...['invalid_input', 'too_long', 'content.body'],
    ]);
    const stored = await desk.db.editorial.articleUpdate.findMany({
      where: { articleId: article.id },
      orderBy: { id: 'desc' },
    });
    expect(stored[0]?.save).toBe(theirs.article.save);
  });
});
