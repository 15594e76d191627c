import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.ts';

/**
 * Patterns for Stryker of the requested files and folders, relative to the package. Those that the
 * settings leave out (`!…` in `mutate`) stay left out. Throws a Failure for a path that is not there.
 * @param paths relative to the package, or to the repository with the package's folder before it
 * @param options.directory where the package is, absolute
 * @param options.folder where it is in the repository, such as `packages/domain`
 */
export function mutatePatterns(
  paths: readonly string[],
  {
    directory,
    folder,
    settings,
  }: { directory: string; folder: string; settings: { mutate: readonly string[] } },
): string[] {
  if (paths.length === 0) return [...settings.mutate];
  const patterns = paths.map((given) => {
    const path = given
      .replaceAll('\\', '/')
      .replace(/^\.\//, '')
      .replace(new RegExp(`^${folder}/`), '')
      .replace(/\/+$/, '');
    const found = statSync(join(directory, path), { throwIfNoEntry: false });
    if (found === undefined)
      throw new Failure(
        `There is no ${path} in ${folder}. Name files or folders such as src/articles.`,
      );
    return found.isDirectory() ? `${path}/**/*.ts` : path;
  });
  return [...patterns, ...settings.mutate.filter((pattern) => pattern.startsWith('!'))];
}

/** Validates a part such as `2/8`: the second of eight. Throws a Failure for anything else. */
export function checkPart(part: string): string {
  const [number, of] = part.split('/').map(Number);
  const isPart = /^\d+\/\d+$/.test(part) && number !== undefined && of !== undefined;
  if (!isPart || number < 1 || number > of)
    throw new Failure(`There is no part ${part}: write --part=2/8 for the second of eight.`);
  return part;
}
