import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { strykerPlugins } from '@viewpoints/config/mutation/ignore-sentences';

/** One change of the code. */
export type Mutant = {
  /** The number by which the changed code asks whether it is to be used. */
  id: string;
  /** The file that it changes, relative to the package. */
  file: string;
  line: number;
  column: number;
  /** The kind of change, such as `ConditionalExpression`. */
  kind: string;
  original: string;
  replacement: string;
};

/** Files with every change in them, by their absolute path, and what the changes are. */
export type Mutated = { mutants: Mutant[]; code: Map<string, string> };

const silent = () => {};
const logger = {
  ...{ isTraceEnabled: () => false, isDebugEnabled: () => false, isInfoEnabled: () => false },
  ...{ isWarnEnabled: () => false, isErrorEnabled: () => false, isFatalEnabled: () => false },
  ...{ trace: silent, debug: silent, info: silent, warn: silent, error: silent, fatal: silent },
};

/**
 * Every change of the files of these patterns, placed in their code by Stryker's instrumenter behind a
 * switch each, so that one build of the code holds them all.
 * @param directory where the package is
 * @param patterns for files in it; those that begin with `!` leave files out
 */
export async function mutateFiles(
  directory: string,
  patterns: readonly string[],
): Promise<Mutated> {
  const files = globSync(
    patterns.filter((pattern) => !pattern.startsWith('!')),
    {
      cwd: directory,
      exclude: patterns.flatMap((each) => (each.startsWith('!') ? [each.slice(1)] : [])),
    },
  ).sort();
  const texts = new Map(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
  const { files: changed, mutants } = await new Instrumenter(logger).instrument(
    [...texts].map(([name, content]) => ({ name, content, mutate: true })),
    {
      plugins: null,
      excludedMutations: [],
      noHeader: false,
      ignorers: strykerPlugins.map(({ value }) => value),
    },
  );
  return {
    code: new Map(changed.map(({ name, content }) => [join(directory, name), content])),
    mutants: mutants
      .filter(({ status }) => status !== 'Ignored')
      .map(({ id, fileName, location, mutatorName, replacement }) => ({
        ...{ id, file: fileName, kind: mutatorName, replacement },
        ...{ line: location.start.line + 1, column: location.start.column + 1 },
        original: textIn(texts.get(fileName) ?? '', location),
      })),
  };
}

type Place = { line: number; column: number };

function textIn(text: string, { start, end }: { start: Place; end: Place }): string {
  const lines = text.split('\n').slice(start.line, end.line + 1);
  const last = lines.length - 1;
  lines[last] = lines[last]?.slice(0, end.column) ?? '';
  lines[0] = lines[0]?.slice(start.column) ?? '';
  return lines.join('\n');
}
