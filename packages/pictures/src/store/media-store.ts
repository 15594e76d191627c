import type { Readable } from 'node:stream';

/** A stored picture or file, open for reading. To be closed, unless it was streamed. */
export type StoredFile = {
  /** In bytes. */
  size: number;
  /** Its bytes, once. The stream fails where fewer arrive than `size`. */
  stream: () => Readable;
  close: () => Promise<void>;
};

/** One that a store lists. */
export type StoredEntry = { id: string; bytes: number; writtenAt: Date };

/**
 * Bytes of pictures and files, under their ids: nothing a sender named becomes a path or a key. A row and
 * its bytes cannot be written in one step. So the bytes of an upload (or of a removal) under way are
 * undecided until the row is committed (or gone). Whatever still is after a crash is compared with the rows
 * by `sweep`; nothing else is ever swept.
 *
 * Who may see a picture is not known here: the database is asked before a store is.
 */
export type MediaStore = {
  /** Where it is, in messages: a directory, or `s3://bucket/prefix`. */
  place: string;
  /** Closes it to others, and removes what uploads that were cut short left; returns how much. */
  prepare: () => Promise<number>;
  /**
   * Stores bytes whose row is about to be written, whole or not at all. `confirm` follows once the row is
   * committed.
   */
  write: (id: string, bytes: Uint8Array) => Promise<void>;
  /** Records that the row is committed: the bytes stay. */
  confirm: (id: string) => Promise<void>;
  /** Records that the row is about to be removed: after a crash the sweep removes the bytes. */
  doubt: (id: string) => Promise<void>;
  /** Removes bytes that are undecided. */
  remove: (id: string) => Promise<void>;
  /** Replaces bytes at once: readers get all of the old or all of the new. The caller has locked the row. */
  replace: (id: string, bytes: Uint8Array) => Promise<void>;
  /** Null if it is missing. */
  open: (id: string) => Promise<StoredFile | null>;
  list: () => AsyncIterable<StoredEntry>;
  /** Writes, reads and removes something small. @throws if one of these fails */
  probe: () => Promise<void>;
  /**
   * Compares what has been undecided for a day with the rows, and removes what has none.
   * @param hasRow whether the picture of an id is known
   * @param age how long it is left alone, in milliseconds: longer than any transaction takes
   * @returns how many were removed
   */
  sweep: (hasRow: (id: string) => Promise<boolean>, age?: number) => Promise<number>;
};

/** Why a store could not do what it was asked. */
export type StorageFailure = 'unreachable' | 'refused' | 'misconfigured' | 'incomplete';

/** A failure of a store that is reached over the network. Carries no address, key or answer of it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly failure: StorageFailure;

  constructor(failure: StorageFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

/** The bytes of a stored picture or file; null if it is missing. */
export async function readStored(store: MediaStore, id: string): Promise<Buffer | null> {
  const file = await store.open(id);
  if (file === null) return null;
  const chunks: Buffer[] = [];
  for await (const chunk of file.stream()) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** How long what is undecided is left alone: a day. */
export const undecidedFor = 24 * 60 * 60 * 1000;
