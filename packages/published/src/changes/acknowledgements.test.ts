import { setTimeout as sleep } from 'node:timers/promises';
import { inTransaction } from '@viewpoints/db/client';
import { createTestDatabase } from '@viewpoints/db/testing/test-database';
import { Client } from 'pg';
import { describe, expect, it, type TestContext, vi } from 'vitest';
import { edgeCacheDuration, leaseDuration } from './acknowledgement-times.ts';
import { trackAcknowledgements } from './acknowledgements.ts';
import { listenForChanges } from './listen.ts';
import { acknowledgementIdOf, notifyChanged } from './notify.ts';

/** A journal, reading sites and a publisher. Each test has its own: they run concurrently. */
async function openJournal({ onTestFinished }: TestContext) {
  const db = await createTestDatabase();
  const acknowledgements = trackAcknowledgements(db.url);
  onTestFinished(async () => {
    await acknowledgements.close();
    await db.drop();
  });
  return {
    db,
    /** A reading site that drops changed pages when the test says so. */
    site: async () => {
      const waiting: (() => void)[] = [];
      let holds = () => false;
      const stop = await listenForChanges(db.readerUrl, {
        onUp: () => {},
        onDown: () => {},
        onChange: () => new Promise<void>((drop) => waiting.push(drop)),
        onHeartbeat: (stands) => {
          holds = stands;
        },
      });
      await vi.waitFor(() => expect(holds()).toBe(true), { timeout: 5_000 });
      return {
        dropAll: () => {
          for (const drop of waiting.splice(0)) drop();
        },
        waiting: () => waiting.length,
        stop,
      };
    },
    announce: async () => {
      const ask = await inTransaction(db.editorial, async (tx) => {
        await notifyChanged(tx, ['front']);
        return acknowledgementIdOf(tx);
      });
      if (ask === undefined) throw new Error('nothing was announced');
      let over = false;
      const heard = acknowledgements.waitForAll(ask).then(() => {
        over = true;
      });
      return { heard, over: () => over };
    },
  };
}

// Most of each is waiting until a site that says nothing can show nothing old.
describe.concurrent('who announces something', () => {
  it('waits for each reading site, and for nobody who has gone', async (test) => {
    const { site, announce } = await openJournal(test);
    const sites = [await site(), await site()];
    // From here on it is known who there is.
    await sleep(leaseDuration + edgeCacheDuration);
    const first = await announce();
    await vi.waitFor(() => expect(sites.map(({ waiting }) => waiting())).toEqual([1, 1]));
    sites[0]?.dropAll();
    await sleep(100);
    expect(first.over()).toBe(false);
    sites[1]?.dropAll();
    await first.heard;

    await sites[1]?.stop();
    const second = await announce();
    await vi.waitFor(() => expect(sites[0]?.waiting()).toBe(1));
    sites[0]?.dropAll();
    await second.heard;
    await sites[0]?.stop();
  });

  it('waits for one that does not answer until it can show nothing old any more', async (test) => {
    const { site, announce } = await openJournal(test);
    const deaf = await site();
    const began = Date.now();
    const acknowledgement = await announce();
    await acknowledgement.heard;
    expect(Date.now() - began).toBeGreaterThanOrEqual(leaseDuration + edgeCacheDuration - 50);
    await deaf.stop();
  });

  it('given a repeated announcement, does not wait for it to be acknowledged', async (test) => {
    const { db, site, announce } = await openJournal(test);
    const one = await site();
    await sleep(leaseDuration + edgeCacheDuration);
    const reader = new Client({ connectionString: db.readerUrl });
    await reader.connect();
    test.onTestFinished(() => reader.end());
    const genuine: string[] = [];
    reader.on('notification', ({ payload }) => genuine.push(payload ?? ''));
    await reader.query('LISTEN viewpoints_changed');
    const acknowledgement = await announce();
    await vi.waitFor(() => expect([one.waiting(), genuine.length]).toEqual([1, 1]));
    one.dropAll();
    await acknowledgement.heard;
    await reader.query('SELECT pg_notify($1, $2)', ['viewpoints_changed', genuine[0]]);
    await sleep(200);
    // Nor does the site answer twice, which would leave a drop to be made.
    expect(one.waiting()).toBe(0);
    await one.stop();
  });

  it('is not involved in a transaction that announces nothing', async (test) => {
    const { db } = await openJournal(test);
    expect(
      await inTransaction(db.editorial, async (tx) => acknowledgementIdOf(tx)),
    ).toBeUndefined();
  });
});
