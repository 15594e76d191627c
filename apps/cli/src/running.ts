import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@viewpoints/config/durable-file';
import { loadSettings } from '@viewpoints/config/env';
import { Failure } from './failure.ts';

/** The settings by which other commands find what runs: where it listens, and where it is reached. */
const addresses = ['READER_PORT', 'ADMIN_PORT', 'API_PORT', 'READER_URL', 'ADMIN_URL', 'API_URL'];

/** Settings that hold a password: only their names are stored, since they were not given on this disk. */
const secrets = ['DATABASE_URL', 'DATABASE_READER_URL', 'SECRET'];

type Running = { process: number; settings: Record<string, string>; secrets: string[] };

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Writes the addresses of this installation into its data directory while it runs: a command
 * without addresses means that installation.
 * @returns a function that removes the file
 */
export async function writeRunningFile(dataDir: string): Promise<() => Promise<void>> {
  const settings = Object.fromEntries(
    addresses.flatMap((name) => {
      const value = process.env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const running: Running = { process: process.pid, settings, secrets: secrets.filter(isSet) };
  await writeDurably(fileIn(dataDir), Buffer.from(JSON.stringify(running)));
  return async () => {
    // Another may have been started on the same data since, and has written its own file.
    if (readRunning(dataDir)?.process === process.pid) await rm(fileIn(dataDir), { force: true });
  };
}

/**
 * Takes the addresses of the installation that runs on this data directory for those that were not
 * given with the command. They come before a file `.env`, which it may have been started without.
 * @returns how to make sure, before anything is done, that the command means the same database
 */
export function adoptRunning(): () => void {
  const running = readRunning(loadSettings().dataDir);
  if (running === null) return () => {};
  const missing = running.secrets.filter((name) => !isSet(name));
  // Nothing, not left out: what is left out is read from `.env`.
  for (const name of addresses.filter((one) => !isSet(one)))
    process.env[name] = running.settings[name] ?? '';
  for (const name of secrets.filter((one) => !isSet(one) && !running.secrets.includes(one)))
    process.env[name] = '';
  return () => {
    if (missing.length > 0)
      throw new Failure(
        `What runs on this data directory was started with ${missing.join(' and ')}. Give the same to this command: settings with a password are not kept on disk.`,
      );
  };
}

const isSet = (name: string): boolean => Boolean(process.env[name]?.trim());

function readRunning(dataDir: string): Running | null {
  try {
    const running = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Running;
    return isAlive(running.process) ? running : null;
  } catch {
    // None runs, or it was killed as it began to.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
