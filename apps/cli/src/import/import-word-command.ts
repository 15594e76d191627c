import { basename } from 'node:path';
import { ImportWord, importWord } from '@viewpoints/api/import/word/import-word';
import { readWordFile } from '@viewpoints/api/import/word/read-word-file';
import { ProblemError } from '@viewpoints/api/problem';
import { loadSettings } from '@viewpoints/config/env';
import { maxWordFileSize } from '@viewpoints/domain/imports/word-file';
import { removedInWords } from '@viewpoints/domain/media/removed-data';
import { openMediaStore } from '@viewpoints/pictures/store/open-store';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { findWriter } from './find-writer.ts';
import { describeWordReport } from './print-word-import.ts';
import { readBytes } from './read-page-file.ts';

type Options = { headline?: string; as?: string; json?: boolean; dryRun?: boolean };

export const wordCommand = new Command('word')
  .description('bring in a Word file (.docx) as the draft of an article')
  .argument('<file>', 'the file, as Word or Google Docs saved it')
  .option('--headline <words>', 'the headline, in the place of the one that the file has')
  .option('--as <email>', 'whose draft it becomes; needed where several people write')
  .option('--dry-run', 'say what would be brought in, and bring in nothing')
  .option('--json', 'answer with JSON')
  .action(importFile);

async function importFile(file: string, options: Options): Promise<void> {
  const bytes = await readBytes(file, maxWordFileSize);
  try {
    await (options.dryRun ? tryFile(bytes, options) : bringIn(file, bytes, options));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(`${file}: ${error.reasons.map(({ message }) => message).join(' ')}`);
  }
}

/** Reads a file by the built-in table of styles, without a database. */
async function tryFile(bytes: Uint8Array, { json }: Options): Promise<void> {
  const { converted } = await readWordFile(bytes, []);
  const { headline, standfirst, language, report, suggested } = converted;
  if (json) {
    console.log(JSON.stringify({ headline, standfirst, language, ...report }, null, 2));
    return;
  }
  console.log(headline === null ? 'No headline in the file.' : `Headline: ${headline}`);
  for (const line of describeWordReport(report, { isTrial: true, suggested: suggested.changes }))
    console.log(line);
  console.log('Nothing was brought in: this was a dry run.');
}

async function bringIn(
  file: string,
  bytes: Uint8Array,
  { headline, as, json }: Options,
): Promise<void> {
  const { adminUrl, storage } = loadSettings();
  const input = ImportWord.parse({ fileName: basename(file), headline });
  const { article, report, pictures } = await withEditorial(async (context, editorial) =>
    importWord(
      {
        ...context,
        account: await findWriter(editorial, as),
        instance: { media: openMediaStore(storage) },
      },
      bytes,
      input,
    ),
  );
  const address = `${adminUrl}/articles/${article.id}`;
  if (json) {
    const { id: articleId, slug } = article;
    console.log(
      JSON.stringify(
        { articleId, slug, headline: article.headline, address, ...report, removed: pictures },
        null,
        2,
      ),
    );
    return;
  }
  for (const line of describeWordReport(report)) console.log(line);
  if (pictures.removed.length > 0)
    console.log(`Removed from its pictures: ${removedInWords(pictures.removed)}.`);
  for (const { words } of pictures.named)
    console.log(`Its pictures named “${words}”, which terms protect. Other copies still have it.`);
  console.log(`\nBrought in as a draft: ${article.headline}\nOpen it: ${address}`);
}
