import { createReadStream } from 'node:fs';
import { stat, writeFile } from 'node:fs/promises';
import { findLocalPicture } from '@viewpoints/api/import/wordpress/local-pictures';
import type { StoredPicture } from '@viewpoints/api/import/wordpress/place-post-pictures';
import type { PostPicture } from '@viewpoints/api/import/wordpress/post-pictures';
import {
  type ExportFile,
  type ReadItems,
  readItems,
  surveyFile,
} from '@viewpoints/api/import/wordpress/read-items';
import { ProblemError } from '@viewpoints/api/problem';
import type { WordpressReport } from '@viewpoints/domain/imports/wordpress-report';
import { Command } from 'commander';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { sayOver } from '../transfer/say-over.ts';
import { describeWordpressReport } from './print-wordpress-import.ts';

type Options = {
  media?: string;
  pages?: boolean;
  encoding?: string;
  report?: string;
  json?: boolean;
};

export const wordpressCommand = new Command('wordpress')
  .description('say what would become of a WordPress export (WXR)')
  .argument('<file>', 'the export: in WordPress, Tools, then Export, then All content')
  .option('--media <directory>', 'a copy of wp-content/uploads, for the pictures')
  .option('--pages', 'bring in pages as drafts of articles too')
  .option('--encoding <name>', 'how the file is encoded, where it says so wrongly')
  .option('--report <file>', 'write the whole report to this file, as JSON')
  .option('--json', 'answer with the whole report as JSON')
  .action(tryWordpress);

async function tryWordpress(given: string, options: Options): Promise<void> {
  const file = await exportFile(given, options);
  const directory = await mediaDirectory(options);
  const report = await readFile(given, file, {
    pages: options.pages === true,
    ...(directory === null ? {} : { findPictures: (pictures) => lookedFor(directory, pictures) }),
  });
  if (options.report !== undefined) await writeReport(options.report, report);
  if (options.json) {
    console.log(JSON.stringify(report, null, 2));
    return;
  }
  for (const line of describeWordpressReport(report)) console.log(line);
  console.log('Nothing was brought in: this was a dry run.');
}

/** Reads an export to its end. @throws {Failure} that says what is wrong with it, and where */
async function readFile(
  given: string,
  file: ExportFile,
  options: Omit<ReadItems, 'survey' | 'onItem'>,
): Promise<WordpressReport> {
  const progress = sayOver(process.stderr);
  try {
    progress.say('Reading what the posts refer to …');
    const survey = await surveyFile(file);
    return await readItems(file, {
      ...options,
      survey,
      onItem: (done) => {
        if (done % 100 === 0) progress.say(`Read ${done.toLocaleString('en-GB')} items`);
      },
    });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(`${given}: ${error.reasons.map(({ message }) => message).join(' ')}`);
  } finally {
    progress.end();
  }
}

/** The file, opened anew for each time that it is read. @throws {Failure} if it is none */
async function exportFile(given: string, { encoding = null }: { encoding?: string | null }) {
  const path = fromCaller(given);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Failure(`There is no such file: ${given}`);
  if (!found.isFile()) throw new Failure(`${given} is not a file.`);
  return { open: () => createReadStream(path), encoding };
}

/** @throws {Failure} if the directory of pictures is none */
async function mediaDirectory({ media }: Options): Promise<string | null> {
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
