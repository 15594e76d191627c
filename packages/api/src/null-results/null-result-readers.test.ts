import { inTransaction } from '@viewpoints/db/client';
import { addActor, addIssue } from '@viewpoints/db/testing/builders';
import type { Actor } from '@viewpoints/domain/actors/actor';
import type { Issue } from '@viewpoints/domain/issues/issue';
import type { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import { listenForChanges } from '@viewpoints/published/changes/listen';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { tag } from '@viewpoints/published/changes/tags';
import { listPublishedNullResults } from '@viewpoints/published/query/null-results';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { nullResultContent } from '../testing/null-result-changes.ts';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { approve, publishNew, writeWithFinding } from '../testing/written-article.ts';

let desk: TestDesk;
let author: Person;
let editor: Person;
let publisher: Person;
let actor: Actor;
let issue: Issue;
let stop: () => Promise<void>;
const heard: string[] = [];
beforeAll(async () => {
  desk = await openTestDesk();
  author = await desk.person('contributor');
  editor = await desk.person('editor');
  publisher = await desk.person('publisher');
  stop = await listenForChanges(desk.db.readerUrl, {
    ...{ onChange: (tags) => heard.push(...tags), onUp: () => {}, onDown: () => {} },
  });
});
afterAll(async () => {
  await stop();
  await desk.close();
});
beforeEach(async () => {
  actor = await addActor(desk.db.editorial);
  issue = await addIssue(desk.db.editorial);
});

/** What some work announces, once it has all arrived. */
async function hear(work: () => Promise<unknown>): Promise<string[]> {
  const quiet = async () => {
    const mark = `slug:mark-${Math.random()}` as const;
    await inTransaction(desk.db.editorial, (tx) => notifyChanged(tx, [mark]));
    await vi.waitFor(() => expect(heard).toContain(mark), { timeout: 5_000 });
  };
  await quiet();
  heard.length = 0;
  await work();
  await quiet();
  return heard.filter((each) => !each.startsWith('slug:mark'));
}

const calls = ({ call }: Person) => call.editor.nullResults;
async function verified(given: Partial<NullResultContent> = {}): Promise<{ id: string }> {
  const content = await nullResultContent(desk, {
    ...{ actorId: actor.id, issueId: issue.id, ...given },
  });
  const { id, save: seen } = await calls(editor).propose({ content });
  await calls(publisher).verify({ id, seen });
  return { id };
}
const holders = (of: { id: string }) => [
  { actorId: of.id, wording: null, basis: 'articles_own' as const },
];
/** Makes an actor known by a finding on another issue, or on this. */
const publishActor = () =>
  publishNew(desk.db.editorial, author, publisher, { holders: holders(actor) });
const publishIssue = () =>
  publishNew(desk.db.editorial, author, publisher, { issueIds: [issue.id] });
const ofIssue = () => listPublishedNullResults(desk.db.reader, { issueId: issue.id });
const ofActor = () => listPublishedNullResults(desk.db.reader, { actorId: actor.id });
const pages = () => [
  tag.actor(actor.slug),
  tag.issue(issue.slug),
  tag.position(actor.slug, issue.slug),
];

describe('readers', () => {
  test('get a null result with everything that its view has', async () => {
    await publishActor();
    await publishIssue();
    const { id } = await verified({
      ...{ language: 'fa', searched: 'بیانیه‌ها', register: 'private' },
    });
    const view = {
      register: 'private',
      ...{ id, searched: 'بیانیه‌ها', language: 'fa', direction: 'rtl', asOf: '2020-12' },
      actor: { slug: actor.slug, name: actor.name, kind: actor.kind },
      issue: { slug: issue.slug, name: issue.name },
      ...{ current: true, publishedAt: desk.clock.now.toISOString() },
    };
    expect(await ofIssue()).toEqual([view]);
    expect(await ofActor()).toEqual([view]);
  });

  test('learn of no actor and no issue by it: both have to be public otherwise', async () => {
    await verified();
    expect([await ofIssue(), await ofActor()]).toEqual([[], []]);
    const { article } = await publishActor();
    expect([await ofIssue(), await ofActor()]).toEqual([[], []]);
    await publishIssue();
    expect([(await ofIssue()).length, (await ofActor()).length]).toEqual([1, 1]);
    await publisher.call.editor.articles.retract({ id: article.id, why: 'It was invented.' });
    expect([await ofIssue(), await ofActor()]).toEqual([[], []]);
  });

  test('learn of none before the end of an embargo', async () => {
    await verified();
    await publishIssue();
    const { article } = await writeWithFinding(desk.db.editorial, author, {
      holders: holders(actor),
    });
    const revisionId = await approve(article.id, author, publisher);
    const { id } = article;
    const embargoUntil = new Date(Date.now() + 3_600_000).toISOString();
    await publisher.call.editor.articles.setEmbargo({ id, embargoUntil, timeZone: 'UTC' });
    const tags = await hear(() => publisher.call.editor.articles.publish({ id, revisionId }));
    expect(tags.join(' ')).not.toContain(actor.slug);
    expect(await ofIssue()).toEqual([]);
  });

  test('get the newest of each actor first, and what was looked for earlier after them', async () => {
    await publishNew(desk.db.editorial, author, publisher, {
      ...{ holders: holders(actor), issueIds: [issue.id] },
    });
    const other = await addActor(desk.db.editorial);
    await publishNew(desk.db.editorial, author, publisher, { holders: holders(other) });
    const early = await verified({ asOf: '2018/2019' });
    const late = await verified({ asOf: '2020-06' });
    const others = await verified({ asOf: '2017', actorId: other.id });
    expect((await ofIssue()).map(({ id, current }) => [id, current])).toEqual([
      ...[
        [late.id, true],
        [others.id, true],
      ],
      [early.id, false],
    ]);
    expect((await ofActor()).map(({ id }) => id)).toEqual([late.id, early.id]);
    await calls(publisher).withdraw({ id: late.id, why: 'A statement was found.' });
    expect((await ofActor()).map(({ id, current }) => [id, current])).toEqual([[early.id, true]]);
  });
});

describe('the pages that show it are announced', () => {
  test('when it is verified, changed or withdrawn, and only while readers see it', async () => {
    expect(await hear(() => verified())).toEqual([]);
    await publishActor();
    await publishIssue();
    let id = '';
    const verify = async () => {
      ({ id } = await verified());
    };
    expect(new Set(await hear(verify))).toEqual(new Set(pages()));
    const withdraw = () => calls(publisher).withdraw({ id, why: 'A statement was found.' });
    expect(new Set(await hear(withdraw))).toEqual(new Set(pages()));
  });

  test('of both issues when it is about another from now on', async () => {
    await publishActor();
    await publishIssue();
    const next = await addIssue(desk.db.editorial);
    await publishNew(desk.db.editorial, author, publisher, { issueIds: [next.id] });
    const { id } = await verified();
    const { nullResult } = await calls(editor).get({ id });
    const content = await nullResultContent(desk, { actorId: actor.id, issueId: next.id });
    await calls(editor).save({ id, seen: nullResult.save, content });
    const verify = () => calls(publisher).verify({ id, seen: nullResult.save + 1 });
    expect(await hear(verify)).toEqual(
      expect.arrayContaining([tag.issue(issue.slug), tag.issue(next.slug)]),
    );
  });

  test('when its actor comes to be known by something else, and is so no longer', async () => {
    await publishIssue();
    await verified();
    let id = '';
    const publish = async () => {
      id = (await publishActor()).article.id;
    };
    expect(await hear(publish)).toEqual(expect.arrayContaining(pages()));
    const retract = () => publisher.call.editor.articles.retract({ id, why: 'It was invented.' });
    expect(await hear(retract)).toEqual(expect.arrayContaining(pages()));
  });

  test('when its actor is called otherwise', async () => {
    await publishActor();
    await publishIssue();
    await verified();
    const { id, save: seen, ...content } = actor;
    const slug = `${actor.slug}-now`;
    const rename = () =>
      editor.call.editor.actors.save({ id, seen, content: { ...content, slug, name: 'Another' } });
    expect(await hear(rename)).toEqual(
      expect.arrayContaining([tag.issue(issue.slug), tag.position(slug, issue.slug)]),
    );
    expect(await ofIssue()).toMatchObject([{ actor: { slug, name: 'Another' } }]);
  });
});
