import type { TestDatabase } from './test-database.ts';

/**
 * Makes the next writes to a table fail as a deadlock's victim does, each with its transaction.
 * @returns lets writes through again
 */
export async function provokeConflicts(
  { sql }: TestDatabase,
  table: string,
  times: number,
): Promise<() => Promise<void>> {
  // A sequence counts on though the transaction is undone.
  await sql('CREATE SEQUENCE conflict_met');
  await sql('GRANT USAGE ON SEQUENCE conflict_met TO PUBLIC');
  await sql(`CREATE FUNCTION meet_conflict() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('conflict_met') <= ${times} THEN
        RAISE EXCEPTION 'deadlock detected' USING ERRCODE = 'deadlock_detected';
      END IF;
      RETURN NULL;
    END $$`);
  await sql(
    `CREATE TRIGGER meet_conflict AFTER INSERT ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION meet_conflict()`,
  );
  return async () => {
    await sql('DROP FUNCTION meet_conflict CASCADE');
    await sql('DROP SEQUENCE conflict_met');
  };
}
