import { fileURLToPath } from 'node:url';
import type { Fixture } from './load-fixture.ts';

/** The fictional sample journal of the version before; its README describes it. */
export const beforeNothingUntrue: Fixture = {
  directory: fileURLToPath(new URL('./fixtures/before-nothing-untrue/', import.meta.url)),
  migration: '20261128140000_reader_indexes',
};
