import { randomUUID } from 'node:crypto';
import { sweep } from '@viewpoints/api/jobs/sweep';
import { inTransaction } from '@viewpoints/db/client';
import { waitForWaiting } from '@viewpoints/db/testing/wait-for-waiting';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addProgramOf, type EditorProgram, editorCalls } from '../testing/editor-program.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

let api: TestApi;
/** A second process on the same database. */
let other: TestApi;
let program: EditorProgram;
beforeAll(async () => {
  api = await startTestApi();
  other = await startTestApi({ on: api.db });
  program = await addProgramOf(api, ['Oda', 'editor', 'publisher'], 'read', 'write', 'publish');
});
afterAll(async () => {
  await other.close();
  await api.close();
});

/** The same program, calling the other process. */
const elsewhere = (): EditorProgram => ({ ...program, call: editorCalls(other, program.token) });
const keyed = (key: string) => ({ 'idempotency-key': key });
const create = (headline: string, key: string, on = program) =>
  on.call('POST /articles', { headline }, keyed(key));
const countOf = async (headline: string) => {
  const [row] = await api.db.sql<{ count: number }>(
    'select count(*)::int as count from article where headline = $1',
    [headline],
  );
  return row?.count;
};

describe('a call with a key', () => {
  test('sent 20 times at once to two processes makes one article', async () => {
    const key = randomUUID();
    const there = elsewhere();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => create('Twenty', key, n % 2 ? there : program)),
    );
    expect(await countOf('Twenty')).toBe(1);
    const made = answers.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThan(0);
    expect(new Set(made.map(({ body }) => body.id)).size).toBe(1);
    expect(made.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(
      1,
    );
    for (const { status, headers, body } of answers) {
      if (status === 201) continue;
      expect([status, body.code, headers.get('retry-after')]).toEqual([409, 'call_running', '1']);
    }
    const again = await create('Twenty', key);
    expect([again.status, again.body]).toEqual([201, { id: made[0]?.body.id }]);
  });

  test('has the status and the id of the first answer, and nothing else of it', async () => {
    const key = randomUUID();
    const first = await create('Kept', key);
    expect([first.status, first.body.headline]).toEqual([201, 'Kept']);
    const second = await create('Kept', key);
    expect([second.status, second.body]).toEqual([201, { id: first.body.id }]);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
    const saved = { seen: 1, content: { slug: first.body.slug, headline: 'Kept secret' } };
    const save = () => program.call(`PUT /articles/${first.body.id}`, saved, keyed('save'));
    expect((await save()).status).toBe(200);
    expect([(await save()).status, (await save()).body]).toEqual([200, { id: first.body.id }]);
    const stored = JSON.stringify(await api.db.sql('select * from keyed_call'));
    expect(stored).not.toMatch(/Kept|secret|save/);
    expect(stored).not.toContain(key);
  });

  test('with another request is refused, and makes nothing', async () => {
    const key = randomUUID();
    await create('One', key);
    for (const call of [
      create('Another', key),
      program.call('POST /topics', { slug: 'another', name: 'Another' }, keyed(key)),
    ]) {
      const refused = await call;
      expect([refused.status, refused.body.code]).toEqual([422, 'key_reused']);
    }
    expect(await countOf('Another')).toBe(0);
  });

  test('is of one token: that of another does its own', async () => {
    const key = randomUUID();
    const second = await addProgramOf(api, ['Rolf', 'editor'], 'write');
    const answers = [await create('Shared key', key), await create('Shared key', key, second)];
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(await countOf('Shared key')).toBe(2);
  });

  test('that was refused is not remembered, and may be made again', async () => {
    const key = randomUUID();
    const topic = { slug: 'harbours', name: 'Harbours' };
    const first = await program.call('POST /topics', topic);
    const again = () => program.call('POST /topics', topic, keyed(key));
    expect([(await again()).status, (await again()).status]).toEqual([409, 409]);
    expect((await program.call(`DELETE /topics/${first.body.id}`)).status).toBe(200);
    await api.db.sql(`delete from topic where slug = 'harbours'`);
    expect([(await again()).status, (await again()).status]).toEqual([201, 201]);
  });

  test('without content is answered in the same way', async () => {
    const article = await create('Commented', randomUUID());
    const started = await program.call(`POST /articles/${article.body.id}/comments`, {
      text: 'Which quay?',
      on: { kind: 'field', field: 'headline' },
    });
    const remove = () =>
      program.call(`DELETE /comments/${started.body.id}`, undefined, keyed('remove'));
    const [first, second] = [await remove(), await remove()];
    expect([first.status, second.status, second.body]).toEqual([204, 204, '']);
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  test('must have a key of visible characters; reads take none', async () => {
    for (const key of ['a b', 'x'.repeat(201), 'é'])
      expect((await create('Bad key', key)).body).toMatchObject({
        ...{ status: 400, code: 'invalid_input' },
        reasons: [{ code: 'invalid_key', at: 'Idempotency-Key' }],
      });
    const read = () => program.call('GET /articles', undefined, keyed('a key'));
    expect((await read()).status).toBe(200);
  });
});

describe('a call whose process is killed', () => {
  test('before its transaction is committed is made by the next, and once', async () => {
    const key = randomUUID();
    const release = Promise.withResolvers<void>();
    const locked = Promise.withResolvers<void>();
    const holder = inTransaction(api.db.editorial, async (tx) => {
      await tx.$executeRaw`lock table article in share mode`;
      locked.resolve();
      await release.promise;
    });
    await locked.promise;
    const running = create('Killed', key);
    await waitForWaiting(api.db, 1);
    const meanwhile = await create('Killed', key, elsewhere());
    expect([meanwhile.status, meanwhile.body.code]).toEqual([409, 'call_running']);
    await api.db.sql('select pg_terminate_backend(pid) from pg_locks where not granted');
    expect((await running).status).toBe(503);
    release.resolve();
    await holder;
    const made = await create('Killed', key);
    expect([made.status, made.headers.get('idempotent-replayed')]).toEqual([201, null]);
    expect(await countOf('Killed')).toBe(1);
  });

  test('after it is found by its key, though nobody got its answer', async () => {
    const key = randomUUID();
    const aborted = new AbortController();
    const call = fetch(`${api.url}/v1/editor/articles`, {
      method: 'POST',
      signal: aborted.signal,
      headers: {
        ...{ authorization: `Bearer ${program.token}`, 'content-type': 'application/json' },
        ...keyed(key),
      },
      body: JSON.stringify({ headline: 'Unheard' }),
    }).catch(() => null);
    await expect.poll(() => countOf('Unheard')).toBe(1);
    aborted.abort();
    await call;
    const [again] = [await create('Unheard', key)];
    expect([again.status, Object.keys(again.body)]).toEqual([201, ['id']]);
    expect(await countOf('Unheard')).toBe(1);
  });
});

test('calls sent again in any order, and to either process, are made once each', async () => {
  const there = elsewhere();
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ call: fc.nat(3), isThere: fc.boolean(), waits: fc.boolean() }), {
        minLength: 1,
        maxLength: 12,
      }),
      async (sends) => {
        const run = randomUUID();
        const running: Promise<unknown>[] = [];
        for (const { call, isThere, waits } of sends) {
          const name = `${run} ${call}`;
          const sent = create(name, `${run}-${call}`, isThere ? there : program);
          running.push(sent);
          if (waits) await sent;
        }
        await Promise.all(running);
        const counts = await Promise.all(
          [...new Set(sends.map(({ call }) => call))].map((call) => countOf(`${run} ${call}`)),
        );
        expect(new Set(counts)).toEqual(new Set([1]));
      },
    ),
    { numRuns: 12 },
  );
});

test('a call is forgotten after a day, by itself and by the sweep', async () => {
  const key = randomUUID();
  await create('Yesterday', key);
  const age = (hours: number) =>
    api.db.sql(`update keyed_call set at = now() - make_interval(hours => $1)`, [hours]);
  const left = async () => (await api.db.sql('select 1 from keyed_call')).length;
  const before = await left();
  await age(23);
  await sweep({ editorial: api.db.editorial, mail: api.instance });
  expect(await left()).toBe(before);
  expect((await create('Yesterday', key)).headers.get('idempotent-replayed')).toBe('true');
  await age(25);
  expect((await create('Yesterday', key)).headers.get('idempotent-replayed')).toBeNull();
  expect(await countOf('Yesterday')).toBe(2);
  await age(25);
  await sweep({ editorial: api.db.editorial, mail: api.instance });
  expect(await left()).toBe(0);
});
