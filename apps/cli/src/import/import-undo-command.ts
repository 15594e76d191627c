import { undoImport } from '@viewpoints/api/import/core/undo-import';
import { ProblemError } from '@viewpoints/api/problem';
import { listImportRuns } from '@viewpoints/db/editorial/imports';
import { counted } from '@viewpoints/domain/text/counted';
import { Id } from '@viewpoints/domain/values';
import { Command } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { findWriter } from './find-writer.ts';

type Options = { as?: string; json?: boolean };

/** How many imports are named where none was given, and how many articles that stayed. */
const MOST = 20;

export const undoCommand = new Command('undo')
  .description(
    'remove the drafts of an import that nobody has worked on; without a run, list imports',
  )
  .argument('[run]', 'the import, as it was named when it ended')
  .option('--as <email>', 'who removes them; needed where several people write')
  .option('--json', 'answer with JSON')
  .action((run: string | undefined, options: Options) =>
    run === undefined ? listRuns(options) : undo(run, options),
  );

async function listRuns({ json }: Options): Promise<void> {
  const runs = await withEditorial((_, editorial) => listImportRuns(editorial, MOST));
  if (json) console.log(JSON.stringify(runs, null, 2));
  else if (runs.length === 0) console.log('Nothing was imported from another system yet.');
  for (const { id, source, startedAt, finishedAt, undoneAt } of json ? [] : runs) {
    const end = undoneAt !== null ? ', undone' : finishedAt === null ? ', not finished' : '';
    console.log(`${id}  ${startedAt.slice(0, 16).replace('T', ' ')}  ${source}${end}`);
  }
}

async function undo(given: string, { as, json }: Options): Promise<void> {
  const run = Id.safeParse(given);
  if (!run.success)
    throw new Failure(`${given} names no import. List them: viewpoints import undo`);
  try {
    const undone = await withEditorial(async (context, editorial) =>
      undoImport({ ...context, account: await findWriter(editorial, as) }, run.data),
    );
    if (json) {
      console.log(JSON.stringify(undone, null, 2));
      return;
    }
    console.log(`Removed: ${counted(undone.removed, 'draft')}.`);
    if (undone.archived > 0)
      console.log(`Archived, which readers had: ${counted(undone.archived, 'article')}.`);
    if (undone.stayed.length > 0)
      console.log(
        `Stay, since somebody has worked on them: ${counted(undone.stayed.length, 'article')}.`,
      );
    for (const { headline, id } of undone.stayed.slice(0, MOST)) console.log(`  ${headline || id}`);
    if (undone.stayed.length > MOST) console.log(`  … and ${undone.stayed.length - MOST} more`);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(error.reasons.map(({ message }) => message).join(' '));
  }
}
