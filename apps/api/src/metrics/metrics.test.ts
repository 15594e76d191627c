import { addJob } from '@viewpoints/db/editorial/jobs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import { createMetrics } from './metrics.ts';

const token = 'a token for tests, which opens the metrics'.replaceAll(' ', '-');
const bearer = (given: string) => ({ headers: { authorization: `Bearer ${given}` } });

/** The value of each line, by its name and labels. */
function valuesIn(text: string): Record<string, number> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  for (const line of lines) expect(line).toMatch(/^[a-z_]+(\{[^}]*\})? [0-9.e+-]+$/);
  return Object.fromEntries(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
}

describe('given a token for the metrics', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi({ metricsToken: token, jobs: true, collaboration: true });
  });
  afterAll(() => api.close());

  const scrape = async () => {
    const { status, headers, body } = await api.send('/metrics', bearer(token));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(headers.get('cache-control')).toBe('no-store');
    return valuesIn(body);
  };

  test.each([
    ['none', {}],
    ['another', bearer(`${token}x`)],
    ['a part of it', bearer(token.slice(0, -1))],
    ['it by another scheme', { headers: { authorization: `Basic ${token}` } }],
  ])('who brings %s gets nothing', async (_, init) => {
    const { status, headers, body } = await api.send('/metrics', init);
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toBe('Bearer');
    expect(JSON.stringify(body)).toContain('metrics_token_wrong');
    expect(JSON.stringify(body)).not.toContain('viewpoints_');
  });

  test('requests are counted by their route, and no word of an address is told', async () => {
    await api.send('/Zelka-Bomquiv?q=Bomquiv');
    await api.send('/media/Bomquiv/Bomquiv');
    await api.query('reader.articles.list', { word: 'Bomquiv' });
    await api.send('/healthz');
    await api.send('/healthz');
    const values = await scrape();
    const count = (labels: string) =>
      values[`viewpoints_http_request_duration_seconds_count{${labels}}`];
    expect(count('method="GET",route="/healthz",status="2xx"')).toBe(2);
    expect(count('method="GET",route="none",status="4xx"')).toBeGreaterThanOrEqual(1);
    expect(Object.keys(values).join('\n')).not.toMatch(/bomquiv/i);
    expect(values['viewpoints_open_connections{kind="article"}']).toBe(0);
  });

  test('attempts at jobs are counted by how they ended', async () => {
    const { editorial } = api.db;
    await editorial.$transaction((tx) => addJob(tx, 'sweep', {}));
    await editorial.$transaction((tx) => addJob(tx, 'send_message', { messageId: 'no id' }));
    const ended = async (job: string, outcome: string) =>
      (await scrape())[
        `viewpoints_job_duration_seconds_count{job="${job}",outcome="${outcome}"}`
      ] ?? 0;
    await expect.poll(() => ended('sweep', 'done')).toBeGreaterThan(0);
    await expect.poll(() => ended('send_message', 'failed')).toBeGreaterThan(0);
  });
});

test('given no token, then there are no metrics', async () => {
  const api = await startTestApi();
  expect((await api.send('/metrics', bearer(token))).status).toBe(404);
  await api.close();
});

describe('figures of the database', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startTestApi();
  });
  afterAll(() => api.close());
  /** As a process that starts now reads them. */
  const read = async (databaseUrl = api.db.url) =>
    valuesIn((await createMetrics({ databaseUrl, readsProcess: false }).render()).text);

  test('tell of jobs, webhooks and exposures that need somebody', async () => {
    await api.db.sql('DELETE FROM graphile_worker._private_jobs');
    await api.db.sql(
      `SELECT graphile_worker.add_job('sweep', '{}', run_at => now() + interval '1 hour')`,
    );
    await api.db.sql(
      `SELECT graphile_worker.add_job('sweep', '{}', run_at => now() - interval '90 seconds')`,
    );
    await api.db.sql(`SELECT graphile_worker.add_job('clean_outbox', '{}', job_key => 'ended')`);
    await api.db.sql(
      `UPDATE graphile_worker._private_jobs SET attempts = max_attempts WHERE key = 'ended'`,
    );
    const values = await read();
    expect(values).toMatchObject({
      viewpoints_database_up: 1,
      viewpoints_jobs_due: 1,
      viewpoints_jobs_scheduled: 1,
      viewpoints_jobs_failed: 1,
      viewpoints_webhooks_failing: 0,
      viewpoints_exposures: 0,
    });
    expect(values.viewpoints_oldest_due_job_seconds).toBeGreaterThanOrEqual(90);
    expect(values.viewpoints_database_size_bytes).toBeGreaterThan(1_000_000);
  });

  test('have no time of a backup until there is one', async () => {
    expect(await read()).not.toHaveProperty('viewpoints_last_backup_timestamp_seconds');
    await api.db.sql(
      `INSERT INTO audit_record (id, at, by_id, action, subject_kind, subject_id, details)
       VALUES (gen_random_uuid(), '2026-03-01T04:00:00Z', NULL, 'settings.back_up', 'settings',
               gen_random_uuid(), '{}')`,
    );
    expect((await read()).viewpoints_last_backup_timestamp_seconds).toBe(1_772_337_600);
  });

  test('are left out where the database does not answer, and that is told', async () => {
    const values = await read('postgres://nobody:nothing@127.0.0.1:1/nowhere');
    expect(values.viewpoints_database_up).toBe(0);
    expect(Object.keys(values)).not.toContain('viewpoints_jobs_failed');
  });
});
