import { readFile } from 'node:fs/promises';
import type { BeforeBaseline } from './adopt-baseline.ts';
import { repositoryPaths } from './files.ts';

/** What the baseline stands for, as prisma/adopted-migrations.json names it. */
export async function readBeforeBaseline(): Promise<BeforeBaseline> {
  const text = await readFile(repositoryPaths.adoptedMigrations, 'utf8');
  return { ...JSON.parse(text), directory: repositoryPaths.migrationsBeforeBaseline };
}
