import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, runCommand } from './failure.ts';
import { checkPart, mutatePatterns } from './mutate-paths.ts';
import { onShutdown } from './shutdown.ts';
import { endTools, root, runTool } from './tool.ts';

const folder = 'packages/domain';
const directory = join(root, folder);
const config = 'mutation/stryker.config.json';

/**
 * Mutation testing of the domain: changes the code in one place at a time and shows each change
 * that no test notices, with the score of each file. All of it, the files and folders named
 * (`npm run mutate -- src/articles`), or a part of its functions (`--part=2/8`), which is a sample;
 * other options (`--force`, `--concurrency=1`) are Stryker's. What has not changed since the last
 * run is not run again.
 */
await runCommand(async () => {
  onShutdown(endTools);
  const args = process.argv.slice(2);
  const part = args.find((arg) => arg.startsWith('--part='))?.slice('--part='.length);
  const options = args.filter((arg) => arg.startsWith('-') && !arg.startsWith('--part='));
  if (part !== undefined) process.env.MUTATION_PART = checkPart(part);
  if (options.some((option) => /^(-t|--testFiles)\b/.test(option)))
    throw new Failure(
      'With --testFiles, changes of tables are not made and seem to survive. Leave it out.',
    );
  const paths = args.filter((arg) => !arg.startsWith('-'));
  const settings = JSON.parse(readFileSync(join(directory, config), 'utf8'));
  const patterns = mutatePatterns(paths, { directory, folder, settings });
  const run = ['run', config, '--mutate', patterns.join(','), ...options];
  const { ok } = await runTool('stryker', run, { show: true, cwd: directory });
  console.log(`\nThe report is in ${folder}/reports/mutation/.`);
  if (!ok) throw new Failure('The score is below the limit, or the run broke: see above.');
  return 0;
});
