import type { ClientBase } from 'pg';

/** A foreign key. */
export type Reference = { of: string; name: string; definition: string };

/** Drops the foreign keys of tables while rows are inserted: some refer to each other, and to what comes later. */
export async function takeReferences(
  client: ClientBase,
  tables: readonly string[],
): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(
    `SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       AND conrelid::regclass::text = ANY($1) ORDER BY conrelid::regclass::text, conname`,
    [tables],
  );
  await client.query(
    rows.map(({ of, name }) => `ALTER TABLE ${of} DROP CONSTRAINT "${name}"`).join(';'),
  );
  return rows;
}

/** The statements that add foreign keys again, which checks every row. */
export const putBack = (references: readonly Reference[]): string =>
  references
    .map(({ of, name, definition }) => `ALTER TABLE ${of} ADD CONSTRAINT "${name}" ${definition}`)
    .join(';');

/** The same for each table, in one call. */
export const forEachTable = (tables: readonly string[], change: string): string =>
  tables.map((table) => `ALTER TABLE "${table}" ${change}`).join(';');
