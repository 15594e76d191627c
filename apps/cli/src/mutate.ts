import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { parseMutateOptions } from './mutate-options.ts';
import { mutatePatterns } from './mutate-paths.ts';
import { onShutdown } from './shutdown.ts';
import { endTools, root, runTool } from './tool.ts';

const config = 'mutation/stryker.config.json';

/**
 * Mutation testing: changes the code in one place at a time and shows each change that no test
 * notices, with the score of each file. Takes the domain or, with `--package api`, publishing: all of
 * it, the files and folders named (`npm run mutate -- src/articles`), or a part of its functions
 * (`--part=2/8`), which is a sample; other options (`--force`, `--concurrency=1`) are Stryker's. What
 * has not changed since the last run is not run again.
 */
await runCommand(async () => {
  onShutdown(endTools);
  const { folder, part, paths, passed } = parseMutateOptions(process.argv.slice(2));
  const directory = join(root, folder);
  const settings = JSON.parse(readFileSync(join(directory, config), 'utf8'));
  const patterns = mutatePatterns(paths, { directory, folder, settings });
  const run = ['run', config, '--mutate', patterns.join(','), ...passed];
  const env = part === undefined ? {} : { MUTATION_PART: part };
  const { ok } = await runTool('stryker', run, { show: true, cwd: directory, env });
  console.log(`\nThe report is in ${folder}/reports/mutation/.`);
  if (!ok) throw new Failure('The score is below the limit, or the run broke: see above.');
  return 0;
});
