import { exportedTables } from '@viewpoints/published/transfer/exported-models';

/** A file of an export. Files come one after another: read the content before requesting the next. */
export type Entry = { name: string; bytes: number; content: AsyncIterable<Uint8Array> };

export const manifestName = 'manifest.json';
export const schemaName = 'schema.json';
export const tableName = (table: string): string => `tables/${table}.jsonl`;
export const mediaName = (id: string): string => `media/${id}`;

const tables = new Set(exportedTables.map((each) => each.table));
const table = /^tables\/([a-z_]{1,63})[.]jsonl$/;
const media = /^media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** What a file of an export is, by its name; null for one that no export has. */
export function kindOfFile(
  name: string,
):
  | { kind: 'manifest' | 'schema' }
  | { kind: 'table'; table: string }
  | { kind: 'media'; id: string }
  | null {
  if (name === manifestName) return { kind: 'manifest' };
  if (name === schemaName) return { kind: 'schema' };
  const [, found] = table.exec(name) ?? [];
  if (found !== undefined) return tables.has(found) ? { kind: 'table', table: found } : null;
  const [, id] = media.exec(name) ?? [];
  return id === undefined ? null : { kind: 'media', id };
}
