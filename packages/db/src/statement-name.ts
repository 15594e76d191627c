import { hash } from 'node:crypto';

/** Most statements that each connection holds planned, and the longest of them in characters. */
const maxStatements = 400;
const maxNamedLength = 8_000;

const names = new Map<string, string>();

/**
 * A name for a statement, so that a connection takes it apart and plans it once: with row security
 * that is most of the work of a small query. What is too long, or one too many, has no name and is
 * planned each time.
 */
export function statementName(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= maxStatements || sql.length > maxNamedLength) return '';
  const name = hash('sha1', sql, 'base64url');
  names.set(sql, name);
  return name;
}
