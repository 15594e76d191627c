import { DatabaseSync } from 'node:sqlite';
import { makePrivateFile } from './private-files.ts';

/** Lets go of the lock; the operating system does so too when the process dies. */
export type Release = () => void;

/**
 * Takes an exclusive lock on a file, or answers null if another process has it. SQLite is used
 * for its locking alone: a portable lock that the system itself drops with the process, however
 * it dies, where a file naming a process id would have to be believed.
 */
export function tryLock(path: string): Release | null {
  const database = new DatabaseSync(path);
  try {
    makePrivateFile(path);
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return () => database.close();
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return null;
    throw error;
  }
}
