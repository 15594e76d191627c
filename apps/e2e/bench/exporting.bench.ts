import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fillChanges } from '@viewpoints/published/prepare/fill-changes';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * The most memory that an export takes, and how long, in a journal of 500 articles and in one of 2,000.
 */
const SIZES = [500, 2_000];
const root = join(import.meta.dirname, '../../..');

/** The command line without npm: generating the database client would add to the measured memory. */
const runs = `import { runCommandLine } from './apps/cli/src/command-line.ts';
  process.exitCode = await runCommandLine(process.argv.slice(1));`;

/** Has a process say in the end how much memory it has taken, in kilobytes. */
const saysMemory = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS_'+process.resourceUsage().maxRSS))`;

for (const articles of SIZES) {
  const database = await makeFixtureDatabase('nothing');
  try {
    await plantLargeJournal(database.url, { articles, findings: articles * 4 });
    await fillChanges(database.url);
    for (const [what, options] of [
      ['everything', ['--plain']],
      ['what readers may see', ['--public']],
    ] as const) {
      const target = join(database.dataDir, `${what.replaceAll(' ', '-')}.tar`);
      const began = performance.now();
      const { stderr } = await promisify(execFile)(
        process.execPath,
        ['--input-type=module', '--eval', runs, 'export', target, ...options],
        {
          cwd: root,
          env: {
            ...process.env,
            ...{ DATABASE_URL: database.url, DATA_DIR: database.dataDir, SECRET: database.secret },
            NODE_OPTIONS: `--import ${saysMemory}`,
          },
        },
      );
      const seconds = (performance.now() - began) / 1000;
      const most = Math.max(...[...stderr.matchAll(/maxRSS_(\d+)/g)].map(([, kb]) => Number(kb)));
      const name = `${what} of ${articles.toLocaleString('en-GB')} articles`;
      report({ name: `memory to export ${name}`, unit: 'MB', values: [most / 1024] });
      report({ name: `time to export ${name}`, unit: 's', values: [seconds] });
    }
  } finally {
    await database.drop();
  }
}
