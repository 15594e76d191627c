import {
  type ExportedFile,
  ExportManifest,
  exportFormat,
  exportVersion,
} from '@viewpoints/domain/transfer/export-manifest';
import { exportedTables } from '@viewpoints/published/transfer/exported-models';
import { currentMigration } from '@viewpoints/published/transfer/read-snapshot';
import { TransferError } from '@viewpoints/published/transfer/transfer-error';
import { z } from 'zod';
import { digesting, gather } from './digest.ts';
import { kindOfFile, manifestName, tableName } from './entry.ts';
import type { Source } from './open-source.ts';
import { shown } from './tar.ts';

/** How large a manifest may be, in bytes: one of a million pictures is. */
const largestManifest = 256 * 1024 ** 2;

/**
 * Reads an export to its end, and sees to it that it is whole, unchanged and made by this version.
 * @throws {TransferError}
 */
export async function verifyExport(source: Source): Promise<ExportManifest> {
  const found = new Map<string, Pick<ExportedFile, 'bytes' | 'sha256'>>();
  let last = -1;
  let manifest: ExportManifest | null = null;
  for await (const { name, content, bytes } of source()) {
    const file = kindOfFile(name);
    if (file === null || found.has(name))
      throw new TransferError('unknown_file', `No export has a file like this: ${shown(name)}.`);
    if (file.kind === 'manifest') {
      if (bytes > largestManifest)
        throw new TransferError('not_an_export', 'The manifest is too large.');
      manifest = await readManifest((await gather(content)).toString('utf8'));
      continue;
    }
    if (file.kind === 'table') {
      // What keeps protected words from readers looks at tables that are taken in before.
      const place = exportedTables.findIndex(({ table }) => table === file.table);
      if (place < last)
        throw new TransferError(
          'wrong_order',
          `${name} does not stand in its place in the export.`,
        );
      last = place;
    }
    const digest = digesting(content);
    for await (const _ of digest.content);
    found.set(name, digest.end());
  }
  if (manifest === null)
    throw new TransferError('cut_short', `The export is not whole: it has no ${manifestName}.`);
  compare(manifest, found);
  return manifest;
}

const Head = z.object({ format: z.string(), version: z.unknown(), migration: z.unknown() });

async function readManifest(text: string): Promise<ExportManifest> {
  const json = parseJson(text);
  const head = Head.safeParse(json);
  if (!head.success || head.data.format !== exportFormat)
    throw new TransferError('not_an_export', `${manifestName} is not that of an export.`);
  if (head.data.version !== exportVersion)
    throw new TransferError(
      'wrong_version',
      `This version reads exports of format ${exportVersion}, and this one is of another. Take the version that made it.`,
    );
  const current = await currentMigration();
  if (head.data.migration !== current)
    throw new TransferError(
      'wrong_migration',
      `The export was made by a version that ends with the migration ${shown(String(head.data.migration))}, and this one ends with ${current}. Import it with that version, and upgrade then.`,
    );
  const manifest = ExportManifest.safeParse(json);
  if (!manifest.success)
    throw new TransferError('not_an_export', `${manifestName} is not that of an export.`);
  return manifest.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function compare(
  { files }: ExportManifest,
  found: ReadonlyMap<string, Pick<ExportedFile, 'bytes' | 'sha256'>>,
): void {
  const named = new Set(files.map(({ name }) => name));
  for (const { name, bytes, sha256 } of files) {
    const file = found.get(name);
    if (file === undefined)
      throw new TransferError('missing_file', `The export lacks ${shown(name)}.`);
    if (file.bytes !== bytes || file.sha256 !== sha256)
      throw new TransferError('changed', `${shown(name)} is not what was exported.`);
  }
  for (const name of found.keys())
    if (!named.has(name))
      throw new TransferError('unknown_file', `The manifest does not name ${shown(name)}.`);
  for (const { table } of exportedTables)
    if (!named.has(tableName(table)))
      throw new TransferError('missing_file', `The export lacks ${tableName(table)}.`);
}
