import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '@viewpoints/db/client';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ChangeListener, listenToChanges } from '../testing/change-listener.ts';
import { announceJournal } from './announce.ts';
import { prepareAnnouncementKey } from './announcement-key.ts';
import { listenerName } from './connection-names.ts';
import { listenForChanges } from './listen.ts';
import { notifyChanged } from './notify.ts';

let changes: ChangeListener;
let db: TestDatabase;
const quiet = () => changes.quiet();

beforeAll(async () => {
  changes = await listenToChanges();
  ({ db } = changes);
});
afterAll(() => changes.close());
beforeEach(async () => {
  await changes.quiet();
  changes.heard = [];
});

describe('the listener', () => {
  it('given a lost connection, then it says so, comes back and hears again', async () => {
    const [before, lost] = [changes.ups, changes.downs];
    await db.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                  WHERE application_name = '${listenerName}' AND datname = current_database()`);
    await vi.waitFor(() => expect(changes.downs).toBe(lost + 1), { timeout: 5_000 });
    await vi.waitFor(() => expect(changes.ups).toBe(before + 1), { timeout: 5_000 });
    await inTransaction(db.editorial, announceJournal);
    expect(await quiet()).toEqual(['journal']);
  });

  it('given a database that is not there, then it keeps trying without a word, and can be ended', async () => {
    let calls = 0;
    const count = () => {
      calls += 1;
    };
    const end = await listenForChanges('postgres://nobody@127.0.0.1:1/none', {
      onChange: count,
      onUp: count,
      onDown: count,
    });
    await sleep(300);
    await end();
    expect(calls).toBe(0);
  });

  it('given a payload that is none of ours, then it is passed over', async () => {
    await db.sql(`NOTIFY viewpoints_changed, 'not json'`);
    await db.sql(`NOTIFY viewpoints_changed, '{"tags":"no list"}'`);
    expect(await quiet()).toEqual([]);
  });

  it('given an announcement that readers’ role made up, changed or repeated, then nothing is dropped', async () => {
    const reader = new Client({ connectionString: db.readerUrl });
    await reader.connect();
    onTestFinished(() => reader.end());
    const genuine: string[] = [];
    reader.on('notification', ({ payload }) => genuine.push(payload ?? ''));
    await reader.query('LISTEN viewpoints_changed');
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['front']));
    await vi.waitFor(() => expect(genuine).toHaveLength(1));
    const [payload = ''] = genuine;
    const { signature, ...change } = JSON.parse(payload);
    await quiet();
    changes.heard = [];
    const down = changes.downs;
    for (const forged of [
      { ...change, id: 'another', tags: ['journal'] },
      { ...change, id: 'another', tags: ['journal'], signature: 'x' },
      { ...change, id: 'another', signature },
      { ...change, tags: ['journal'], signature },
      { ...change, signature },
    ])
      await reader.query('SELECT pg_notify($1, $2)', [
        'viewpoints_changed',
        JSON.stringify(forged),
      ]);
    expect(await quiet()).toEqual([]);
    expect(changes.downs).toBe(down);
  });

  it('given another key than before, then it begins to listen again, and believes what that has signed', async () => {
    const [up, down] = [changes.ups, changes.downs];
    await db.sql('DELETE FROM announcement_key');
    await prepareAnnouncementKey(db.url);
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['front']));
    await vi.waitFor(() => expect([changes.ups, changes.downs]).toEqual([up + 1, down + 1]), {
      timeout: 5_000,
    });
    await inTransaction(db.editorial, (tx) => notifyChanged(tx, ['journal']));
    expect(await quiet()).toEqual(['journal']);
  });
});
