import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '@viewpoints/config/durable-file';
import { loadSettings } from '@viewpoints/config/env';

/** The settings by which other commands find what runs: where it listens, and its database. */
const shared = [
  ...['READER_PORT', 'ADMIN_PORT', 'API_PORT', 'READER_URL', 'ADMIN_URL', 'API_URL'],
  ...['DATABASE_URL', 'DATABASE_READER_URL', 'STORAGE_URL', 'SECRET'],
];

type Running = { process: number; settings: Record<string, string> };

const fileIn = (dataDir: string) => join(dataDir, 'running.json');

/**
 * Keeps in the data directory what this installation was started with, for its owner alone, while
 * it runs: a command given without those settings means the installation that is there.
 * @returns how to take that away again
 */
export async function tellRunning(dataDir: string): Promise<() => Promise<void>> {
  const settings = Object.fromEntries(
    shared.flatMap((name) => {
      const value = process.env[name]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
  const running: Running = { process: process.pid, settings };
  await writeDurably(fileIn(dataDir), Buffer.from(JSON.stringify(running)));
  return async () => {
    // Another may have been started on the same data since, and tells of itself.
    if (readRunning(dataDir)?.process === process.pid) await rm(fileIn(dataDir), { force: true });
  };
}

/**
 * Takes the settings of the installation that runs on this data directory for those that were not
 * given with the command. They come before a file `.env`, which it may have been started without.
 */
export function adoptRunning(): void {
  const given = new Set(shared.filter((name) => process.env[name]?.trim()));
  const running = readRunning(loadSettings().dataDir);
  if (running === null) return;
  for (const name of shared.filter((one) => !given.has(one))) {
    const value = running.settings[name];
    // Nothing, not left out: what is left out is read from `.env`.
    process.env[name] = value ?? '';
  }
}

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
