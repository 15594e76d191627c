import { readFile, stat } from 'node:fs/promises';
import {
  importReferences,
  type ReferenceOutcome,
} from '@viewpoints/api/import/references/import-references';
import { ProblemError } from '@viewpoints/api/problem';
import { AttributionTerms, Disclosure, Terms } from '@viewpoints/domain/attribution/terms';
import { referenceSentence, sourceFromCsl } from '@viewpoints/domain/sources/source-from-csl';
import { counted } from '@viewpoints/domain/text/counted';
import { Command, Option } from 'commander';
import { withEditorial } from '../editorial.ts';
import { Failure } from '../failure.ts';
import { fromCaller } from '../from-caller.ts';
import { findWriter } from './find-writer.ts';
import { excerpt } from './print-import.ts';

type Options = {
  terms: string;
  disclosure: string;
  write?: boolean;
  as?: string;
  json?: boolean;
};

export const sourcesCommand = new Command('sources')
  .description(
    'enter the sources of a file of references (CSL-JSON, BibTeX); without --write, only look',
  )
  .argument('<file>', 'the references, as Zotero and others export them')
  .addOption(
    new Option('--terms <terms>', 'on which terms all of them may be attributed')
      .choices(AttributionTerms.options)
      .makeOptionMandatory(),
  )
  .addOption(
    new Option('--disclosure <level>', 'how far their texts may travel')
      .choices(Disclosure.options)
      .makeOptionMandatory(),
  )
  .option('--write', 'enter them; by default nothing is written')
  .option('--as <email>', 'who enters them; needed where several people write')
  .option('--json', 'answer with JSON')
  .action(importSources);

async function importSources(given: string, options: Options): Promise<void> {
  const terms = Terms.parse({ attribution: options.terms, disclosure: options.disclosure });
  const references = await referencesOf(given);
  const outcomes = options.write
    ? await withEditorial(async (context, editorial) =>
        importReferences(
          { ...context, account: await findWriter(editorial, options.as) },
          references,
          terms,
        ),
      )
    : references.map((each): ReferenceOutcome => {
        const read = sourceFromCsl(each, terms);
        return { ...read, outcome: read.content === null ? 'left_out' : 'entered' };
      });
  if (options.json)
    console.log(
      JSON.stringify(
        outcomes.map(({ key, title, outcome, points }) => ({ key, title, outcome, points })),
        null,
        2,
      ),
    );
  else for (const line of describe(outcomes, options.write === true)) console.log(line);
}

async function referencesOf(given: string): Promise<unknown[]> {
  const path = fromCaller(given);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Failure(`There is no such file: ${given}`);
  if (!found.isFile()) throw new Failure(`${given} is not a file.`);
  // Loaded for this alone: other commands do without its libraries.
  const { readReferences } = await import('@viewpoints/api/import/references/read-references');
  try {
    return readReferences(await readFile(path));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    throw new Failure(`${given}: ${error.reasons.map(({ message }) => message).join(' ')}`);
  }
}

/** What became of the references, or would, as lines for people. */
function describe(outcomes: readonly ReferenceOutcome[], isWritten: boolean): string[] {
  const count = (outcome: ReferenceOutcome['outcome']) =>
    counted(outcomes.filter((each) => each.outcome === outcome).length, 'source');
  const points = outcomes.flatMap(({ key, title, points: own }) =>
    own.map(({ code, words }) => ({
      sentence: referenceSentence(code),
      line: `  ${[key, excerpt(title), excerpt(words)].filter((part) => part !== '').join(', ')}`,
    })),
  );
  const sentences = [...new Set(points.map(({ sentence }) => sentence))];
  return [
    `${isWritten ? 'Entered' : 'Becomes'}: ${count('entered')}.`,
    ...(isWritten ? [`There already: ${count('known')}.`] : []),
    `Left out: ${count('left_out')}.`,
    ...sentences.flatMap((sentence) => [
      `${sentence}:`,
      ...points.filter((point) => point.sentence === sentence).map(({ line }) => line),
    ]),
    ...(isWritten ? [] : ['Nothing was entered: this was a dry run.']),
  ];
}
