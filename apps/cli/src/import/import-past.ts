import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ForeignSource } from '@viewpoints/api/import/core/foreign-source';
import { importItems } from '@viewpoints/api/import/core/import-items';
import { lookForPictures } from '@viewpoints/api/import/core/look-for-pictures';
import { readItems } from '@viewpoints/api/import/core/read-items';
import { ProblemError } from '@viewpoints/api/problem';
import { loadSettings } from '@viewpoints/config/env';
import type { ImportReport } from '@viewpoints/domain/imports/import-report';
import { counted } from '@viewpoints/domain/text/counted';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import type { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { sayOver } from '../transfer/say-over.ts';
import { findWriter } from './find-writer.ts';
import { describeImportReport } from './print-import-report.ts';

/** The options that every import of a journal's past has. */
export type PastOptions = { write?: boolean; as?: string; report?: string; json?: boolean };

export const withPastOptions = (command: Command): Command =>
  command
    .option('--write', 'bring them in; by default nothing is written')
    .option('--as <email>', 'whose drafts they become; needed where several people write')
    .option('--report <file>', 'write the whole report to this file, as JSON')
    .option('--json', 'answer with the whole report as JSON');

export type Past = {
  /** The file or directory, as it was given. */
  given: string;
  open: () => Promise<ForeignSource>;
  /** A directory with the files of pictures; null if none is given. */
  uploads: string | null;
};

/**
 * Looks at what another system exported, or brings it in as drafts, and prints the report.
 * @throws {Failure} if it cannot be read
 */
export async function importPast(past: Past, options: PastOptions): Promise<void> {
  try {
    await (options.write ? bringIn : tryFile)(past, options);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(`${past.given}: ${error.reasons.map(({ message }) => message).join(' ')}`);
  }
}

/** Says what would become of an export, without a database. */
async function tryFile({ open, uploads }: Past, options: PastOptions): Promise<void> {
  const report = await withProgress(async (onItem) =>
    readItems(await open(), {
      onItem,
      ...(uploads === null
        ? {}
        : { findPictures: (pictures) => lookForPictures(uploads, pictures) }),
    }),
  );
  await print(report, options, {}, ['Nothing was brought in: this was a dry run.']);
}

async function bringIn({ given, open, uploads }: Past, options: PastOptions): Promise<void> {
  const media = openMediaStore(loadSettings().storage);
  const { run, resumed, created, report } = await withEditorial(async (context, editorial) => {
    const account = await findWriter(editorial, options.as);
    return withProgress(async (onItem) =>
      importItems({ ...context, account, instance: { media } }, await open(), {
        ...{ fileName: basename(given), uploads, onItem },
      }),
    );
  });
  await print(report, options, { runId: run.id, created }, [
    ...(resumed ? ['Went on with an import that was ended half-way.'] : []),
    `Brought in as drafts: ${counted(created, 'article')}. None is published.`,
    ...(created > 0 || resumed ? [`To undo it: npm run viewpoints -- import undo ${run.id}`] : []),
  ]);
}

/** Shows on a terminal how many items have been read. */
async function withProgress<T>(work: (onItem: (done: number) => void) => Promise<T>): Promise<T> {
  const progress = sayOver(process.stderr);
  try {
    progress.say('Reading what the posts refer to …');
    return await work((done) => {
      if (done % 100 === 0) progress.say(`Read ${done.toLocaleString('en-GB')} items`);
    });
  } finally {
    progress.end();
  }
}

async function print(
  report: ImportReport,
  options: PastOptions,
  written: { runId?: string; created?: number },
  end: string[],
): Promise<void> {
  if (options.report !== undefined) await writeReport(options.report, report);
  if (options.json) console.log(JSON.stringify({ ...written, ...report }, null, 2));
  else for (const line of [...describeImportReport(report), ...end]) console.log(line);
}

/** A file that is opened each time that it is read. @throws {Failure} if there is no such file */
export async function fileToRead(given: string): Promise<() => AsyncIterable<Uint8Array>> {
  const path = fromCaller(given);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Failure(`There is no such file: ${given}`);
  if (!found.isFile()) throw new Failure(`${given} is not a file.`);
  return () => createReadStream(path);
}

/** @throws {Failure} if the path is not a directory */
export async function directoryAt(given: string): Promise<string> {
  const path = fromCaller(given);
  if ((await stat(path).catch(() => null))?.isDirectory() === true) return path;
  throw new Failure(`There is no such directory: ${given}`);
}

async function writeReport(given: string, report: ImportReport): Promise<void> {
  try {
    // For its owner alone: headlines of drafts are in it.
    await writeFile(fromCaller(given), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Failure(`The report cannot be written: ${(error as Error).message}`);
  }
}
