import { Failure } from './failure.ts';
import { checkPart } from './mutate-paths.ts';

/** Packages that have a configuration for Stryker, in `packages/<name>/mutation`. */
const packages = ['domain', 'api'];

export type MutateOptions = {
  /** The package's folder in the repository, such as `packages/domain`. */
  folder: string;
  /** The part to take, such as `2/8`; undefined for all of it. */
  part: string | undefined;
  /** Files and folders to mutate; none for all that the configuration names. */
  paths: string[];
  /** How many changes to take at random, with the seed of that choice; undefined for no sample. */
  sample: { size: number; seed: number } | undefined;
  /** Options for Stryker, as they were given. */
  passed: string[];
};

/**
 * Parses the arguments of `npm run mutate`: paths, `--package api` (the domain by default),
 * `--part 2/8`, `--sample 150` with `--seed 1`, each also with `=`, and options of Stryker, which a
 * sample has none of. Throws a Failure for a package or part that does not exist, and for `--testFiles`.
 */
export function parseMutateOptions(args: readonly string[]): MutateOptions {
  const own: { package?: string; part?: string; sample?: string; seed?: string } = {};
  const paths: string[] = [];
  const passed: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    const [, name, value] = /^--(package|part|sample|seed)(?:=(.*))?$/.exec(arg) ?? [];
    if (name === 'package' || name === 'part' || name === 'sample' || name === 'seed') {
      if (value === undefined) index += 1;
      own[name] = value ?? args[index] ?? '';
    } else if (arg.startsWith('-')) passed.push(arg);
    else paths.push(arg);
  }
  if (passed.some((option) => /^(-t|--testFiles)\b/.test(option)))
    throw new Failure(
      'With --testFiles, changes of tables are not made and seem to survive. Leave it out.',
    );
  return {
    ...{ folder: folderOf(own.package ?? 'domain'), paths, passed },
    part: own.part === undefined ? undefined : checkPart(own.part),
    sample: sampleOf(own, passed),
  };
}

function sampleOf(
  { part, sample, seed = '1' }: { part?: string; sample?: string; seed?: string },
  passed: readonly string[],
): MutateOptions['sample'] {
  if (sample === undefined) return undefined;
  if (![sample, seed].every((number) => /^[1-9]\d{0,8}$/.test(number)))
    throw new Failure('Say how many changes to take: --sample 150, and --seed 2 for others.');
  const others = [...(part === undefined ? [] : ['--part']), ...passed];
  if (others.length > 0)
    throw new Failure(`A sample is not taken by Stryker. Leave out ${others.join(' ')}.`);
  return { size: Number(sample), seed: Number(seed) };
}

function folderOf(name: string): string {
  if (!packages.includes(name))
    throw new Failure(`No package ${name} is set up for mutation. Name ${packages.join(' or ')}.`);
  return `packages/${name}`;
}
