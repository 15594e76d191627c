import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import {
  buildItem,
  exportHead,
  exportTail,
} from '@viewpoints/api/import/wordpress/testing/build-export';
import { nodeFlags } from '@viewpoints/config/node-flags';
import { connectEditorial } from '@viewpoints/db/client';
import { addAccount } from '@viewpoints/db/testing/builders';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * How long the past of a journal takes to come in, without pictures, and how much memory: looked at,
 * brought in, and brought in a second time. IMPORT_ARTICLES says how many; by default 10,000.
 */
const articles = Number(process.env.IMPORT_ARTICLES ?? 10_000);
const root = join(import.meta.dirname, '../../..');

/** The command line without npm: generating the database client would add to the measured memory. */
const runs = `import { runCommandLine } from './apps/cli/src/command-line.ts';
  process.exitCode = await runCommandLine(process.argv.slice(1));`;

/** Has a process say in the end how much memory it has taken, in kilobytes. */
const saysMemory = `data:text/javascript,process.on('exit',()=>process.stderr.write('maxRSS_'+process.resourceUsage().maxRSS))`;

const sentence =
  'The harbour board put the dues up by a third, and said that it would look at them again before the winter. ';

/** A post of about 700 words, of the classic editor or of blocks, with a note, a list and links. */
function post(id: number): string {
  const paragraph = (part: number) =>
    `${sentence.repeat(5)}That was said in part ${part} of ${id}.`;
  const parts = Array.from({ length: 6 }, (_, part) => paragraph(part));
  const note = `<sup><a id="r${id}" href="#n${id}">1</a></sup>`;
  const list = '<ul><li>The first quay</li><li>The <em>second</em> quay</li></ul>';
  const notes = `<ol><li id="n${id}">Minutes of the board, page ${id}. <a href="#r${id}">↑</a></li></ol>`;
  const content =
    id % 2 === 0
      ? `${parts.join('\n\n')}${note}\n\n${list}\n\n${notes}`
      : `${parts.map((words) => `<!-- wp:paragraph -->\n<p>${words}</p>\n<!-- /wp:paragraph -->`).join('\n\n')}<p>See <a href="https://old.example.org/2019/04/item-${id - 1}/">before</a>${note}.</p>${list}${notes}`;
  return buildItem({
    ...{ id, title: `What the board said, part ${id}`, content, excerpt: sentence },
    terms: [
      ['category', `quay-${id % 40}`, `Quay ${id % 40}`],
      ['post_tag', `tag-${id % 200}`, `Tag ${id % 200}`],
    ],
  });
}

function* wholeExport(): Generator<string> {
  yield exportHead;
  for (let id = 1; id <= articles; id += 1) yield post(id);
  yield exportTail;
}

const database = await makeFixtureDatabase('nothing');
try {
  const editorial = connectEditorial(database.url, { poolSize: 1 });
  await addAccount(editorial, { roles: ['publisher'] });
  await editorial.$disconnect();
  const file = join(database.dataDir, 'past.xml');
  await pipeline(Readable.from(wholeExport()), createWriteStream(file));
  const size = ((await stat(file)).size / 1024 ** 2).toFixed(0);
  for (const [what, options, seconds] of [
    ['look at', [], null],
    ['bring in', ['--write'], (articles / 10_000) * 360],
    ['bring in again', ['--write'], null],
  ] as const) {
    const began = performance.now();
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['--input-type=module', '--eval', runs, 'import', 'wordpress', file, ...options],
      {
        cwd: root,
        env: {
          ...process.env,
          ...{ DATABASE_URL: database.url, DATA_DIR: database.dataDir, SECRET: database.secret },
          NODE_OPTIONS: `${nodeFlags.join(' ')} --import ${saysMemory}`,
        },
      },
    );
    const took = (performance.now() - began) / 1000;
    const most = Math.max(...[...stderr.matchAll(/maxRSS_(\d+)/g)].map(([, kb]) => Number(kb)));
    console.log(stdout.split('\n').find((line) => /^(?:Becomes|Brought|Came)/.test(line)) ?? '');
    const name = `${what} ${articles.toLocaleString('en-GB')} articles of WordPress (${size} MB)`;
    report({
      ...{ name: `time to ${name}`, unit: 's', values: [took] },
      ...(seconds === null ? {} : { target: { most: seconds } }),
    });
    report({ name: `memory to ${name}`, unit: 'MB', values: [most / 1024], target: { most: 400 } });
  }
} finally {
  await database.drop();
}
