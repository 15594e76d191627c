import type { Client } from 'pg';

/** Functions of our own in the database: none of an extension. */
const ours = `pronamespace = 'public'::regnamespace AND prokind = 'f' AND NOT EXISTS (
  SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')`;

/** The signature of each function, by name: one text for each overload. */
export async function listFunctions(client: Client): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ name: string; signatures: string[] }>(
    `SELECT proname::text AS name, array_agg(
       format('%s(%s) returning %s', proname, pg_get_function_identity_arguments(oid), pg_get_function_result(oid))
       ORDER BY oid) AS signatures
     FROM pg_proc WHERE ${ours} GROUP BY 1`,
  );
  return new Map(rows.map(({ name, signatures }) => [name, signatures]));
}

/** All that PostgreSQL knows of what each function does, by name. */
export async function listFunctionTexts(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; text: string }>(
    `SELECT proname::text AS name, string_agg(pg_get_functiondef(oid), '' ORDER BY oid) AS text
     FROM pg_proc WHERE ${ours} GROUP BY 1`,
  );
  return new Map(rows.map(({ name, text }) => [name, text]));
}
