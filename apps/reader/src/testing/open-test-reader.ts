import { createReaderCaller, type ReaderCaller } from '@viewpoints/api/reader-caller';
import { inTransaction } from '@viewpoints/db/client';
import { unnamedJournal, writeJournal } from '@viewpoints/db/editorial/journal';
import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import { renderPart } from './render-part.tsx';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** The data and the renderer for tests of components. */
export type TestReader = {
  db: TestDatabase;
  caller: ReaderCaller;
  calls: ReturnType<ReaderCaller['calls']>;
  /** Renders a part of a page without its data for machines. */
  html: (part: ReactNode, now?: Date) => Promise<string>;
  /** Only its words. */
  text: (part: ReactNode, now?: Date) => Promise<string>;
  close: () => Promise<void>;
};

/** Opens the reading site's own way to a database, for a journal in English four and a half hours east. */
export async function openTestReader(): Promise<TestReader> {
  vi.stubEnv('SECRET', 'a secret for tests, which guards nothing at all');
  const db = await createTestDatabase();
  const journal = { ...unnamedJournal, name: 'The Halden Review', timeZone: 'Asia/Kabul' };
  await inTransaction(db.editorial, (tx) => writeJournal(tx, journal, 0));
  const caller = createReaderCaller({ databaseUrl: db.readerUrl, log: silent });
  const html: TestReader['html'] = async (part, now) =>
    (await renderPart(caller, part, now)).replaceAll(/<script.*?<\/script>/gs, '');
  return {
    db,
    caller,
    calls: caller.calls(),
    html,
    text: async (part, now) => (await html(part, now)).replaceAll(/<[^>]*>/g, ''),
    close: async () => {
      vi.unstubAllEnvs();
      await caller.close();
      await db.drop();
    },
  };
}
