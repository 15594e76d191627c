import { lockRelease } from '@viewpoints/db/editorial/releases';
import type { Release } from '@viewpoints/domain/releases/release';
import type { Command } from '../command.ts';
import { notFound } from '../problem.ts';

/** Locks a release for a command, before its articles. */
export async function lockExistingRelease({ tx }: Command, id: string): Promise<Release> {
  const release = await lockRelease(tx, id);
  if (release === null) throw notFound('release');
  return release;
}

/** Milliseconds that publishing or checking all articles of a release may take. */
export const RELEASE_TIMEOUT = 120_000;
