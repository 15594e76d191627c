import type { ClientBase } from 'pg';
import { readBeforeBaseline } from './before-baseline.ts';
import { listMigrationNames, repositoryPaths } from './files.ts';

/** The last migration that a database has; empty if it has none. */
export async function findDatabaseMigration(client: ClientBase): Promise<string> {
  const { rows: present } = await client.query(
    `SELECT WHERE to_regclass('public._prisma_migrations') IS NOT NULL`,
  );
  if (present.length === 0) return '';
  const { rows } = await client.query<{ name: string | null }>(
    `SELECT max(migration_name COLLATE "C") AS name FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  );
  return rows[0]?.name ?? '';
}

/** The migrations that a database can have for this version to upgrade it, oldest first. */
export async function listKnownMigrations(): Promise<string[]> {
  const before = await readBeforeBaseline();
  const current = await listMigrationNames(repositoryPaths.migrations);
  return [...before.migrations.map(({ name }) => name), ...current];
}
