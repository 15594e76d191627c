import type { ClientBase } from 'pg';

/** Has a connection write values the same whatever the server is set to, and lets it take long. */
export async function setUpCopying(client: ClientBase): Promise<void> {
  await client.query(
    `SET client_encoding = 'UTF8'; SET datestyle = 'ISO, YMD'; SET timezone = 'UTC';
     SET intervalstyle = 'postgres'; SET extra_float_digits = 3; SET bytea_output = 'hex';
     SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0`,
  );
}
