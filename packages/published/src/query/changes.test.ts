import { inTransaction } from '@viewpoints/db/client';
import {
  addAccount,
  addActor,
  addArticle,
  addFinding,
  addIssue,
} from '@viewpoints/db/testing/builders';
import { listStatements } from '@viewpoints/db/testing/list-statements';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Actor } from '@viewpoints/domain/actors/actor';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { announceArticle, announcePage, withAnnouncement } from '../changes/announce.ts';
import { fillChanges } from '../prepare/fill-changes.ts';
import { deletePublication } from '../project/published-history.ts';
import { readChanges, readPublicPages } from '../testing/public-pages.ts';
import { publish } from '../testing/publish.ts';
import { listPublishedChanges } from './changes.ts';

let db: TestDatabase;
let by: string;
const at = new Date('2021-02-01T09:00:00.000Z');
/** Beyond the end of the embargo. */
const later = new Date(Date.now() + 86_400_000);
let last: string | null = null;

beforeAll(async () => {
  db = await createTestDatabase();
  by = (await addAccount(db.editorial)).id;
});
afterAll(() => db.drop());
beforeEach(async () => {
  last = (await readChanges(db)).at(-1)?.cursor ?? null;
});

/** New entries of the log since the test began, in words. */
const news = async () =>
  (await readChanges(db, last)).map(({ kind, id, address }) => `${kind} ${id} ${address}`);

async function addArticleWithFinding(actor: Actor) {
  const article = await addArticle(db.editorial, { by });
  const finding = await addFinding(db.editorial, article, {
    by,
    holders: [{ actorId: actor.id, wording: null, basis: 'direct' }],
    issueIds: [(await addIssue(db.editorial)).id],
  });
  return { id: article.id, slug: article.slug, findingId: finding.id };
}
const archive = (id: string) =>
  inTransaction(db.editorial, (tx) =>
    withAnnouncement(tx, id, at, () => deletePublication(tx, id)),
  );
/** Gives an actor another address. */
const rename = ({ id, slug: slugBefore }: Actor, slug: string) =>
  inTransaction(db.editorial, async (tx) => {
    await tx.actor.update({ where: { id }, data: { slug } });
    await announcePage(tx, { kind: 'actor', id, slugBefore, slug });
  });

describe('the log of changes', () => {
  test('has kind, id, address and time of what is published, and goes on from any entry', async () => {
    const actor = await addActor(db.editorial);
    const { id, slug, findingId } = await addArticleWithFinding(actor);
    const began = Date.now();
    await publish(db.editorial, id, { at });
    const entries = await readChanges(db, last);
    expect(entries.map(({ kind, id, address }) => `${kind} ${id} ${address}`)).toEqual(
      expect.arrayContaining([
        `article ${id} /articles/${slug}`,
        `finding ${findingId} /findings/${findingId}`,
        `actor ${actor.id} /actors/${actor.slug}`,
      ]),
    );
    for (const entry of entries) {
      expect(Object.keys(entry).sort()).toEqual(['address', 'at', 'cursor', 'id', 'kind']);
      expect(Date.parse(entry.at ?? '')).toBeGreaterThanOrEqual(began - 1_000);
    }
    // In pages of any length, and from the middle of one.
    expect(await readChanges(db, last, 1)).toEqual(entries);
    expect(await readChanges(db, entries[1]?.cursor)).toEqual(entries.slice(2));
    expect(await readChanges(db, entries.at(-1)?.cursor)).toEqual([]);
  });

  test('can be narrowed to a kind, and goes on there from an entry of another', async () => {
    const actor = await addActor(db.editorial);
    const [first, second] = [
      await addArticleWithFinding(actor),
      await addArticleWithFinding(actor),
    ];
    for (const { id } of [first, second]) await publish(db.editorial, id, { at });
    const [{ cursor } = { cursor: '' }] = await readChanges(db, last);
    const page = await listPublishedChanges(db.reader, { cursor: last, limit: 1, kind: 'finding' });
    expect(page?.items).toMatchObject([{ kind: 'finding', id: first.findingId }]);
    const rest = await listPublishedChanges(db.reader, {
      ...{ cursor: page?.nextCursor ?? cursor, limit: 5, kind: 'finding' },
    });
    expect(rest).toMatchObject({ items: [{ id: second.findingId }], nextCursor: null });
  });

  test('has of what is gone kind and id alone, in its earlier entries too, and says so once', async () => {
    const actor = await addActor(db.editorial);
    const { id, findingId } = await addArticleWithFinding(actor);
    await publish(db.editorial, id, { at });
    await archive(id);
    const entries = await readChanges(db, last);
    for (const gone of [id, findingId, actor.id]) {
      const own = entries.filter((entry) => entry.id === gone);
      expect(own).toHaveLength(2);
      for (const entry of own) expect(entry).toMatchObject({ address: null, at: null });
    }
    await rename(actor, `${actor.slug}-once-more`);
    expect(await readChanges(db, entries.at(-1)?.cursor)).toEqual([]);
  });

  test('has the present address of what was renamed', async () => {
    const actor = await addActor(db.editorial);
    await publish(db.editorial, (await addArticleWithFinding(actor)).id, { at });
    await rename(actor, `${actor.slug}-renamed`);
    const own = (await news()).filter((line) => line.includes(actor.id));
    const line = `actor ${actor.id} /actors/${actor.slug}-renamed`;
    expect(own).toEqual([line, line]);
  });

  test('has nothing of what readers do not see, and all of it once they do', async () => {
    const actor = await addActor(db.editorial);
    const { id } = await addArticleWithFinding(actor);
    await publish(db.editorial, id, { at: new Date(), visibleFrom: later });
    await rename(actor, `${actor.slug}-renamed`);
    await archive(id);
    expect(await news()).toEqual([]);
    await publish(db.editorial, id, { at: new Date(), visibleFrom: later });
    // Its job runs too early.
    await inTransaction(db.editorial, (tx) => announceArticle(tx, id, later));
    expect(await news()).toEqual([]);
    await db.sql(`UPDATE published_article SET visible_from = now() WHERE id = $1`, [id]);
    await inTransaction(db.editorial, (tx) => announceArticle(tx, id, new Date()));
    expect(await news()).toContainEqual(expect.stringContaining(`article ${id} /articles/`));
    expect(await news()).toContain(`actor ${actor.id} /actors/${actor.slug}-renamed`);
  });

  test('does not go on from a cursor that it never had', async () => {
    const cursor = crypto.randomUUID();
    expect(await listPublishedChanges(db.reader, { cursor, limit: 5 })).toBeNull();
  });

  test('is only added to by the role of the product', async () => {
    for (const statement of [
      'UPDATE public_change SET kind = kind',
      'DELETE FROM public_change',
      'TRUNCATE public_change',
    ])
      await expect(db.editorial.$executeRawUnsafe(statement)).rejects.toThrow(/42501/);
  });
});

describe('what was published before there was a log', () => {
  const forget = async () => {
    await db.sql('TRUNCATE public_change');
    await db.sql('UPDATE public_change_count SET last = 0');
  };

  test('is entered once, the oldest first, however often and by however many it is begun', async () => {
    const { id } = await addArticleWithFinding(await addActor(db.editorial));
    await publish(db.editorial, id, { at: new Date() });
    const hidden = await addArticleWithFinding(await addActor(db.editorial));
    await publish(db.editorial, hidden.id, { at: new Date(), visibleFrom: later });
    await forget();
    // Both have looked for what is missing before either can enter it.
    await db.sql('BEGIN');
    await db.sql('SELECT FROM public_change_count FOR UPDATE');
    const filling = Promise.all([fillChanges(db.url), fillChanges(db.url)]);
    await vi.waitFor(
      async () =>
        expect(
          await db.sql(
            `SELECT DISTINCT w.pid FROM pg_locks w JOIN pg_locks h USING (pid) JOIN pg_database d ON d.oid = h.database
             WHERE NOT w.granted AND d.datname = current_database()`,
          ),
        ).toHaveLength(2),
      { timeout: 20_000 },
    );
    await db.sql('COMMIT');
    await filling;
    expect(await fillChanges(db.url)).toBe(false);
    const entries = await readChanges(db);
    const pages = await readPublicPages(db);
    expect(new Map(entries.map(({ kind, id, address }) => [`${kind} ${id}`, address]))).toEqual(
      new Map([...pages].map(([key, { address }]) => [key, address])),
    );
    expect(entries).toHaveLength(pages.size);
    const inOrder = await db.sql<{ id: string }>(
      'SELECT id FROM published_article WHERE visible_from <= now() ORDER BY published_at, id',
    );
    expect(entries.filter(({ kind }) => kind === 'article').map((entry) => entry.id)).toEqual(
      inOrder.map((row) => row.id),
    );
    // And the log goes on from there.
    await publish(db.editorial, id, { at: new Date(), note: 'Reworded.' });
    expect((await readChanges(db, entries.at(-1)?.cursor)).map((entry) => entry.id)).toContain(id);
  });

  test('is entered a few thousand at a time, and looked for before publishing has to wait', async () => {
    const { id } = await addArticleWithFinding(await addActor(db.editorial));
    await publish(db.editorial, id, { at: new Date() });
    await db.sql(
      `INSERT INTO published_mention (kind, ref_id, article_id, published_at)
       SELECT 'topic', gen_random_uuid(), id, published_at
       FROM published_article, generate_series(1, 2500) WHERE id = $1`,
      [id],
    );
    await forget();
    const statements = await listStatements(() => fillChanges(db.url));
    const [numbers] = await db.sql<{ entries: number; transactions: number }>(
      `SELECT count(*)::int AS entries, count(DISTINCT xmin::text)::int AS transactions FROM public_change`,
    );
    expect(numbers?.entries).toBeGreaterThan(2_500);
    expect(numbers?.transactions).toBe(2);
    const scans = statements.filter((text) => text.includes('published_article'));
    expect(scans).toHaveLength(1);
    expect(statements.indexOf(scans[0] ?? '')).toBeLessThan(statements.indexOf('BEGIN'));
    // If all entries exist, nothing is locked.
    expect(await listStatements(() => fillChanges(db.url))).not.toContain('BEGIN');
  });
});
