import { basename } from 'node:path';
import type { FindingsFile } from '@viewpoints/api/import/findings-file';
import { importNote } from '@viewpoints/api/import/import-note';
import { type Imported, ImportPage, importPage } from '@viewpoints/api/import/import-page';
import type { RecognisedPage, Suggestion } from '@viewpoints/api/import/page';
import { pageDocument, recognisePage } from '@viewpoints/api/import/recognise-page';
import { loadSettings } from '@viewpoints/config/env';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText, wordCount } from '@viewpoints/domain/document/document-text';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { askAboutDoubts, askForHeadline } from './ask-about-page.ts';
import { findWriter } from './find-writer.ts';
import { feedCommand } from './import-feed-command.ts';
import { ghostCommand } from './import-ghost-command.ts';
import { journalCommand } from './import-journal-command.ts';
import { markdownCommand } from './import-markdown-command.ts';
import { sourcesCommand } from './import-sources-command.ts';
import { undoCommand } from './import-undo-command.ts';
import { wordCommand } from './import-word-command.ts';
import { wordpressCommand } from './import-wordpress-command.ts';
import { describePage } from './print-import.ts';
import { readFindingsFile, readPageFile } from './read-page-file.ts';

type Options = {
  headline?: string;
  findings?: string;
  encoding?: string;
  as?: string;
  yes?: boolean;
  json?: boolean;
  dryRun?: boolean;
};

export const importCommand = new Command('import')
  .description('bring in what was made elsewhere')
  .addCommand(
    new Command('page')
      .description('bring in a saved page, text or HTML, as the draft of an article')
      .argument('<file>', 'the page, as a browser saved it')
      .option('--headline <words>', 'the headline; asked for where the page has none')
      .option('--findings <file>', 'JSON file of findings to propose along with it')
      .option('--encoding <name>', 'how the file is encoded, where that cannot be told')
      .option('--as <email>', 'whose draft it becomes; needed where several people write')
      .option('--yes', 'ask nothing: do with doubtful lines what is suggested')
      .option('--dry-run', 'say what would be brought in, and bring in nothing')
      .option('--json', 'answer with JSON and ask nothing')
      .action(importFile),
  )
  .addCommand(wordCommand)
  .addCommand(wordpressCommand)
  .addCommand(ghostCommand)
  .addCommand(markdownCommand)
  .addCommand(feedCommand)
  .addCommand(sourcesCommand)
  .addCommand(journalCommand)
  .addCommand(undoCommand);

async function importFile(file: string, options: Options): Promise<void> {
  const { encoding, format, text } = await readPageFile(file, options.encoding ?? null);
  const findings = options.findings === undefined ? null : await readFindingsFile(options.findings);
  const page = recognisePage(text, format);
  const asks = !options.yes && !options.json && !options.dryRun && process.stdin.isTTY === true;
  const say = (line: string) => {
    if (!options.json) console.log(line);
  };
  const words = wordCount(pageDocument(page));
  for (const line of describePage(page, { encoding, format, words })) say(line);

  const answers = await answersTo(page, { asks, yes: options.yes === true });
  const document = pageDocument(page, answers);
  const headline = await headlineFor(page, options, asks);
  const missing = missingQuotes(document, findings);
  for (const line of missing.lines) say(line);
  if (options.dryRun) {
    const { kept: _, ...found } = page;
    const { numbers } = missing;
    if (options.json)
      console.log(
        JSON.stringify({ encoding, format, ...found, document, notAnchored: numbers }, null, 2),
      );
    else say('Nothing was brought in: this was a dry run.');
    return;
  }
  if (missing.lines.length > 0 && !options.yes)
    throw new Failure(
      `${missing.lines.length === 1 ? 'One finding has' : `${missing.lines.length} findings have`} words that the page does not have just once. Nothing was brought in; --yes brings in the rest.`,
    );
  if (headline === null) throw new Failure('The page has no headline. Give it one: --headline "…"');

  const note = importNote(page, {
    fileName: basename(file),
    encoding,
    notes: findings?.notes ?? [],
  });
  const input = parseInput({ headline, document, language: page.language, note, findings });
  const imported = await withEditorial(async (context, editorial) =>
    importPage({ ...context, account: await findWriter(editorial, options.as) }, input),
  );
  report(imported, page, options.json === true);
}

function answersTo(
  page: RecognisedPage,
  { asks, yes }: { asks: boolean; yes: boolean },
): Promise<Map<number, Suggestion>> | Map<number, Suggestion> {
  if (yes) return new Map(page.doubtful.map(({ suggestion }, index) => [index, suggestion]));
  return asks ? askAboutDoubts(page.doubtful) : new Map();
}

async function headlineFor(
  page: RecognisedPage,
  { headline }: Options,
  asks: boolean,
): Promise<string | null> {
  if (headline !== undefined && headline.trim() !== '') return headline;
  return asks ? askForHeadline(page.headlineGuess) : page.headlineGuess;
}

/** Findings whose words do not occur in the page exactly once: reported before anything is written. */
function missingQuotes(document: Document, file: FindingsFile | null) {
  const { text } = documentText(document);
  const missing = (file?.findings ?? []).flatMap(({ quote, proposition }, index) => {
    const { kind } = anchorQuote(text, { exact: quote });
    return kind === 'anchored' ? [] : [{ number: index + 1, kind, proposition }];
  });
  return {
    numbers: missing.map(({ number }) => number),
    lines: missing.map(
      ({ number, kind, proposition }) =>
        `Finding ${number} (${proposition}): its words ${kind === 'missing' ? 'do not stand in the page' : 'stand in several places'}.`,
    ),
  };
}

function parseInput(input: unknown) {
  const parsed = ImportPage.safeParse(input);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Failure(`The page cannot be brought in: ${issue?.path.join('.')}: ${issue?.message}`);
}

function report(imported: Imported, page: RecognisedPage, json: boolean): void {
  const { article, findings, notAnchored, revisionId } = imported;
  const address = `${loadSettings().adminUrl}/articles/${article.id}`;
  if (json) {
    const { kept: _, ...found } = page;
    const answer = {
      articleId: article.id,
      revisionId,
      slug: article.slug,
      headline: article.headline,
      address,
      findings: findings.map(({ id, number }) => ({ id, number })),
      notAnchored: notAnchored.map(({ number }) => number),
      ...found,
    };
    console.log(JSON.stringify(answer, null, 2));
    return;
  }
  console.log(`\nBrought in as a draft: ${article.headline}`);
  if (findings.length > 0) console.log(`${findings.length} findings proposed.`);
  console.log(`Open it: ${address}`);
}
