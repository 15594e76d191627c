import { addSource, paragraphs } from '@viewpoints/db/testing/builders';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import type { AttributionTerms } from '@viewpoints/domain/attribution/terms';
import { documentText } from '@viewpoints/domain/document/document-text';
import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { findingContentOf } from '@viewpoints/domain/findings/finding';
import {
  MAX_QUOTE_ANSWERS,
  MAX_QUOTE_CHECKS,
  type QuoteAnswer,
} from '@viewpoints/domain/findings/quote-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  openTestDesk,
  type Person,
  problemIn,
  reasonsIn,
  type TestDesk,
} from '../testing/test-desk.ts';
import { prose, publishNew, sentence, writeWithFinding } from '../testing/written-article.ts';
import { answerQuoteCheck } from './answer-quote-check.ts';
import { showQuoteCheck } from './show-quote-check.ts';

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
const checks = (person: Person) => person.call.editor.findings.quoteChecks;
const parts = () => ({ editorial: db(), now: () => desk.clock.now });
const open = (token: string) => showQuoteCheck(parts(), token);
const answer = (token: string, given: QuoteAnswer) =>
  answerQuoteCheck(parts(), { token, answer: given });
const agrees = { kind: 'agrees', said: '' } as const;

async function linkTo(findingId: string, person = editor) {
  const { id, link } = await checks(person).create({ findingId });
  return { id, token: link.split('/').at(-1) ?? '' };
}

/** A finding with a protected participant, in an article with another such source. */
async function writeProtected(
  given: { name?: string; other?: string; attribution?: AttributionTerms } = {},
) {
  const protectedSource = (name: string) =>
    addSource(db(), {
      participants: [{ id: crypto.randomUUID(), name, affiliation: '' }],
      terms: { attribution: given.attribution ?? 'chatham_house', disclosure: 'clear' },
      descriptor: 'a member of the council',
    });
  const own = await protectedSource(given.name ?? 'Zelka Domquiv');
  const other = await protectedSource(given.other ?? 'Orrin Vashtek');
  const { article, finding } = await writeWithFinding(db(), author, {
    holders: [{ actorId: null, wording: 'Ostrava', basis: 'second_hand' }],
    attribution: { sourceId: own.id, terms: null, descriptor: null, participantId: null },
  });
  const { article: saved } = await editor.call.editor.articles.save({
    id: article.id,
    seen: article.save,
    content: { ...articleContentOf(article), sourceIds: [own.id, other.id] },
  });
  return { article: saved, finding, own, other };
}

const findingOf = (id: string) => editor.call.editor.findings.get({ id });
async function reword(id: string, proposition: string, person = editor) {
  const finding = await findingOf(id);
  const content = { ...findingContentOf(finding), proposition };
  return person.call.editor.findings.save({ id, seen: finding.updatedAt, content });
}
async function say(articleId: string, ...text: string[]) {
  const { article } = await editor.call.editor.articles.get({ id: articleId });
  const content = { ...articleContentOf(article), body: paragraphs(...text) };
  return editor.call.editor.articles.save({ id: articleId, seen: article.save, content });
}

describe('a quote check', () => {
  test('shows the passage of its finding and nothing else of the article', async () => {
    const { article, finding } = await writeProtected();
    await editor.call.editor.findings.propose({
      articleId: article.id,
      seen: article.save,
      content: { ...findingContentOf(finding), proposition: 'Something of another finding' },
    });
    const { token } = await linkTo(finding.id);
    const shown = await open(token);
    expect(shown).toEqual({
      passage: {
        ...{ quote: sentence, proposition: finding.proposition, terms: 'chatham_house' },
        ...{ wording: 'a member of the council', language: 'en', direction: 'ltr' },
      },
      ...{ expiresAt: '2021-03-18T09:00:00.000Z', isAnswered: false },
    });
    for (const word of [article.id, article.headline, article.slug, finding.id, prose[0]])
      expect(JSON.stringify(shown)).not.toContain(word);
  });

  test('is answered more than once, the last answer counts, and its maker is notified', async () => {
    const { article, finding } = await writeProtected();
    const { token } = await linkTo(finding.id);
    await answer(token, { kind: 'objects', said: 'I never said so.' });
    await answer(token, { kind: 'proposes', said: 'It may not sign.' });
    expect(await open(token)).toMatchObject({ isAnswered: true });
    expect(JSON.stringify(await open(token))).not.toContain('may not sign');
    const [check] = await checks(author).list({ findingId: finding.id });
    expect(check).toMatchObject({
      ...{ status: 'open', isCurrent: true },
      answer: { kind: 'proposes', said: 'It may not sign.' },
    });
    const { items } = await editor.call.editor.notifications.list({});
    const notified = items.filter(({ articles: [of] }) => of?.id === article.id);
    expect(notified.map(({ kind }) => kind)).toEqual(['quote_answered', 'quote_answered']);
    expect(JSON.stringify(notified)).not.toContain('may not sign');
  });

  test('keeps no trace of who opened it, and no secret', async () => {
    const { finding } = await writeProtected();
    const { id, token } = await linkTo(finding.id);
    const row = () => desk.db.sql('select * from quote_check where id = $1', [id]);
    const before = await row();
    await open(token);
    expect(await row()).toEqual(before);
    expect(JSON.stringify(before)).not.toContain(token);
    await answer(token, { kind: 'agrees', said: 'Zelka here.' });
    const records = await desk.db.sql(
      `select action, by_id, details from audit_record where subject_id = $1 and action like 'quote_check%' order by at`,
      [finding.id],
    );
    expect(records).toMatchObject([
      { action: 'quote_check.create', by_id: editor.account.id },
      { action: 'quote_check.answer', by_id: null, details: { articleId: finding.articleId } },
    ]);
    for (const secret of [token, 'Zelka', 'agrees']) {
      expect(JSON.stringify(records)).not.toContain(secret);
    }
  });

  test('of a finding on nobody’s list is no check of another', async () => {
    const one = await writeProtected();
    const two = await writeProtected();
    const { token } = await linkTo(one.finding.id);
    await answer(token, agrees);
    expect(await checks(editor).list({ findingId: two.finding.id })).toEqual([]);
  });

  test('is made, seen and revoked by who may write in the article', async () => {
    const { finding } = await writeProtected();
    const { id } = await linkTo(finding.id);
    const not = ['not_your_own'];
    expect(await reasonsIn(checks(stranger).list({ findingId: finding.id }))).toEqual(not);
    expect(await reasonsIn(checks(stranger).create({ findingId: finding.id }))).toEqual(not);
    expect(await reasonsIn(checks(stranger).revoke({ id }))).toEqual(not);
    await checks(author).revoke({ id });
    expect((await checks(editor).list({ findingId: finding.id }))[0]?.status).toBe('revoked');
  });
});

describe('a link is refused', () => {
  test('where words name anybody who is protected, the source itself or another', async () => {
    const { article, finding } = await writeProtected();
    for (const name of ['Orrin Vashtek', 'Zelka Domquiv']) {
      await reword(finding.id, `${name} will not sign`);
      const problem = await problemIn(checks(editor).create({ findingId: finding.id }));
      expect(problem.code).toBe('refused');
      expect(problem.reasons).toMatchObject([
        { code: 'protected_mention', at: `findings.${finding.id}.proposition` },
      ]);
    }
    const quoted = `Ostrava will not sign, says Orrin Vashtek.`;
    const { article: saved } = await say(article.id, ...prose, quoted);
    const { text } = documentText(saved.body);
    const quote = quoteFromRange(text, text.indexOf(quoted), text.length);
    await reword(finding.id, 'Ostrava will not sign');
    await editor.call.editor.findings.reanchor({ id: finding.id, quote });
    const problem = await problemIn(checks(editor).create({ findingId: finding.id }));
    expect(problem.reasons).toMatchObject([
      { code: 'protected_mention', at: `findings.${finding.id}.quote` },
    ]);
  });

  test('where terms let nothing out, or nobody is entered whose name could be looked for', async () => {
    const { finding } = await writeProtected({ attribution: 'off_record' });
    expect(await reasonsIn(checks(editor).create({ findingId: finding.id }))).toContain(
      'off_record',
    );
    const limited = await addSource(db(), {
      terms: { attribution: 'on_record', disclosure: 'amber' },
    });
    const empty = await addSource(db(), {
      terms: { attribution: 'background', disclosure: 'clear' },
      descriptor: 'an official',
    });
    for (const [sourceId, reason] of [
      [limited.id, 'disclosure_limited'],
      [empty.id, 'participants_missing'],
    ] as const) {
      const { finding: other } = await writeWithFinding(db(), author, {
        attribution: { sourceId, terms: null, descriptor: null, participantId: null },
      });
      expect(await reasonsIn(checks(editor).create({ findingId: other.id }))).toEqual([reason]);
    }
  });

  test('where the quote is not in the text, and of what is over', async () => {
    const { article, finding } = await writeProtected();
    await say(article.id, 'Nothing of it.');
    expect(await reasonsIn(checks(editor).create({ findingId: finding.id }))).toEqual([
      'quote_missing',
    ]);
    await editor.call.editor.findings.reject({ id: finding.id, why: 'No.' });
    expect(await reasonsIn(checks(editor).create({ findingId: finding.id }))).toContain(
      'quote_check_over',
    );
  });

  test('to a contributor without a reason, and of words that nobody has verified', async () => {
    const { finding } = await writeProtected();
    const refused = () => reasonsIn(checks(author).create({ findingId: finding.id }));
    expect(await refused()).toEqual(['quote_check_needs_editor']);
    await editor.call.editor.findings.verify({ id: finding.id });
    await linkTo(finding.id, author);
    await reword(finding.id, 'Orrin Vashtek will not sign', editor);
    await publisher.call.editor.findings.verify({ id: finding.id });
    expect(await refused()).toEqual(['quote_check_needs_editor']);
  });

  test('nor does its status reveal to a contributor which names are protected', async () => {
    const { finding } = await writeProtected();
    await editor.call.editor.findings.verify({ id: finding.id });
    await linkTo(finding.id, author);
    const listed = async (person: Person) => {
      const [check] = await checks(person).list({ findingId: finding.id });
      return { status: check?.status, isCurrent: check?.isCurrent };
    };
    const other = { status: 'void', isCurrent: false };
    for (const name of ['Somebody Else', 'Orrin Vashtek', 'Zelka Domquiv']) {
      await reword(finding.id, `Ostrava will not sign, said ${name}`, author);
      expect(await listed(author), name).toEqual(other);
      expect(await listed(editor), name).toEqual(other);
    }
    await reword(finding.id, finding.proposition, author);
    expect(await listed(author)).toEqual({ status: 'open', isCurrent: true });
  });

  test('where there are too many', async () => {
    const { finding } = await writeProtected();
    for (let n = 0; n < MAX_QUOTE_CHECKS; n += 1) await linkTo(finding.id);
    const [first] = await checks(editor).list({ findingId: finding.id });
    expect(await reasonsIn(checks(editor).create({ findingId: finding.id }))).toEqual([
      'too_many_quote_checks',
    ]);
    await checks(editor).remove({ id: first?.id ?? '' });
    await linkTo(finding.id);
    // Those that ended without an answer are not counted: who may not remove them can go on.
    for (const { id } of await checks(editor).list({ findingId: finding.id }))
      await checks(editor).revoke({ id });
    await linkTo(finding.id);
  });
});

describe('a link shows and takes nothing', () => {
  const expectOver = async (token: string) => {
    expect(await open(token)).toBeNull();
    await expect(answer(token, agrees)).rejects.toMatchObject({ code: 'link_expired' });
  };

  test('where it was guessed, revoked, removed or has expired', async () => {
    const { finding } = await writeProtected();
    await expectOver('x'.repeat(43));
    const revoked = await linkTo(finding.id);
    await checks(editor).revoke({ id: revoked.id });
    await expectOver(revoked.token);
    const removed = await linkTo(finding.id);
    await checks(editor).remove({ id: removed.id });
    await expectOver(removed.token);
    const { token } = await linkTo(finding.id);
    desk.clock.now = new Date('2021-03-18T08:59:59.999Z');
    expect(await open(token)).not.toBeNull();
    desk.clock.now = new Date('2021-03-18T09:00:00.000Z');
    await expectOver(token);
  });

  test('once its words have changed, and again once they are back', async () => {
    const { article, finding } = await writeProtected();
    const { token } = await linkTo(finding.id);
    await reword(finding.id, 'Ostrava may sign');
    await expectOver(token);
    await reword(finding.id, finding.proposition);
    expect(await open(token)).not.toBeNull();
    await say(article.id, prose[0] ?? '', 'Ostrava will sign before the rains.');
    await expectOver(token);
  });

  test('once terms are narrower, or a participant is entered whom its words name', async () => {
    const { finding, other } = await writeProtected();
    const saveSource = async (id: string, change: object) => {
      const { save: seen, ...source } = await editor.call.editor.sources.get({ id });
      const { id: _, createdAt: __, updatedAt: ___, ...content } = source;
      await editor.call.editor.sources.save({ id, seen, content: { ...content, ...change } });
    };
    const first = await linkTo(finding.id);
    const named = { id: crypto.randomUUID(), name: 'Ostrava', affiliation: '' };
    await saveSource(other.id, { participants: [...other.participants, named] });
    await expectOver(first.token);
    const { finding: second, own: source } = await writeProtected();
    const { token } = await linkTo(second.id);
    // The public wording stays the same.
    const terms = { attribution: 'background', disclosure: 'clear' };
    await saveSource(source.id, { terms });
    await expectOver(token);
    const again = await linkTo(second.id);
    await saveSource(source.id, { terms: { ...terms, attribution: 'off_record' } });
    await expectOver(again.token);
  });

  test('once its maker was disabled, also when their account is enabled again', async () => {
    const { finding } = await writeProtected();
    const [maker, admin] = [await desk.person('editor'), await desk.person('admin')];
    const [{ token }, other] = [await linkTo(finding.id, maker), await linkTo(finding.id)];
    await admin.call.editor.people.disable({ id: maker.account.id });
    await admin.call.editor.people.enable({ id: maker.account.id });
    await expectOver(token);
    expect(await open(other.token)).not.toBeNull();
  });

  test('once its maker may make none any more', async () => {
    const { finding } = await writeProtected();
    const maker = await desk.person('editor');
    const { token } = await linkTo(finding.id, maker);
    await desk.db.sql('update account set disabled_at = now() where id = $1', [maker.account.id]);
    await expectOver(token);
    await desk.db.sql('update account set disabled_at = null, roles = $2 where id = $1', [
      ...[maker.account.id, ['contributor']],
    ]);
    await expectOver(token);
  });

  test('once its finding is withdrawn or its article retracted, whose answers lose their words', async () => {
    const { article, finding } = await publishNew(db(), author, publisher);
    const { token } = await linkTo(finding.id);
    await answer(token, { kind: 'objects', said: 'Not so.' });
    await publisher.call.editor.findings.withdraw({ id: finding.id, why: 'At risk.' });
    await expectOver(token);
    expect((await checks(editor).list({ findingId: finding.id }))[0]).toMatchObject({
      ...{ status: 'void', answer: { said: 'Not so.' } },
    });
    await publisher.call.editor.articles.retract({ id: article.id, why: 'Invented.' });
    expect((await checks(editor).list({ findingId: finding.id }))[0]).toMatchObject({
      answer: { kind: 'objects', said: '' },
    });
  });

  test('after too many answers', async () => {
    const { finding } = await writeProtected();
    const { id, token } = await linkTo(finding.id);
    await desk.db.sql(
      `update quote_check set answers = $2, answer = 'agrees', answered_at = now() where id = $1`,
      [id, MAX_QUOTE_ANSWERS - 1],
    );
    await answer(token, agrees);
    await expect(answer(token, agrees)).rejects.toMatchObject({
      reasons: [{ code: 'too_many_answers' }],
    });
  });
});
