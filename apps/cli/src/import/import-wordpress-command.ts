import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { importWordpress } from '@viewpoints/api/import/wordpress/import-wordpress';
import { findLocalPicture } from '@viewpoints/api/import/wordpress/local-pictures';
import type { StoredPicture } from '@viewpoints/api/import/wordpress/place-post-pictures';
import type { PostPicture } from '@viewpoints/api/import/wordpress/post-pictures';
import {
  type ExportFile,
  readItems,
  surveyFile,
} from '@viewpoints/api/import/wordpress/read-items';
import { ProblemError } from '@viewpoints/api/problem';
import { loadSettings } from '@viewpoints/config/env';
import type { WordpressReport } from '@viewpoints/domain/imports/wordpress-report';
import { counted } from '@viewpoints/domain/text/counted';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { sayOver } from '../transfer/say-over.ts';
import { findWriter } from './find-writer.ts';
import { describeWordpressReport } from './print-wordpress-import.ts';

type Options = {
  write?: boolean;
  media?: string;
  pages?: boolean;
  encoding?: string;
  as?: string;
  report?: string;
  json?: boolean;
};

export const wordpressCommand = new Command('wordpress')
  .description(
    'bring in the posts of a WordPress export (WXR) as drafts; without --write, only look',
  )
  .argument('<file>', 'the export: in WordPress, Tools, then Export, then All content')
  .option('--write', 'bring them in; by default nothing is written')
  .option('--media <directory>', 'a copy of wp-content/uploads, for the pictures')
  .option('--pages', 'bring in pages as drafts of articles too')
  .option('--as <email>', 'whose drafts they become; needed where several people write')
  .option('--encoding <name>', 'how the file is encoded, where it says so wrongly')
  .option('--report <file>', 'write the whole report to this file, as JSON')
  .option('--json', 'answer with the whole report as JSON')
  .action(async (given: string, options: Options) => {
    const file = await exportFile(given, options);
    const uploads = await uploadsDirectory(options);
    try {
      await (options.write ? bringIn : tryFile)(given, options, { file, uploads });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      throw new Failure(`${given}: ${error.reasons.map(({ message }) => message).join(' ')}`);
    }
  });

type Given = { file: ExportFile; uploads: string | null };

/** Says what would become of an export, without a database. */
async function tryFile(_: string, options: Options, { file, uploads }: Given): Promise<void> {
  const report = await withProgress(async (onItem) =>
    readItems(file, {
      ...{ survey: await surveyFile(file), pages: options.pages === true, onItem },
      ...(uploads === null ? {} : { findPictures: (pictures) => lookedFor(uploads, pictures) }),
    }),
  );
  await print(report, options, {}, ['Nothing was brought in: this was a dry run.']);
}

async function bringIn(given: string, options: Options, { file, uploads }: Given): Promise<void> {
  const { mediaDirectory } = loadSettings();
  const { run, resumed, created, report } = await withEditorial(async (context, editorial) => {
    const account = await findWriter(editorial, options.as);
    return withProgress((onItem) =>
      importWordpress({ ...context, account, instance: { mediaDirectory } }, file, {
        ...{ fileName: basename(given), pages: options.pages === true, uploads, onItem },
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
  report: WordpressReport,
  options: Options,
  written: { runId?: string; created?: number },
  end: string[],
): Promise<void> {
  if (options.report !== undefined) await writeReport(options.report, report);
  if (options.json) console.log(JSON.stringify({ ...written, ...report }, null, 2));
  else for (const line of [...describeWordpressReport(report), ...end]) console.log(line);
}

/** Opens the file each time that it is read. @throws {Failure} if there is no such file */
async function exportFile(given: string, { encoding = null }: { encoding?: string | null }) {
  const path = fromCaller(given);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Failure(`There is no such file: ${given}`);
  if (!found.isFile()) throw new Failure(`${given} is not a file.`);
  return { open: () => createReadStream(path), encoding };
}

/** @throws {Failure} if the path of the pictures is not a directory */
async function uploadsDirectory({ media }: Options): Promise<string | null> {
  if (media === undefined) return null;
  const path = fromCaller(media);
  if ((await stat(path).catch(() => null))?.isDirectory() === true) return path;
  throw new Failure(`There is no such directory: ${media}`);
}

/** Says of each picture only whether its file is there. */
async function lookedFor(
  directory: string,
  pictures: readonly PostPicture[],
): Promise<(picture: PostPicture) => StoredPicture> {
  const missing = new Set<string>();
  for (const { address } of pictures)
    if ((await findLocalPicture(directory, address)) === null) missing.add(address);
  return ({ address }) =>
    missing.has(address)
      ? { ok: false, why: 'picture_missing' }
      : { ok: true, mediaId: '00000000-0000-4000-8000-000000000000', width: 1, height: 1 };
}

async function writeReport(given: string, report: WordpressReport): Promise<void> {
  try {
    // For its owner alone: headlines of drafts are in it.
    await writeFile(fromCaller(given), `${JSON.stringify(report, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Failure(`The report cannot be written: ${(error as Error).message}`);
  }
}
