import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDataDirectory, makePrivateFile } from './private-files.ts';

/**
 * The secret of this installation, stored in `DATA_DIR/secret` and readable only to its owner. The
 * first caller creates it; concurrent callers get the same one.
 */
export function readOrMakeSecret(dataDir: string): string {
  makeDataDirectory(dataDir);
  const path = join(dataDir, 'secret');
  const known = read(path);
  if (known !== null) {
    makePrivateFile(path);
    return known;
  }
  const draft = `${path}.${process.pid}`;
  try {
    const secret = `${randomBytes(32).toString('base64url')}\n`;
    writeFileSync(draft, secret, { mode: 0o600, flush: true });
    // Unlike a rename, a link never replaces an existing file.
    linkSync(draft, path);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
