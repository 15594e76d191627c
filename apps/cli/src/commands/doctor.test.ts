import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CheckResult } from '@viewpoints/api/installation/check-result';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { plantWholeJournal } from '@viewpoints/published/testing/plant-whole-journal';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CommandProcess, startCommandProcess } from '../testing/command-process.ts';

let db: TestDatabase;
let directory: string;
let commands: CommandProcess;
const media = () => join(directory, 'data/media');
beforeAll(async () => {
  db = await createTestDatabase();
  await plantWholeJournal(db);
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-doctor-'));
  commands = startCommandProcess(directory, { DATABASE_URL: db.url, SECRET: db.secret });
  await mkdir(media(), { recursive: true });
  for (const { id } of await db.sql<{ id: string }>('SELECT id FROM media'))
    await writeFile(join(media(), id), 'picture');
});
afterAll(async () => {
  await commands.stop();
  await rm(directory, { recursive: true });
  await db.drop();
});

/** What `doctor` says of each thing that it looks at. */
async function examine(env: Record<string, string> = {}, ...args: string[]) {
  const { status, stdout, stderr } = await commands.run(['doctor', '--json', ...args], { env });
  expect(stderr).toBe('');
  const findings: CheckResult[] = JSON.parse(stdout);
  expect(status).toBe(findings.every(({ ok }) => ok) ? 0 : 1);
  return { about: (name: string) => findings.find((each) => each.name === name) };
}

test('given a journal in order then everything is well, and a backup is advised', async () => {
  const { about } = await examine();
  expect(about('Quotes of findings')).toMatchObject({ ok: true });
  expect(about('Quotes of findings')?.detail).toMatch(/^[1-9]\d*, all in their place$/);
  expect(about('Files of media')).toMatchObject({ ok: true, next: null });
  expect(about('Clock')).toMatchObject({ ok: true, detail: 'agrees with the database’s' });
  expect(about('Backups')).toMatchObject({ ok: true, detail: 'none made by `viewpoints backup`' });
  expect(about('Mail')).toMatchObject({ ok: true, next: expect.stringContaining('SMTP_URL') });
});

test('given a quote that is not in the text then its article and finding are named', async () => {
  const [row] = await db.sql<{ id: string; number: number; view: unknown }>(
    `SELECT f.id, f.number, f.view FROM published_finding f
     WHERE f.withdrawn_at IS NULL AND f.number IS NOT NULL AND jsonb_typeof(f.view -> 'quote') = 'object' LIMIT 1`,
  );
  await db.sql(
    `UPDATE published_finding SET view = jsonb_set(jsonb_set(view, '{quote,start}',
       to_jsonb((view #>> '{quote,start}')::int + 1)), '{quote,end}',
       to_jsonb((view #>> '{quote,end}')::int + 1)) WHERE id = $1`,
    [row?.id],
  );
  const { about } = await examine();
  expect(about('Quotes of findings')).toMatchObject({
    ok: false,
    detail: expect.stringMatching(/^1 of \d+ lost$/),
    next: expect.stringContaining(`finding ${row?.id}`),
  });
  // One that a correction replaced: its words are in the version before.
  await db.sql('UPDATE published_finding SET number = NULL WHERE id = $1', [row?.id]);
  expect((await examine()).about('Quotes of findings')?.ok).toBe(true);
  await db.sql('UPDATE published_finding SET view = $2, number = $3 WHERE id = $1', [
    ...[row?.id, row?.view, row?.number],
  ]);
});

describe('files', () => {
  test('that are missing are named; those without a row once they are a day old', async () => {
    const [row] = await db.sql<{ id: string }>('SELECT id FROM media LIMIT 1');
    const id = row?.id ?? '';
    const [old, recent] = [crypto.randomUUID(), crypto.randomUUID()];
    await rm(join(media(), id));
    await writeFile(join(media(), old), 'x'.repeat(2 * 1024 ** 2));
    await writeFile(join(media(), recent), 'x');
    const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
    await utimes(join(media(), old), yesterday, yesterday);
    const { about } = await examine();
    const found = about('Files of media');
    expect(found?.ok).toBe(false);
    expect(found?.detail).toMatch(/^1 of \d+ missing, 1 without a row \(2\.0 MiB\)$/);
    expect(found?.next).toContain(id);
    expect(found?.next).toContain(old);
    expect(found?.next).not.toContain(recent);
    await writeFile(join(media(), id), 'picture');
  });
});

describe('backups', () => {
  const backUpDaysAgo = (days: number) =>
    db.sql(
      `INSERT INTO audit_record (id, at, by_id, action, subject_kind, subject_id, details)
       VALUES (gen_random_uuid(), now() - make_interval(days => $1, hours => 1), NULL,
               'settings.back_up', 'journal', gen_random_uuid(), '{}')`,
      [days],
    );

  test('that are older than eight days are too old; the last one counts', async () => {
    await backUpDaysAgo(30);
    await backUpDaysAgo(9);
    const late = await examine();
    expect(late.about('Backups')).toMatchObject({
      ok: false,
      detail: 'the last was finished 9 days ago',
    });
    await backUpDaysAgo(1);
    expect((await examine()).about('Backups')).toEqual({
      ...{ name: 'Backups', ok: true, detail: 'the last was finished a day ago', next: null },
    });
  });
});

describe('mail', () => {
  test('is tried with the server, and sent to an address that is given', async () => {
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        stream.resume().on('end', () => {
          received.push(...session.envelope.rcptTo.map(({ address }) => address));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}` };
    expect((await examine(env)).about('Mail')).toMatchObject({ ok: true, next: null });
    expect(received).toEqual([]);
    const sent = await examine(env, '--mail', 'ines@journal.example');
    expect(sent.about('Mail')).toMatchObject({ ok: true, detail: expect.stringContaining('took') });
    expect(received).toEqual(['ines@journal.example']);
    await new Promise<void>((resolve) => server.close(resolve));
    const { about } = await examine(env);
    expect(about('Mail')).toMatchObject({ ok: false, next: expect.stringContaining('SMTP_URL') });
  });
});

describe('certificates', () => {
  test('of addresses that do not speak TLS cannot be read, and that is said', async () => {
    const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const { port } = plain.address() as AddressInfo;
    const { about } = await examine({ READER_URL: `https://127.0.0.1:${port}` });
    expect(about(`Certificate of 127.0.0.1:${port}`)).toMatchObject({ ok: false });
    plain.close();
  });
});
