import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeRunningFile } from './running.ts';

const run = promisify(execFile);
const script = `
  import { adoptRunning } from '${new URL('./running.ts', import.meta.url)}';
  import { loadSettings } from '@viewpoints/config/env';
  adoptRunning()();
  const { adminUrl, ports, databaseUrl } = loadSettings();
  console.log(JSON.stringify({ adminUrl, ports, databaseUrl }));`;

let directory: string;
let before: NodeJS.ProcessEnv;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'running-'));
  before = process.env;
});
afterEach(async () => {
  process.env = before;
  await rm(directory, { recursive: true });
});

/** The settings of a command of the command line, as a process of its own. */
async function settingsOf(given: Record<string, string>) {
  const env = { PATH: process.env.PATH ?? '', DATA_DIR: directory, ...given };
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env,
    cwd: import.meta.dirname,
  });
  return JSON.parse(stdout);
}

const started = {
  ADMIN_URL: 'https://desk.journal.example',
  ADMIN_PORT: '4101',
  READER_PORT: '4100',
  API_PORT: '4102',
};
const database = { DATABASE_URL: 'postgresql://editor:Zqsecret@db.example/journal' };

describe('a command next to a running installation', () => {
  test('means that one where nothing else is said', async () => {
    process.env = { ...before, ...started };
    const end = await writeRunningFile(directory);
    expect(await settingsOf({})).toEqual({
      adminUrl: started.ADMIN_URL,
      ports: { reader: 4100, admin: 4101, api: 4102 },
      databaseUrl: null,
    });
    expect(await settingsOf({ ADMIN_URL: 'http://localhost:9001' })).toMatchObject({
      adminUrl: 'http://localhost:9001',
      ports: { admin: 4101 },
    });
    await end();
    expect((await settingsOf({})).ports.admin).not.toBe(4101);
  });

  test('does not mean one that was killed', async () => {
    process.env = { ...before, ...started };
    await writeRunningFile(directory);
    const path = join(directory, 'running.json');
    const gone = await run(process.execPath, ['--eval', 'console.log(process.pid)']);
    const written = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(path, JSON.stringify({ ...written, process: Number(gone.stdout) }));
    expect((await settingsOf({})).ports.admin).not.toBe(4101);
  });

  test('is refused if that one has a database that the command was not given', async () => {
    process.env = {
      ...before,
      ...started,
      ...database,
      SECRET: 'a secret of forty letters, or of more',
    };
    await writeRunningFile(directory);
    await expect(settingsOf({})).rejects.toThrow(
      'was started with DATABASE_URL and SECRET. Give the same to this command',
    );
    const { SECRET } = process.env;
    expect(await settingsOf({ ...database, SECRET: SECRET ?? '' })).toMatchObject({
      databaseUrl: database.DATABASE_URL,
      ports: { admin: 4101 },
    });
  });

  test('finds a file that only its owner can read, without a password or secret', async () => {
    process.env = {
      ...{ ...before, ...started, ...database },
      ...{ OWNER_PASSWORD: 'Zqsecret of the owner', SECRET: 'Zqsecret of the journal' },
    };
    await writeRunningFile(directory);
    const path = join(directory, 'running.json');
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o077).toBe(0);
    expect(await readFile(path, 'utf8')).not.toContain('Zqsecret');
  });
});
