import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Release, tryLock } from '@viewpoints/config/file-lock';
import { findFreePort } from '@viewpoints/config/free-port';
import { makeDataDirectory } from '@viewpoints/config/private-files';
import { Client } from 'pg';
import { findBinaries, withinReach } from './binaries.ts';
import {
  type Cluster,
  clusterOwner,
  initialise,
  readDataVersion,
  readPassword,
  spawnServer,
  stopServer,
} from './cluster.ts';
import { EmbeddedError, type EmbeddedProblem, readProblem } from './error.ts';
import { clearOrphan, isAlive } from './orphan.ts';
import { checkReachable, findServerUser } from './user.ts';

/**
 * The process between PostgreSQL and its owner. Its standard input is a pipe of the owner, which
 * closes when the owner ends, however it ends; then the server is stopped. Should this process be
 * killed as well, the next start finds the server and stops it.
 */
export type SupervisorRequest = {
  directory: string;
  throwaway: boolean;
  /** The port of the server; null for any free port. */
  port: number | null;
};

/** One line of JSON each, on standard output. */
export type SupervisorReport =
  | { type: 'progress'; step: 'initialising' | 'recovering' | 'ended_orphan' }
  | { type: 'ready'; url: string }
  | { type: 'problem'; problem: EmbeddedProblem };

const request: SupervisorRequest = JSON.parse(process.argv[2] ?? '{}');
const { directory, throwaway } = request;

const leaving = new AbortController();
process.stdin.on('error', () => leaving.abort());
process.stdin.on('close', () => leaving.abort());
process.stdin.resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => leaving.abort());
}
// The owner may be gone when a report is written.
process.stdout.on('error', () => leaving.abort());

function report(message: SupervisorReport): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

async function takeDirectory(): Promise<Release> {
  try {
    makeDataDirectory(dirname(directory));
    for (let waited = 0; ; waited += 100) {
      const release = tryLock(`${directory}.lock`);
      if (release !== null) {
        await writeFile(`${directory}.owner`, String(process.ppid), { mode: 0o600 });
        return release;
      }
      const owner = Number(await readFile(`${directory}.owner`, 'utf8').catch(() => ''));
      // A supervisor whose owner has died is on its way out; it is worth waiting for.
      if (waited >= 60_000 || (owner > 0 && isAlive(owner))) {
        const pid = owner > 0 ? owner : null;
        throw new EmbeddedError({ code: 'running_elsewhere', path: directory, pid });
      }
      await sleep(100);
    }
  } catch (error) {
    if (error instanceof EmbeddedError) throw error;
    const detail = error instanceof Error ? error.message : String(error);
    const problem = readProblem(detail, directory);
    if (problem.code === 'disk_full') throw new EmbeddedError(problem);
    throw new EmbeddedError({ code: 'not_writable', path: dirname(directory), detail });
  }
}

async function prepareCluster(): Promise<Cluster> {
  const [found, as] = await Promise.all([findBinaries(), findServerUser()]);
  await checkReachable(as, [directory]);
  const binaries = await withinReach(found, as, dirname(directory));
  const cluster = { directory, binaries, as };
  const version = await readDataVersion(directory);
  if (version === null) {
    report({ type: 'progress', step: 'initialising' });
    await initialise(cluster, { throwaway });
  } else if (version !== binaries.major) {
    throw new EmbeddedError({
      code: 'other_version',
      path: directory,
      found: version,
      needed: binaries.major,
    });
  } else if (await clearOrphan(cluster)) {
    report({ type: 'progress', step: 'ended_orphan' });
  }
  return cluster;
}

/** Starts the server; retries if the port was taken or a dead server's children linger. */
async function startServer(cluster: Cluster): Promise<{ server: ChildProcess; url: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = request.port ?? (await findFreePort());
    const server = await spawnServer(cluster, { port, throwaway });
    const url = `postgres://${clusterOwner}:${await readPassword(directory)}@127.0.0.1:${port}`;
    if (await becomesReady(server, url)) return { server, url: `${url}/${clusterOwner}` };
    const output = await readFile(`${directory}.log`, 'utf8').catch(() => '');
    const problem = readProblem(output, directory);
    const passing = /shared memory block.*still in use|lock file .* already exists/.test(output);
    if (attempt >= 50 || (!passing && problem.code !== 'port_in_use')) {
      throw new EmbeddedError(problem);
    }
    await sleep(200);
  }
}

async function becomesReady(server: ChildProcess, url: string): Promise<boolean> {
  const failed = once(server, 'error').then(() => true);
  const since = Date.now();
  let isReported = false;
  while (server.exitCode === null && server.signalCode === null) {
    const client = new Client({ connectionString: `${url}/postgres` });
    client.on('error', () => {});
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [
        clusterOwner,
      ]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${clusterOwner}`);
      return true;
    } catch {
      // Not up yet; a server that gives up is seen by its exit.
    } finally {
      await client.end().catch(() => {});
    }
    if (!isReported && Date.now() - since > 5_000) {
      report({ type: 'progress', step: 'recovering' });
      isReported = true;
    }
    if (await Promise.race([failed, sleep(50, false)])) return false;
  }
  return false;
}

/** Why a server ended that had run: what killed it, or its own last words. */
async function describeEnd(signal: string | null): Promise<EmbeddedProblem> {
  if (signal !== null)
    return { code: 'ended', path: directory, detail: `it was killed (${signal}).` };
  const output = await readFile(`${directory}.log`, 'utf8').catch(() => '');
  const problem = readProblem(output, directory);
  return problem.code === 'failed' ? { ...problem, code: 'ended' } : problem;
}

async function main(): Promise<number> {
  const release = await takeDirectory();
  const cluster = await prepareCluster();
  if (leaving.signal.aborted) return 0;
  const { server, url } = await startServer(cluster);
  report({ type: 'ready', url });
  const left = leaving.signal.aborted ? Promise.resolve() : once(leaving.signal, 'abort');
  const exit = once(server, 'exit') as Promise<[code: number | null, signal: string | null]>;
  const ended = await Promise.race([exit, left.then(() => null)]);
  if (ended !== null) throw new EmbeddedError(await describeEnd(ended[1]));
  await stopServer(cluster);
  release();
  return 0;
}

let code = 1;
try {
  code = await main();
} catch (error) {
  const problem: EmbeddedProblem =
    error instanceof EmbeddedError
      ? error.problem
      : { code: 'failed', path: directory, detail: `${error}.` };
  report({ type: 'problem', problem });
}
if (throwaway) await rm(dirname(directory), { recursive: true, force: true });
process.exit(code);
