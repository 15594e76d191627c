import type { BackupSnapshot } from '@viewpoints/published/backup/read-backup';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { digesting, gather } from '../transfer/digest.ts';
import type { Entry } from '../transfer/entry.ts';
import { shown } from '../transfer/tar.ts';
import { type BackupManifest, BackupManifest as Manifest } from './backup-record.ts';

/** How many bytes of a table are one file of the archive: so much is held in memory. */
const partBytes = 4 * 1024 ** 2;

const partOf = /^tables\/([a-z_][a-z0-9_]{0,62})\/\d{6}$/;
const manifestName = 'manifest.json';
const jobsName = 'jobs.json';
const secretName = 'secret';

/**
 * The files of an archive: tables in parts, since the length of a file has to be known before it is written, then what
 * else there is, and a manifest of all of it.
 */
export async function* archiveEntries(
  snapshot: BackupSnapshot,
  options: {
    secret: string;
    media: Pick<BackupManifest, 'media' | 'missingMedia'>;
    onTable: (table: string) => void;
    onManifest: (manifest: BackupManifest) => void;
  },
): AsyncGenerator<Entry> {
  const tables: BackupManifest['tables'] = [];
  for (const table of snapshot.tables) {
    options.onTable(table.table);
    const digest = digesting(snapshot.copy(table));
    let rows = 0;
    let part = 0;
    for await (const bytes of inParts(digest.content)) {
      for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
      yield entryOf(`tables/${table.table}/${String(part).padStart(6, '0')}`, bytes);
      part += 1;
    }
    tables.push({ ...table, rows, ...digest.end() });
  }
  yield entryOf(jobsName, Buffer.from(JSON.stringify(snapshot.jobs)));
  yield entryOf(secretName, Buffer.from(options.secret));
  const { madeAt, migration, sequences, functions } = snapshot;
  const manifest = Manifest.parse({
    ...{ madeAt, migration, tables, sequences, functions },
    ...options.media,
  });
  yield entryOf(manifestName, Buffer.from(JSON.stringify(manifest)));
  options.onManifest(manifest);
}

const entryOf = (name: string, bytes: Buffer): Entry => ({
  ...{ name, bytes: bytes.byteLength },
  content: (async function* () {
    yield bytes;
  })(),
});

/** Bytes in pieces that are not small; one that is empty where there are none. */
async function* inParts(content: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = [];
  let length = 0;
  let isFirst = true;
  for await (const chunk of content) {
    chunks.push(chunk);
    length += chunk.byteLength;
    if (length < partBytes) continue;
    yield Buffer.concat(chunks);
    [chunks, length, isFirst] = [[], 0, false];
  }
  if (length > 0 || isFirst) yield Buffer.concat(chunks);
}

/** What an archive holds besides the rows of tables. */
export type ArchiveContents = { manifest: BackupManifest; jobs: unknown; secret: string };

/**
 * Reads an archive to its end.
 * @param onTable takes the rows of a table, which have to be read to their end
 * @throws {TransferError} `changed`, `unknown_file`
 */
export async function readArchive(
  entries: AsyncIterable<Entry>,
  onTable: (table: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<ArchiveContents> {
  const texts = new Map<string, string>();
  const iterator = entries[Symbol.asyncIterator]();
  let next = await iterator.next();
  const tableHere = () => (next.done ? null : (partOf.exec(next.value.name)?.[1] ?? null));
  while (!next.done) {
    const table = tableHere();
    if (table !== null) {
      await onTable(
        table,
        (async function* () {
          while (!next.done && tableHere() === table) {
            yield* next.value.content;
            next = await iterator.next();
          }
        })(),
      );
      continue;
    }
    const { name, content } = next.value;
    if (![manifestName, jobsName, secretName].includes(name) || texts.has(name))
      throw new TransferError('unknown_file', `No backup has a file like this: ${shown(name)}.`);
    texts.set(name, (await gather(content)).toString('utf8'));
    next = await iterator.next();
  }
  const manifest = Manifest.safeParse(parseJson(texts.get(manifestName)));
  const secret = texts.get(secretName);
  const jobs = parseJson(texts.get(jobsName));
  if (!manifest.success || secret === undefined || jobs === null)
    throw new TransferError('changed', 'The backup is damaged: its archive is not whole.');
  return { manifest: manifest.data, jobs, secret };
}

function parseJson(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
