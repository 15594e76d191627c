import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { startEmbeddedPostgres } from './embedded.ts';
import { EmbeddedError } from './error.ts';

const posix = process.platform !== 'win32';
let dataDir: string;
let owners: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'viewpoints-embedded-'));
  chmodSync(dataDir, 0o711);
  owners = [];
});

afterEach(async () => {
  for (const owner of owners) owner.kill('SIGKILL');
  killAll(serverProcesses());
  await expect.poll(serverProcesses, { timeout: 5_000 }).toEqual([]);
  rmSync(dataDir, { recursive: true, maxRetries: 5 });
});

/** Kills them in this order; one that has ended in the meantime is as dead as was wanted. */
function killAll(pids: (number | undefined)[]): void {
  for (const pid of pids) {
    try {
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }
}

describe('given a new data directory', () => {
  test('a database is made, and what is written is there after a restart', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await run(first.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    await first.stop();
    expect(await first.ended).toBeNull();
    expect(serverProcesses()).toEqual([]);

    const second = await startEmbeddedPostgres({ dataDir });
    expect(await run(second.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    await second.stop();
  });

  test.runIf(posix)('nobody but its owner can look into it or at what lies in it', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    onTestFinished(server.stop);
    chmodSync(dataDir, 0o755);
    await expect(startEmbeddedPostgres({ dataDir })).rejects.toThrow('already running');
    expect((statSync(dataDir).mode & 0o777).toString(8)).toBe('711');
    const open = readdirSync(dataDir)
      // The programs, where PostgreSQL's own user could not reach them.
      .filter((name) => !name.startsWith('postgresql-'))
      .filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
  });

  test('two starts at once make one server, and the second names the first', async () => {
    const outcomes = await Promise.allSettled([own(), own()]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(String(refused[0]?.reason)).toMatch(/already running on .* \(process \d+\)/);
    expect(servers()).toHaveLength(1);
  });

  test('a start that was killed half-way leaves nothing in the way of the next', async () => {
    const half = spawnOwner();
    const halfMade = () =>
      readdirSync(dataDir).filter((name) => /^postgres\.initialising-[0-9a-f]+$/.test(name));
    // Early, and while its initdb goes on writing: both have to be outlived.
    await expect.poll(halfMade, { timeout: 20_000, interval: 10 }).toHaveLength(1);
    killAll([...supervisors(), half.pid]);

    const { url } = await own();
    expect(await run(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await expect.poll(halfMade, { timeout: 10_000 }).toEqual([]);
  });
});

describe('given a server that is running', () => {
  test('when its owner is killed, it ends by itself', async () => {
    const { owner } = await own();
    owner.kill('SIGKILL');
    await expect.poll(serverProcesses, { timeout: 10_000 }).toEqual([]);
  });

  test('when owner and supervisor are killed, the next start ends the orphan', async () => {
    const { owner, url } = await own();
    await run(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    const [orphan] = servers();
    killAll([...supervisors(), owner.pid]);
    await sleep(300);
    expect(servers()).toEqual([orphan]);

    const next = await own();
    expect(servers()).not.toContain(orphan);
    expect(await run(next.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('when every process is killed, nothing that was saved is lost', async () => {
    const { owner, url } = await own();
    await run(url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    killAll([...serverProcesses(), owner.pid]);

    const next = await own();
    expect(await run(next.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
  });

  test('when its process id is given to another program, the next start is not misled', async () => {
    const first = await startEmbeddedPostgres({ dataDir });
    await first.stop();
    const mark = [process.pid, join(dataDir, 'postgres'), 1, 1, '', '', '', ''].join('\n');
    writeFileSync(join(dataDir, 'postgres', 'postmaster.pid'), mark);
    const second = await startEmbeddedPostgres({ dataDir });
    await second.stop();
  });

  test('another program can join it, and leaves it running', async () => {
    const { url } = await own();
    const joined = await startEmbeddedPostgres({ dataDir, join: true });
    expect(joined).toMatchObject({ url, owned: false });
    await joined.stop();
    expect(await run(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('when it is killed, its owner learns how, and finds it again where it was', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    await run(server.url, 'CREATE TABLE kept (n int); INSERT INTO kept VALUES (7)');
    killAll(servers());
    const reason = await server.ended;
    expect(reason).toBeInstanceOf(EmbeddedError);
    expect(reason?.problem).toMatchObject({ code: 'ended', detail: 'it was killed (SIGKILL).' });
    expect(reason?.message).not.toContain('did not start');

    const { port } = new URL(server.url);
    const again = await startEmbeddedPostgres({ dataDir, port: Number(port) });
    onTestFinished(again.stop);
    expect(again.url).toBe(server.url);
    expect(await run(server.url, 'SELECT n FROM kept')).toEqual([{ n: 7 }]);
    expect(existsSync(join(dataDir, 'postgres.log.old'))).toBe(true);
  });

  test('when its supervisor is killed, its owner learns it, and the next ends what is left', async () => {
    const server = await startEmbeddedPostgres({ dataDir });
    const [orphan] = servers();
    killAll(supervisors());
    expect((await server.ended)?.problem).toMatchObject({ code: 'ended' });
    const { port } = new URL(server.url);
    const again = await startEmbeddedPostgres({ dataDir, port: Number(port) });
    onTestFinished(again.stop);
    expect([again.url, servers().includes(orphan ?? 0)]).toEqual([server.url, false]);
  });
});

test('a throwaway server leaves no file behind', async () => {
  const server = await startEmbeddedPostgres({ throwaway: true });
  const [row] = await run(server.url, 'SHOW data_directory');
  await server.stop();
  expect(existsSync(String(row?.data_directory))).toBe(false);
});

describe('what cannot work is said in one sentence, with what to do', () => {
  test('data of another major version', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '12\n');
    const { problem, message } = await refusal();
    expect(problem).toMatchObject({ code: 'other_version', found: '12', needed: '18' });
    expect(message).toContain('backup');
  });

  test('a directory that holds something else', async () => {
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres', 'holiday.jpg'), '');
    expect((await refusal()).problem.code).toBe('not_a_cluster');
  });

  test('a data directory that cannot be made', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(startEmbeddedPostgres({ dataDir: join(dataDir, 'file') })).rejects.toMatchObject({
      problem: { code: 'not_writable' },
    });
  });

  test.runIf(posix && process.getuid?.() === 0)(
    'root, and a directory that the server’s user may not enter',
    async () => {
      chmodSync(dataDir, 0o700);
      const { problem, message } = await refusal();
      expect(problem).toEqual({ code: 'unreadable', path: dataDir, user: 'postgres' });
      expect(message).toContain('does not run as root');
    },
  );
});

async function refusal(): Promise<EmbeddedError> {
  const outcome = await startEmbeddedPostgres({ dataDir }).catch((error: unknown) => error);
  if (outcome instanceof EmbeddedError) return outcome;
  throw new Error('it started', { cause: outcome });
}

/** A process of its own that starts the server and then waits to be killed. */
function spawnOwner(): ChildProcess {
  const module = pathToFileURL(fileURLToPath(new URL('./embedded.ts', import.meta.url))).href;
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const outcome = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} }).then(
      (server) => ({ url: server.url }), (error) => ({ refused: error.message }));
    console.log(JSON.stringify(outcome));
    if (outcome.url) setInterval(() => {}, 1000);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  owners.push(owner);
  return owner;
}

async function own(): Promise<{ owner: ChildProcess; url: string }> {
  const owner = spawnOwner();
  if (owner.stdout === null) throw new Error('no output');
  const [line] = await once(createInterface({ input: owner.stdout }), 'line');
  const { url, refused } = JSON.parse(line);
  if (refused) throw new Error(refused);
  return { owner, url };
}

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  // A server that is killed under its client says so here.
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows ?? [];
  } finally {
    await client.end();
  }
}

/** Every process on this data directory: supervisors and servers. */
function serverProcesses(): number[] {
  return [...supervisors(), ...servers()];
}

function supervisors(): number[] {
  return processes((command) => command.includes('embedded/supervisor'));
}

function servers(): number[] {
  return processes((command) => command.includes(' -D ') && !command.includes('supervisor'));
}

function processes(matches: (command: string) => boolean): number[] {
  return execFileSync('ps', ['-ww', '-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`${dataDir}/postgres`) && matches(line))
    .map((line) => Number.parseInt(line, 10));
}
