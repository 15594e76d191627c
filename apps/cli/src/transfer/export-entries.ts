import {
  type ExportedFile,
  ExportManifest,
  exportFormat,
  exportVersion,
} from '@viewpoints/domain/transfer/export-manifest';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { exportedTables } from '@viewpoints/published/transfer/exported-models';
import { currentMigration, type Snapshot } from '@viewpoints/published/transfer/read-snapshot';
import { digesting } from './digest.ts';
import { type Entry, manifestName, mediaName, schemaName, tableName } from './entry.ts';

export type ExportProgress = { what: string; done: number; of: number };

/**
 * The files of an export of the whole journal. A table is read twice, since its length has to be known before
 * it is written; pictures come first, so that one that is removed meanwhile is listed as missing.
 * @param options.onManifest called with the manifest once everything is written
 */
export async function* exportEntries(
  snapshot: Snapshot,
  {
    media,
    onManifest,
    onProgress = () => {},
  }: {
    media: MediaStore;
    onManifest: (manifest: ExportManifest) => void;
    onProgress?: ((progress: ExportProgress) => void) | undefined;
  },
): AsyncGenerator<Entry> {
  const files: ExportedFile[] = [];
  const missingMedia: string[] = [];
  for await (const id of snapshot.mediaIds()) {
    const file = await media.open(id);
    if (file === null) {
      missingMedia.push(id);
      continue;
    }
    try {
      const digest = digesting(file.stream());
      yield { name: mediaName(id), bytes: file.size, content: digest.content };
      files.push({ name: mediaName(id), ...digest.end(), rows: null });
    } finally {
      await file.close();
    }
  }
  for (const [done, { table }] of exportedTables.entries()) {
    onProgress({ what: table, done, of: exportedTables.length });
    const measured = counting(snapshot.lines(table));
    const first = digesting(measured.content);
    for await (const _ of first.content);
    const { bytes, sha256 } = first.end();
    const again = digesting(counting(snapshot.lines(table)).content);
    yield { name: tableName(table), bytes, content: again.content };
    if (again.end().sha256 !== sha256) throw new Error(`${table} was read differently twice`);
    files.push({ name: tableName(table), bytes, sha256, rows: measured.rows() });
  }
  yield* alone(schemaName, snapshot.schema, (file) => files.push(file));
  const manifest = ExportManifest.parse({
    ...{ format: exportFormat, version: exportVersion, migration: await currentMigration() },
    ...{ files, missingMedia },
  });
  yield* alone(manifestName, `${JSON.stringify(manifest, null, 2)}\n`, () => {});
  onManifest(manifest);
}

async function* alone(
  name: string,
  text: string,
  written: (file: ExportedFile) => void,
): AsyncGenerator<Entry> {
  const bytes = Buffer.from(text);
  const digest = digesting(
    (async function* () {
      yield bytes;
    })(),
  );
  yield { name, bytes: bytes.byteLength, content: digest.content };
  written({ name, ...digest.end(), rows: null });
}

/** How many characters are passed on at once. */
const atOnce = 64 * 1024;

/** Lines as bytes, in larger pieces, and how many there were. */
function counting(lines: AsyncIterable<string>) {
  let rows = 0;
  return {
    content: (async function* () {
      let text = '';
      for await (const line of lines) {
        rows += 1;
        text += line;
        if (text.length < atOnce) continue;
        yield Buffer.from(text);
        text = '';
      }
      if (text !== '') yield Buffer.from(text);
    })(),
    rows: () => rows,
  };
}
