import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { inTransaction } from '@viewpoints/db/client';
import { unnamedJournal, writeJournal } from '@viewpoints/db/editorial/journal';
import { addAccount } from '@viewpoints/db/testing/builders';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { Journal } from '@viewpoints/domain/journal/journal';
import { vi } from 'vitest';

const log = { debug() {}, info() {}, warn() {}, error() {} };

/** A journal of its own for a test of pages: its database, an editor, and the calls that pages make. */
export type OpenJournal = {
  db: TestDatabase;
  /** The id of an editor. */
  by: string;
  caller: ReaderCaller;
  /** Writes the settings of the journal, once. */
  setUp: (settings: Partial<Journal>) => Promise<void>;
  close: () => Promise<void>;
};

export async function openJournal(): Promise<OpenJournal> {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  const db = await createTestDatabase();
  const { id: by } = await addAccount(db.editorial);
  const caller = createReaderCaller({ databaseUrl: db.readerUrl, log });
  const setUp = async (settings: Partial<Journal>) => {
    await inTransaction(db.editorial, (tx) =>
      writeJournal(tx, { ...unnamedJournal, ...settings }, 0),
    );
  };
  const close = async () => {
    vi.unstubAllEnvs();
    await caller.close();
    await db.drop();
  };
  return { db, by, caller, setUp, close };
}
