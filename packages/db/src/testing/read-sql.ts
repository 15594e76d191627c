import type { ReaderDatabase } from '../client.ts';

/** Runs SQL as the reading site's role, for what a test counts or compares. */
export async function readSql<Row>(
  reader: Pick<ReaderDatabase, 'rows'>,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  return (await reader.rows(text, values)) as Row[];
}
