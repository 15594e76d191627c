import { Client } from 'pg';

/** Runs one statement on a connection of its own, for what no command does. */
export async function runSql(databaseUrl: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
