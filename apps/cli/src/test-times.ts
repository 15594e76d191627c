import { relative } from 'node:path';

/** How long a step of `npm test` took, in seconds from its start to its end. */
export type StepTime = { step: string; seconds: number; slowest: FileTime[] };
export type FileTime = { file: string; seconds: number };

/** Files that are named of each step. */
const named = 8;

/**
 * The files of a JSON report of Vitest that took longest, the slowest first.
 * @param root the directory that files are named from
 */
export function slowestFiles(json: string, root: string): FileTime[] {
  const report: { testResults: { name: string; startTime: number; endTime: number }[] } =
    JSON.parse(json);
  return report.testResults
    .map(({ name, startTime, endTime }) => ({
      file: relative(root, name),
      seconds: (endTime - startTime) / 1000,
    }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, named);
}

/** The steps with their times, and what took longest in each, as lines. */
export function timeLines(steps: readonly StepTime[]): string[] {
  return steps.flatMap(({ step, seconds, slowest }) => [
    `${step}: ${Math.round(seconds)} s`,
    ...slowest.map((each) => `  ${Math.round(each.seconds)} s  ${each.file}`),
  ]);
}
