import { publishDueArticle } from '@viewpoints/api/articles/publish-due-article';
import { ProblemError, problemOf } from '@viewpoints/api/problem';
import { inTransaction } from '@viewpoints/db/client';
import { insertUpdate, raiseCopyVersion } from '@viewpoints/db/editorial/article-copies';
import { newId } from '@viewpoints/db/editorial/new-id';
import { digestTables } from '@viewpoints/db/testing/table-digests';
import type { Account } from '@viewpoints/domain/accounts/account';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { aDocument } from '@viewpoints/domain/testing/builders';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { closeCodes } from '@viewpoints/working-copy/messages';
import { changeOf, sharedFrom } from '@viewpoints/working-copy/shared-document';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { callerAt } from '../testing/caller-at.ts';
import {
  beginWriter,
  closeWriters,
  connectWriter,
  tryToConnect,
} from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

/*
 * An article in which a newer server has stored a block that this one does not know: in its shared document,
 * in its columns and in its revisions.
 */

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let editor: Account & { cookie: string };
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  const account = await addMember(one, 'Editor', 'editor', 'publisher');
  editor = { ...account, cookie: await signInAs(one, account.email) };
});
afterAll(() => one.close());
afterEach(closeWriters);

const until = (check: () => void) => vi.waitFor(check, { timeout: 20_000 });
const call = () => callerAt(one, editor).editor;
const desk = () => call().articles;
const at = (articleId: string) => ({ url: one.url, articleId, cookie: editor.cookie });

/** An article with a sentence, and a revision of it. */
async function draft() {
  const { id } = await desk().create({ headline: 'Before the rains' });
  const { article: created } = await desk().get({ id });
  const content = { ...articleContentOf(created), body: aDocument('Ostrava waits.') };
  const { article } = await desk().save({ id, seen: created.save, content });
  const { revisionId } = await desk().keepRevision({ id });
  return { id, article, revisionId };
}

const poll = JSON.stringify({ type: 'poll', attrs: { question: 'Will it rain?' } });

/** What a newer server stores when somebody adds a poll at the start of the text. */
async function addPoll(articleId: string): Promise<void> {
  const { state, updates } = await one.db.editorial.articleCopy.findUniqueOrThrow({
    where: { articleId },
    include: { updates: { orderBy: { id: 'asc' } } },
  });
  const shared = sharedFrom(
    state,
    updates.map(({ update }) => update),
  );
  const update = changeOf(shared, () =>
    shared.getXmlFragment('body').insert(0, [new Y.XmlElement('poll')]),
  );
  await inTransaction(one.db.editorial, async (tx) => {
    await raiseCopyVersion(tx, articleId, documentVersion + 1);
    const { save } = await tx.article.update({
      where: { id: articleId },
      data: { save: { increment: 1 } },
    });
    await insertUpdate(tx, { articleId, save, update, at: new Date() });
    await tx.$executeRawUnsafe(
      `UPDATE article SET body = jsonb_insert(body, '{content,0}', $1::jsonb) WHERE id = $2::uuid`,
      ...[poll, articleId],
    );
  });
}

/** A further revision, with the same poll, as the newer server stores it. */
async function addRevisionWithPoll(of: string): Promise<string> {
  const id = newId();
  await one.db.sql(
    `INSERT INTO revision (id, article_id, number, reason, content, findings, links, text, created_by_id, created_at)
     SELECT $1, article_id, number + 1, reason, jsonb_insert(content, '{body,content,0}', $2::jsonb),
            findings, links, text, created_by_id, created_at
     FROM revision WHERE id = $3`,
    [id, poll, of],
  );
  return id;
}
const setVersion = (articleId: string, version: number) =>
  one.db.editorial.articleCopy.update({ where: { articleId }, data: { version } });

const refusal = (called: Promise<unknown>) =>
  called.then(
    () => 'done',
    (thrown: unknown) => {
      const { code, reasons } = problemOf(thrown);
      return [code, reasons.map((reason) => reason.code)];
    },
  );
const outdated = ['unavailable', ['server_outdated']];

describe('an article with a block that only a newer server knows', () => {
  test('ends a page that opens it as outdated, and only so', async () => {
    const { id } = await draft();
    await addPoll(id);
    const before = await digestTables(one.db);
    const page = beginWriter(at(id));
    await until(() => expect(page.closed.length).toBeGreaterThan(1));
    expect(new Set(page.closed)).toEqual(new Set([closeCodes.outdated]));
    expect(page.shared.getXmlFragment('body').length).toBe(0);
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('ends a page that has it open, which keeps what it could not store', async () => {
    const { id } = await draft();
    const page = await connectWriter(at(id));
    await addPoll(id);
    page.shared.getText('headline').insert(0, 'Long ');
    await until(() => expect(page.closed.length).toBeGreaterThan(1));
    expect(new Set(page.closed)).toEqual(new Set([closeCodes.outdated]));
    expect(page.provider.unsyncedChanges).toBeGreaterThan(0);
    expect(page.said.filter(({ kind }) => kind === 'refused')).toEqual([]);
    expect(page.shared.getXmlFragment('body').toJSON()).not.toContain('poll');
  });

  test('is refused by each call that reads its text, and stays as it is', async () => {
    const { id, article, revisionId } = await draft();
    await addPoll(id);
    const before = await digestTables(one.db);
    const content = { ...articleContentOf(article), headline: 'After the rains' };
    const quote = { exact: 'waits', prefix: 'Ostrava ', suffix: '.', start: 8, end: 13 };
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const calls: Record<string, () => Promise<unknown>> = {
      get: () => desk().get({ id }),
      save: () => desk().save({ id, seen: article.save, content }),
      history: () => desk().history.list({ id }),
      restore: () => desk().history.restore({ id, from: revisionId, part: { kind: 'whole' } }),
      comments: () => desk().comments.list({ articleId: id }),
      comment: () =>
        desk().comments.start({ articleId: id, on: { kind: 'words', quote }, text: 'Why?' }),
      suggestions: () => desk().suggestions.list({ articleId: id }),
      advice: () => desk().advice({ id }),
      preview: () => desk().preview({ id }),
      revision: () => desk().revisions.get({ id: revisionId }),
      keepRevision: () => desk().keepRevision({ id }),
      submit: () => desk().submit({ id }),
      approve: () => desk().approve({ id, revisionId }),
      publish: () => desk().publish({ id, revisionId }),
      schedule: () =>
        desk().schedule({ id, revisionId, publishAt: inAnHour, timeZone: 'Europe/Prague' }),
      archive: () => desk().archive({ id }),
      archiveMany: () => desk().archiveMany({ ids: [id] }),
      retract: () => desk().retract({ id, why: 'It was not so.' }),
      trash: () => desk().trash({ id }),
    };
    for (const [name, send] of Object.entries(calls))
      expect([name, await refusal(send())]).toEqual([name, outdated]);
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('is in every list', async () => {
    const { id } = await draft();
    await addPoll(id);
    const { items } = await desk().list({});
    expect(items.map((item) => item.id)).toContain(id);
    expect(await desk().names({ ids: [id] })).toMatchObject([{ id }]);
    expect(await refusal(call().desk())).toBe('done');
  });

  test('is refused where only a revision has it', async () => {
    const { id, revisionId } = await draft();
    const withPoll = await addRevisionWithPoll(revisionId);
    await setVersion(id, documentVersion + 1);
    const before = await digestTables(one.db);
    const calls: Record<string, () => Promise<unknown>> = {
      revision: () => desk().revisions.get({ id: withPoll }),
      compare: () => desk().history.compare({ id, from: revisionId, to: withPoll }),
      restore: () => desk().history.restore({ id, from: withPoll, part: { kind: 'whole' } }),
    };
    for (const [name, send] of Object.entries(calls))
      expect([name, await refusal(send())]).toEqual([name, outdated]);
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('is neither published nor taken off the schedule', async () => {
    const { id, revisionId } = await draft();
    const withPoll = await addRevisionWithPoll(revisionId);
    await setVersion(id, documentVersion + 1);
    const now = new Date();
    const approval = { approvedRevisionId: withPoll, approvedById: editor.id };
    await one.db.editorial.article.update({
      where: { id },
      data: { ...approval, state: 'scheduled', publishAt: now },
    });
    const before = await digestTables(one.db);
    const { editorial } = one.db;
    const published = publishDueArticle({ editorial, account: null }, id);
    // A command ends with the same problem on the command line.
    await expect(published).rejects.toBeInstanceOf(ProblemError);
    expect(await refusal(published)).toEqual(outdated);
    expect(await refusal(desk().publish({ id, revisionId: withPoll }))).toEqual(outdated);
    expect(await digestTables(one.db)).toEqual(before);
  });

  test('is an error of this server where no newer one has written it', async () => {
    const { id, revisionId } = await draft();
    await addPoll(id);
    const withPoll = await addRevisionWithPoll(revisionId);
    await setVersion(id, documentVersion);
    expect(await refusal(desk().get({ id }))).toEqual(['unexpected', []]);
    expect(await refusal(desk().revisions.get({ id: withPoll }))).toEqual(['unexpected', []]);
  });

  test('is unknown to accounts that cannot see it', async () => {
    const { id } = await draft();
    await addPoll(id);
    const outsider = await addMember(one, 'Outsider', 'contributor');
    const cookie = await signInAs(one, outsider.email);
    expect(await tryToConnect({ ...at(id), cookie })).toBe(404);
  });
});
