import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import {
  type LinkComment,
  MAX_LINK_COMMENTS,
  MAX_PREVIEW_LINKS,
  SharedPreview,
} from '@viewpoints/domain/articles/shared-preview';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import {
  approve,
  findingContent,
  prose,
  publishNew,
  sentence,
  writeArticle,
  writeWithFinding,
} from '../testing/written-article.ts';
import { commentOnPreview } from './comment-on-preview.ts';
import { showSharedPreview } from './show-shared-preview.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let stranger: Person;
beforeAll(async () => {
  desk = await openTestDesk();
  [author, editor, publisher, stranger] = await Promise.all([
    desk.person('contributor'),
    desk.person('editor'),
    desk.person('publisher'),
    desk.person('contributor'),
  ]);
});
afterAll(() => desk.close());
beforeEach(() => {
  desk.clock.now = new Date('2021-03-04T09:00:00.000Z');
});

const db = () => desk.db.editorial;
const links = (person: Person) => person.call.editor.articles.previewLinks;
const parts = () => ({ editorial: db(), now: () => desk.clock.now });
const open = async (token: string) => {
  const readerUrl = 'http://reader.example';
  const shown = await showSharedPreview({ ...parts(), reader: desk.db.reader, readerUrl }, token);
  // As it goes over the wire.
  return shown && SharedPreview.parse(JSON.parse(JSON.stringify(shown)));
};
const whole = { kind: 'article' } as const;
const comment = (token: string, text: string, on: LinkComment['on'] = whole) =>
  commentOnPreview(parts(), { token, comment: { text, on } });
const threadsOf = async (articleId: string) =>
  (await editor.call.editor.articles.comments.list({ articleId })).threads;

async function linkTo(articleId: string, person = editor, label = 'A reader') {
  const { id, link } = await links(person).create({ articleId, label });
  return { id, token: link.split('/').at(-1) ?? '' };
}
async function say(articleId: string, ...text: string[]) {
  const { article } = await editor.call.editor.articles.get({ id: articleId });
  const content = { ...articleContentOf(article), body: paragraphs(...text) };
  return editor.call.editor.articles.save({ id: articleId, seen: article.save, content });
}
async function expectOver(token: string) {
  expect(await open(token)).toBeNull();
  await expect(comment(token, 'Late')).rejects.toMatchObject({ code: 'link_expired' });
}

/** An article with a verified finding, and sources whose terms protect a name. */
async function writeProtected(attribution: AttributionTerms = 'chatham_house') {
  const protectedSource = (name: string) =>
    addSource(db(), {
      participants: [{ id: crypto.randomUUID(), name, affiliation: '' }],
      terms: { attribution, disclosure: 'clear' },
      descriptor: 'a member of the council',
    });
  const source = await protectedSource('Zelka Domquiv');
  const { article, finding } = await writeWithFinding(db(), author, {
    holders: [{ actorId: null, wording: 'Ostrava', basis: 'second_hand' }],
    attribution: { sourceId: source.id, terms: null, descriptor: null, participantId: null },
  });
  const { article: saved } = await editor.call.editor.articles.save({
    id: article.id,
    seen: article.save,
    content: { ...articleContentOf(article), sourceIds: [source.id] },
  });
  await editor.call.editor.findings.verify({ id: finding.id });
  return { article: saved, finding, source };
}
async function saveSource(id: string, change: object) {
  const { save: seen, ...source } = await editor.call.editor.sources.get({ id });
  const { id: _, createdAt: __, updatedAt: ___, ...content } = source;
  await editor.call.editor.sources.save({ id, seen, content: { ...content, ...change } });
}

describe('a link to a preview', () => {
  test('shows the article as it was when it was made, as it would be published', async () => {
    const { article, finding } = await writeProtected();
    const { token } = await linkTo(article.id);
    await say(article.id, ...prose, 'Written later.');
    const shown = await open(token);
    expect(shown?.preview.article).toMatchObject({
      headline: article.headline,
      findings: [{ id: finding.id, attribution: { wording: 'a member of the council' } }],
    });
    expect(shown?.blocks).toEqual(prose);
    for (const inside of ['Written later', 'Domquiv', 'A reader'])
      expect(JSON.stringify(shown)).not.toContain(inside);
  });

  test('leaves out findings that nobody has verified', async () => {
    const { article, finding } = await writeProtected();
    const { article: now } = await editor.call.editor.articles.get({ id: article.id });
    await author.call.editor.findings.propose({
      ...{ articleId: article.id, seen: now.save },
      content: findingContent(article, { proposition: 'Nobody verified this' }),
    });
    const { token } = await linkTo(article.id);
    const shown = await open(token);
    expect(shown?.preview.article.findings.map(({ id }) => id)).toEqual([finding.id]);
    expect(JSON.stringify(shown)).not.toContain('Nobody verified');
  });

  test('is listed with its label and revoked, by who may write in the article', async () => {
    const { article } = await writeProtected();
    const { id } = await linkTo(article.id);
    const not = ['not_your_own'];
    const articleId = article.id;
    expect(await reasonsIn(links(stranger).list({ articleId }))).toEqual(not);
    expect(await reasonsIn(links(stranger).create({ articleId, label: 'Me' }))).toEqual(not);
    expect(await reasonsIn(links(stranger).revoke({ id }))).toEqual(not);
    expect(await links(author).list({ articleId })).toMatchObject([
      { id, label: 'A reader', status: 'open', comments: 0 },
    ]);
    await links(author).revoke({ id });
    expect(await links(author).list({ articleId })).toMatchObject([{ status: 'revoked' }]);
  });

  test('is in no row and no record, but for what made it', async () => {
    const { article } = await writeProtected();
    const { id, token } = await linkTo(article.id);
    await open(token);
    await comment(token, 'Which council?');
    const rows = await desk.db.sql('select * from preview_link where id = $1', [id]);
    const records = await desk.db.sql<{ action: string; by_id: string | null }>(
      `select action, by_id, details from audit_record
       where subject_id = $1 and action like 'preview_link%' order by action`,
      [article.id],
    );
    expect(records).toMatchObject([
      { action: 'preview_link.comment', by_id: null },
      { action: 'preview_link.create', by_id: editor.account.id },
    ]);
    for (const secret of [token, 'council']) expect(JSON.stringify(records)).not.toContain(secret);
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('comments by a link', () => {
  test('are in the panel by its label: on words, on a paragraph or on the whole', async () => {
    const { article } = await writeProtected();
    const { token } = await linkTo(article.id);
    const words = { exact: 'before the rains', prefix: 'will not sign ', suffix: '. The' };
    await comment(token, 'Which rains?', { kind: 'words', ...words });
    await comment(token, 'Who met?', { kind: 'block', index: 0 });
    await comment(token, 'Well done.');
    await comment(token, 'Where?', { kind: 'words', exact: 'in no text', prefix: '', suffix: '' });
    const threads = await threadsOf(article.id);
    const of = (text: string) => threads.find(({ comments }) => comments[0]?.text === text);
    expect(of('Which rains?')).toMatchObject({
      on: { kind: 'words', quote: words.exact, words: words.exact },
      comments: [{ by: { id: null, name: 'A reader' } }],
    });
    expect(of('Who met?')?.on).toMatchObject({ kind: 'words', words: prose[0] });
    expect(of('Well done.')?.on).toEqual({ kind: 'article' });
    expect(of('“in no text”\nWhere?')?.on).toEqual({ kind: 'article' });
    expect((await links(editor).list({ articleId: article.id }))[0]?.comments).toBe(4);
  });

  test('have the words that were shown where the text has others by now, and change nothing', async () => {
    const { article } = await writeProtected();
    const { token } = await linkTo(article.id);
    const { article: saved } = await say(article.id, 'The council met.', 'All is new.');
    await comment(token, 'Sure?', { kind: 'words', exact: sentence, prefix: '', suffix: '' });
    expect((await threadsOf(article.id))[0]?.on).toEqual({
      ...{ kind: 'words', quote: sentence, words: null },
    });
    const { article: after } = await editor.call.editor.articles.get({ id: article.id });
    expect(after.save).toBe(saved.save);
  });

  test('are answered and resolved as others, edited by nobody, and removed by the desk', async () => {
    const { article } = await writeProtected();
    const { token } = await linkTo(article.id);
    await comment(token, 'Which council?');
    const [thread] = await threadsOf(article.id);
    const id = thread?.comments[0]?.id ?? '';
    const comments = editor.call.editor.articles.comments;
    await comments.reply({ threadId: thread?.id ?? '', text: 'The northern one.' });
    expect(await reasonsIn(comments.edit({ id, text: 'Mine' }))).toEqual(['not_your_own']);
    expect((await problemIn(stranger.call.editor.articles.comments.remove({ id }))).code).toBe(
      'not_permitted',
    );
    await comments.remove({ id });
    // Both came at one moment of this test's clock.
    const left = (await threadsOf(article.id))[0]?.comments ?? [];
    expect(left.map((each) => [each.id === id, each.text])).toEqual(
      expect.arrayContaining([
        [true, null],
        [false, 'The northern one.'],
      ]),
    );
  });

  test('are counted', async () => {
    const { article } = await writeProtected();
    const { id, token } = await linkTo(article.id);
    await comment(token, 'One');
    const [thread] = await threadsOf(article.id);
    await desk.db.sql(
      `insert into comment (id, thread_id, link_id, at, text)
       select gen_random_uuid(), $1, $2, now(), 'More' from generate_series(2, $3::int)`,
      [thread?.id, id, MAX_LINK_COMMENTS],
    );
    await expect(comment(token, 'Too many')).rejects.toMatchObject({
      reasons: [{ code: 'too_many_comments' }],
    });
  });
});

describe('a link to a preview is refused', () => {
  test('if any text of it names a protected person, and says where', async () => {
    const { article } = await writeProtected();
    const articleId = article.id;
    await say(articleId, ...prose, 'So said Zelka Domquiv.');
    const problem = await problemIn(links(editor).create({ articleId, label: 'A reader' }));
    expect(problem.reasons[0]).toMatchObject({ code: 'protected_mention', at: 'body' });
    // Nothing of it was stored.
    expect(await desk.db.sql('select 1 from revision where article_id = $1', [articleId])).toEqual(
      [],
    );
  });

  test('where terms let a source out of the desk in no way, or of what is retracted', async () => {
    const { article, source } = await writeProtected();
    await saveSource(source.id, { terms: { attribution: 'off_record', disclosure: 'clear' } });
    const make = (articleId: string) =>
      reasonsIn(links(editor).create({ articleId, label: 'A reader' }));
    expect(await make(article.id)).toContain('off_record');
    const { article: out } = await publishNew(db(), author, publisher);
    await publisher.call.editor.articles.retract({ id: out.id, why: 'Invented.' });
    expect(await make(out.id)).toEqual(['preview_link_over']);
  });

  test('to a contributor without a reason, and of words that nobody has approved', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    const refused = () => reasonsIn(links(author).create({ articleId, label: 'A reader' }));
    expect(await refused()).toEqual(['preview_link_needs_editor']);
    await approve(articleId, author, publisher);
    const { token } = await linkTo(articleId, author);
    expect(await open(token)).not.toBeNull();
    const guarded = await writeProtected();
    await say(guarded.article.id, ...prose, 'So said Zelka Domquiv.');
    const { revisionId } = await author.call.editor.articles.submit({ id: guarded.article.id });
    await publisher.call.editor.articles.approve({ id: guarded.article.id, revisionId });
    expect(
      await reasonsIn(links(author).create({ articleId: guarded.article.id, label: 'A reader' })),
    ).toEqual(['preview_link_needs_editor']);
  });

  test('where there are too many', async () => {
    const { id: articleId } = await writeArticle(db(), author);
    for (let n = 0; n < MAX_PREVIEW_LINKS; n += 1) await linkTo(articleId);
    expect(await reasonsIn(links(editor).create({ articleId, label: 'One more' }))).toEqual([
      'too_many_preview_links',
    ]);
  });
});

describe('a link to a preview shows and takes nothing', () => {
  test('where it was guessed or revoked, or has expired', async () => {
    const { article } = await writeProtected();
    await expectOver('x'.repeat(43));
    const revoked = await linkTo(article.id);
    await links(editor).revoke({ id: revoked.id });
    await expectOver(revoked.token);
    const { token } = await linkTo(article.id);
    desk.clock.now = new Date('2021-03-11T08:59:59.999Z');
    expect(await open(token)).not.toBeNull();
    desk.clock.now = new Date('2021-03-11T09:00:00.000Z');
    await expectOver(token);
  });

  test('once terms of a source or a finding are others', async () => {
    const { article, source, finding } = await writeProtected('background');
    const first = await linkTo(article.id);
    // The public wording stays the same.
    await saveSource(source.id, { terms: { attribution: 'chatham_house', disclosure: 'clear' } });
    await expectOver(first.token);
    const second = await linkTo(article.id);
    const now = await editor.call.editor.findings.get({ id: finding.id });
    const attribution = { ...now.attribution, terms: 'deep_background' as const };
    await editor.call.editor.findings.save({
      ...{ id: finding.id, seen: now.updatedAt },
      content: { ...findingContentOf(now), attribution },
    });
    await expectOver(second.token);
  });

  test('once a participant is entered whom its text names', async () => {
    const { article, source } = await writeProtected();
    const { token } = await linkTo(article.id);
    const named = { id: crypto.randomUUID(), name: 'Ostrava', affiliation: '' };
    await saveSource(source.id, { participants: [...source.participants, named] });
    await expectOver(token);
    expect((await links(editor).list({ articleId: article.id }))[0]?.status).toBe('void');
  });

  test('once a finding of it is withdrawn, or its article retracted', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    const { token } = await linkTo(article.id);
    await publisher.call.editor.findings.withdraw({ id: finding.id, why: 'At risk.' });
    await expectOver(token);
    const again = links(editor).create({ articleId: article.id, label: 'A reader' });
    expect(await reasonsIn(again)).toEqual(['finding_taken_back']);
    const { article: other } = await publishNew(db(), author, publisher);
    const link = await linkTo(other.id);
    await publisher.call.editor.articles.retract({ id: other.id, why: 'Invented.' });
    await expectOver(link.token);
    expect((await links(editor).list({ articleId: other.id }))[0]?.status).toBe('revoked');
  });

  test('once its maker was disabled, also when their account is enabled again', async () => {
    const [maker, admin] = [await desk.person('editor'), await desk.person('admin')];
    const { id } = await writeArticle(db(), author);
    const [{ token }, other] = [await linkTo(id, maker), await linkTo(id)];
    await admin.call.editor.people.disable({ id: maker.account.id });
    await admin.call.editor.people.enable({ id: maker.account.id });
    await expectOver(token);
    expect(await open(other.token)).not.toBeNull();
  });

  test('once its maker may make none any more', async () => {
    const { article } = await writeProtected();
    const maker = await desk.person('editor');
    const { token } = await linkTo(article.id, maker);
    const { id } = maker.account;
    await desk.db.sql('update account set disabled_at = now() where id = $1', [id]);
    await expectOver(token);
    await desk.db.sql('update account set disabled_at = null, roles = $2 where id = $1', [
      ...[id, ['contributor']],
    ]);
    await expectOver(token);
  });
});
