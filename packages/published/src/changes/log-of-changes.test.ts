import { setTimeout as sleep } from 'node:timers/promises';
import {
  connectEditorial,
  type EditorialDatabase,
  inTransaction,
  type Transaction,
  withinTransaction,
} from '@viewpoints/db/client';
import { databaseFailure } from '@viewpoints/db/database-failure';
import { writeArticleSave } from '@viewpoints/db/editorial/articles';
import {
  listDueAnnouncements,
  notePendingAnnouncement,
  takePendingAnnouncement,
} from '@viewpoints/db/editorial/pending-announcements';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
  addTopic,
} from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Actor } from '@viewpoints/domain/actors/actor';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import type { PublicChange } from '@viewpoints/domain/changes/public-change';
import type { Issue } from '@viewpoints/domain/issues/issue';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deletePublication } from '../project/published-history.ts';
import { writeWithdrawal } from '../project/write-withdrawal.ts';
import { listPublishedChanges } from '../query/changes.ts';
import { type Random, randomFrom } from '../testing/large-journal/random.ts';
import { readPublicPages } from '../testing/public-pages.ts';
import { publish } from '../testing/publish.ts';
import { announceArticle, announcePage, withAnnouncement } from './announce.ts';

let db: TestDatabase;
let by: string;
let actors: Actor[];
let issue: Issue;
beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
  actors = [await addActor(db.editorial), await addActor(db.editorial)];
  issue = await addIssue(db.editorial);
  // A commit takes its time: some is lost before its entries have numbers, and some afterwards.
  await db.sql(`CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$`);
  await db.sql('GRANT EXECUTE ON FUNCTION dawdle TO viewpoints_editorial');
  for (const name of ['a_dawdle_before', 'z_dawdle_after'])
    await db.sql(`CREATE CONSTRAINT TRIGGER ${name} AFTER INSERT ON noted_change
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()`);
});
afterAll(() => db.drop());

type ArticleWithFinding = { article: Article; findingId: string };

/** An article of its own, with a finding of an actor that others name too. */
async function addArticleWithFinding(random: Random): Promise<ArticleWithFinding> {
  const topic = await addTopic(db.editorial);
  const article = await addArticle(db.editorial, { by, topicIds: [topic.id] });
  const finding = await addFinding(db.editorial, article, {
    by,
    holders: [{ actorId: random.pick(actors).id, wording: null, basis: 'direct' }],
    issueIds: [issue.id],
  });
  return { article, findingId: finding.id };
}

const now = () => new Date();

/** An editor with a connection of their own, and how often each of their articles has changed for readers. */
class Writer {
  readonly changes = new Map<string, number>();
  private readonly out: ArticleWithFinding[] = [];
  private readonly own: EditorialDatabase;
  private readonly random: Random;

  constructor(seed: number) {
    this.random = randomFrom(seed);
    this.own = connectEditorial(db.url, { poolSize: 1 });
  }

  close = () => this.own.$disconnect();

  /** Does one thing, and leaves it uncommitted for a while; now and then it is rolled back. */
  private async commit({ id }: { id: string }, work: (tx: Transaction) => Promise<unknown>) {
    const fails = this.random.next() < 0.15;
    try {
      await inTransaction(this.own, async (tx) => {
        await work(tx);
        await sleep(this.random.next() * 20);
        if (fails) throw new Error('it comes to nothing');
      });
    } catch (error) {
      // Two that change the same rows may be refused, and nothing else.
      if (!fails) expect(databaseFailure(error)?.kind).toBe('conflict');
      return false;
    }
    this.changes.set(id, (this.changes.get(id) ?? 0) + 1);
    return true;
  }

  async publish(): Promise<void> {
    const published = await addArticleWithFinding(this.random);
    const isOut = await this.commit(published.article, (tx) =>
      publish(withinTransaction(tx), published.article.id, { at: now() }),
    );
    if (isOut) this.out.push(published);
  }

  async publishUnderEmbargo(): Promise<void> {
    const { article } = await addArticleWithFinding(this.random);
    const at = now();
    const visibleFrom = new Date(at.getTime() + 100 + this.random.next() * 300);
    // It counts once, when the embargo ends.
    await this.commit(article, async (tx) => {
      await publish(withinTransaction(tx), article.id, { at, visibleFrom });
      await notePendingAnnouncement(tx, { articleId: article.id, visibleFrom });
    });
  }

  async correct(): Promise<void> {
    const published = this.out.at(-1);
    if (published === undefined) return this.publish();
    const standfirst = `Said better at ${this.random.next()}.`;
    await this.commit(published.article, async (tx) => {
      await writeArticleSave(tx, {
        id: published.article.id,
        content: { ...articleContentOf(published.article), standfirst },
        ...{ by, at: now(), fields: ['standfirst'] },
      });
      await publish(withinTransaction(tx), published.article.id, { at: now(), note: 'Reworded.' });
    });
  }

  async withdraw(): Promise<void> {
    const published = this.out.at(-1);
    if (published === undefined) return this.publish();
    const { findingId } = published;
    const gone = await this.commit(published.article, (tx) =>
      writeWithdrawal(tx, { findingId }, now()),
    );
    if (gone) this.out.pop();
  }

  async archive(): Promise<void> {
    const published = this.out.shift();
    if (published === undefined) return this.publish();
    const { id } = published.article;
    const gone = await this.commit(published.article, (tx) =>
      withAnnouncement(tx, id, now(), () => deletePublication(tx, id)),
    );
    if (!gone) this.out.push(published);
  }

  async rename(): Promise<void> {
    const actor = this.random.pick(actors);
    await inTransaction(this.own, async (tx) => {
      await tx.actor.update({ where: { id: actor.id }, data: { name: `A ${this.random.next()}` } });
      await announcePage(tx, { ...actor, kind: 'actor', slugBefore: actor.slug });
    });
  }

  async work(steps: number): Promise<void> {
    const { publish, publishUnderEmbargo, correct, withdraw, archive, rename } = Writer.prototype;
    const choices = [publish, publish, publishUnderEmbargo, correct, withdraw, archive, rename];
    for (let step = 0; step < steps; step += 1) await this.random.pick(choices).call(this);
  }
}

/** Announces what is due, as the job and the sweep do; half of the time it is killed before its commit. */
async function announceDue(random: Random): Promise<number> {
  const worker = connectEditorial(db.url, { poolSize: 1 });
  try {
    const due = await listDueAnnouncements(worker, now());
    for (const articleId of due)
      await inTransaction(worker, async (tx) => {
        if (!(await takePendingAnnouncement(tx, articleId, now()))) return;
        await announceArticle(tx, articleId, now());
        if (random.next() < 0.5)
          await tx.$executeRaw`SELECT pg_terminate_backend(pg_backend_pid())`;
      });
    return due.length;
  } finally {
    await worker.$disconnect();
  }
}

/** Reads the log from its beginning while writers run, and then to its end. */
async function follow(isOver: () => boolean, random: Random): Promise<PublicChange[]> {
  const entries: PublicChange[] = [];
  for (let last = false; ; ) {
    const limit = 1 + Math.floor(random.next() * 7);
    const page = await listPublishedChanges(db.reader, {
      ...{ cursor: entries.at(-1)?.cursor ?? null, limit },
    });
    entries.push(...(page?.items ?? []));
    if (page?.nextCursor != null) continue;
    if (last) return entries;
    last = isOver();
    if (!last) await sleep(random.next() * 5);
  }
}

describe('a client that follows the log', () => {
  test('while others write, and workers are killed, gets each entry once, in order, and none is missing', async () => {
    const writers = [1, 2, 3, 4, 5].map((each) => new Writer(each));
    let over = false;
    const followers = [1, 2].map((each) => follow(() => over, randomFrom(1000 + each)));
    const workers = [1, 2].map(async (each) => {
      const random = randomFrom(2000 + each);
      for (;;) {
        await announceDue(random).catch(() => {});
        if (over) return;
        await sleep(20);
      }
    });
    const waiting = () => db.editorial.pendingAnnouncement.count();
    await Promise.all(writers.map((writer) => writer.work(12)));
    for (let tries = 0; tries < 500 && (await waiting()) > 0; tries += 1) await sleep(20);
    expect(await waiting()).toBe(0);
    over = true;
    await Promise.all([...workers, ...writers.map((writer) => writer.close())]);

    const written = await db.sql<{ number: string; cursor: string }>(
      'SELECT number, cursor_id AS cursor FROM public_change ORDER BY number',
    );
    expect(written.length).toBeGreaterThan(100);
    expect(written.map(({ number }) => Number(number))).toEqual(written.map((_, n) => n + 1));
    for (const entries of await Promise.all(followers)) {
      expect(entries.map(({ cursor }) => cursor)).toEqual(written.map(({ cursor }) => cursor));
      // A copy maintained from the log equals what readers have.
      const copy = new Map(entries.map(({ kind, id, address }) => [`${kind} ${id}`, address]));
      const pages = await readPublicPages(db);
      expect(new Map([...copy].filter(([, address]) => address !== null))).toEqual(
        new Map([...pages].map(([key, { address }]) => [key, address])),
      );
    }
    // Each commit made one entry of its article, and what was rolled back made none.
    const counts = await db.sql<{ id: string; count: number }>(
      `SELECT ref_id AS id, count(*)::int AS count FROM public_change WHERE kind = 'article' GROUP BY 1`,
    );
    const counted = new Map(counts.map(({ id, count }) => [id, count]));
    for (const { changes } of writers)
      for (const [id, count] of changes) expect(counted.get(id), id).toBe(count);
    const known = new Set(writers.flatMap(({ changes }) => [...changes.keys()]));
    expect([...known].length).toBeGreaterThan(20);
  }, 120_000);
});
