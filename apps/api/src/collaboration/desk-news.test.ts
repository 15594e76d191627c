import { digestTables } from '@viewpoints/db/testing/table-digests';
import type { Account, Role } from '@viewpoints/domain/accounts/account';
import { FindingContent } from '@viewpoints/domain/findings/finding';
import { closeCodes } from '@viewpoints/working-copy/messages';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { callerAt } from '../testing/caller-at.ts';
import {
  closeWriters,
  connectToDesk,
  connectWriter,
  type DeskPage,
  tryToConnect,
} from '../testing/connect-writer.ts';
import { addMember, signInAs } from '../testing/sign-in.ts';
import { origin, startTestApi, type TestApi } from '../testing/test-api.ts';
import { maxDeskConnections } from './desk-connections.ts';

vi.setConfig({ testTimeout: 30_000 });

let one: TestApi;
let other: TestApi;
type Member = Account & { cookie: string };
let author: Member;
let editor: Member;
let outsider: Member;
const member = async (name: string, ...roles: Role[]): Promise<Member> => {
  const account = await addMember(one, name, ...roles);
  return { ...account, cookie: await signInAs(one, account.email) };
};
beforeAll(async () => {
  one = await startTestApi({ collaboration: true });
  other = await startTestApi({ collaboration: true, on: one.db });
  author = await member('Helen', 'contributor');
  outsider = await member('Uma', 'contributor');
  editor = await member('Omar', 'editor');
});
afterAll(async () => {
  await other.close();
  await one.close();
});
afterEach(closeWriters);

const draftOf = async (by: Account): Promise<string> =>
  (await callerAt(one, by).editor.articles.create({ headline: 'Before the rains' })).id;
const open = (at: TestApi, articleId: string, { cookie }: Member) =>
  connectWriter({ url: at.url, articleId, cookie });
const desk = (at: TestApi, { cookie }: Member) => connectToDesk({ url: at.url, cookie });
const awaitNews = (ms: number, check: () => void) => vi.waitFor(check, { timeout: ms });

describe('who has an article open', () => {
  test('is shown at the desk of others, also at another server, while it is open', async () => {
    const id = await draftOf(author);
    const page = await desk(other, editor);
    const writer = await open(one, id, author);
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Helen']));
    await writer.write({ section: 'Talks' });
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Helen writes']));
    const second = await open(other, id, editor);
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Helen writes', 'Omar']));
    const late = await desk(one, editor);
    await awaitNews(2000, () => expect(late.people()[id]).toEqual(['Helen writes', 'Omar']));
    writer.provider.configuration.websocketProvider.destroy();
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Omar']));
    second.provider.configuration.websocketProvider.destroy();
    await awaitNews(2000, () => expect(page.people()).toEqual({}));
  });

  test('is shown to a contributor of their own articles alone', async () => {
    const [own, secret] = [await draftOf(outsider), await draftOf(author)];
    const [page, editors] = [await desk(other, outsider), await desk(other, editor)];
    await open(one, secret, author);
    await open(one, own, editor);
    await awaitNews(2000, () => expect(Object.keys(editors.people()).length).toBe(2));
    await awaitNews(2000, () => expect(page.people()).toEqual({ [own]: ['Omar'] }));
  });

  test('is shown no longer once a role is taken, and to nobody without a session', async () => {
    const admin = await member('Ada', 'admin');
    const leaving = await member('Lee', 'editor');
    const id = await draftOf(author);
    const page = await desk(other, leaving);
    await open(one, id, author);
    await awaitNews(2000, () => expect(page.people()).toEqual({ [id]: ['Helen'] }));
    await callerAt(one, admin).editor.people.setRoles({ id: leaving.id, roles: [] });
    await awaitNews(1000, () => expect(page.people()).toEqual({}));
    expect(page.closed()).toBeNull();
    await one.send('/auth/sign-out', {
      method: 'POST',
      headers: { origin, cookie: leaving.cookie, 'content-type': 'application/json' },
      body: '{}',
    });
    await awaitNews(1000, () => expect(page.closed()).toBe(closeCodes.signedOut));
  });

  test('ends with the session of who has it open', async () => {
    const leaving = await member('Lea', 'editor');
    const id = await draftOf(author);
    const page = await desk(other, editor);
    await open(one, id, leaving);
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Lea']));
    await one.db.sql('delete from session where account_id = $1', [leaving.id]);
    await awaitNews(2000, () => expect(page.people()).toEqual({}));
  });

  test('leaves nothing behind in the database', async () => {
    const id = await draftOf(author);
    const first = await open(one, id, author);
    first.provider.configuration.websocketProvider.destroy();
    const before = await digestTables(one.db);
    const page = await desk(other, editor);
    await open(one, id, author);
    await awaitNews(2000, () => expect(page.people()[id]).toEqual(['Helen']));
    closeWriters();
    expect(await digestTables(one.db)).toEqual(before);
  });
});

describe('a step of an account', () => {
  const newsOf = async (pages: DeskPage[], act: () => Promise<unknown>) => {
    const before = pages.map((page) => page.steps());
    await act();
    await awaitNews(1000, () => {
      for (const [at, page] of pages.entries())
        expect(page.steps()).toBeGreaterThan(before[at] ?? 0);
    });
  };

  test('is announced to those at the desk who may see the article, at every server', async () => {
    const id = await draftOf(author);
    const [pages, stranger] = [
      [await desk(other, editor), await desk(one, author)],
      await desk(other, outsider),
    ];
    const before = stranger.steps();
    const { articles } = callerAt(one, author).editor;
    const steps: (() => Promise<unknown>)[] = [
      () => articles.submit({ id }),
      () => callerAt(other, editor).editor.articles.requestChanges({ id, comment: 'Shorter.' }),
      () => articles.submit({ id }),
      () => articles.recall({ id }),
    ];
    for (const step of steps) await newsOf(pages, step);
    expect(stranger.steps()).toBe(before);
  });

  test('is also that an article is new, assigned or gone, and what of a source waits', async () => {
    const page = await desk(other, editor);
    let id = '';
    await newsOf([page], async () => {
      id = await draftOf(author);
    });
    const { articles } = callerAt(one, editor).editor;
    await newsOf([page], () =>
      articles.assign({
        id,
        seenAssigneeId: null,
        assigneeId: editor.id,
        dueOn: null,
        priority: 'high',
      }),
    );
    const { sources } = callerAt(one, author).editor;
    const stranger = await desk(other, outsider);
    const before = stranger.steps();
    await newsOf([page], () =>
      sources.describe({ what: 'A talk', terms: 'Off the record', articleId: null }),
    );
    await newsOf([page], () => one.db.sql('delete from article where id = $1', [id]));
    expect(stranger.steps()).toBe(before);
  });
});

describe('a saved finding', () => {
  test('is sent to everybody who has the article open, at every server, and holds no word of it', async () => {
    const id = await draftOf(author);
    const [mine, theirs] = [await open(one, id, author), await open(other, id, editor)];
    const heard: string[] = [];
    for (const { provider } of [mine, theirs])
      provider.on('message', ({ event }: { event: { data: Uint8Array } }) => {
        heard.push(Buffer.from(event.data).toString());
      });
    const lastKinds = () => [mine, theirs].map(({ said }) => said.at(-1)?.kind);
    const { findings } = callerAt(one, author).editor;
    const content = FindingContent.parse({
      proposition: 'Ostrava will not sign',
      holders: [{ actorId: null, wording: 'Ostrava', basis: 'articles_own' }],
      ...{ stance: 'refuses', evidence: { quote: null }, note: 'Ask Mira Vos.' },
      attribution: { sourceId: null, terms: 'on_record', descriptor: null, participantId: null },
    });
    const { save } = await one.db.editorial.article.findUniqueOrThrow({ where: { id } });
    const finding = await findings.propose({ articleId: id, seen: save, content });
    await awaitNews(1000, () => expect(lastKinds()).toEqual(['step', 'step']));
    for (const { said } of [mine, theirs]) said.length = 0;
    const again = { ...content, note: 'Mira Vos said no.' };
    await findings.save({ id: finding.id, seen: finding.updatedAt, content: again });
    await awaitNews(1000, () => expect(lastKinds()).toEqual(['step', 'step']));
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join()).not.toMatch(/Mira|Ostrava/);
  });
});

describe('who connects to the desk', () => {
  test('is an account at its session, from the admin', async () => {
    const { url } = one;
    const { cookie } = author;
    expect(await tryToConnect({ url, cookie })).toBe(101);
    expect(await tryToConnect({ url })).toBe(401);
    expect(await tryToConnect({ url, cookie: `${cookie}x` })).toBe(401);
    expect(await tryToConnect({ url, cookie, origin: 'http://evil.example' })).toBe(403);
  });

  test('says nothing, and has so many pages open', async () => {
    const busy = await member('Bea', 'editor');
    const [page] = await Promise.all(
      Array.from({ length: maxDeskConnections }, () => desk(one, busy)),
    );
    expect(await tryToConnect({ url: one.url, cookie: busy.cookie })).toBe(429);
    page?.socket.send('hello');
    await awaitNews(1000, () => expect(page?.closed()).toBe(1003));
    expect(await tryToConnect({ url: one.url, cookie: busy.cookie })).toBe(101);
  });
});
