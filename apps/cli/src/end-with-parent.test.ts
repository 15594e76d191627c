import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** A program that, as Next does in development, calls a worker of its own and passes on the answer. */
const PROGRAM = `
import { fork } from 'node:child_process';
if (process.argv[2] === 'worker') {
  process.on('message', (asked) => process.send('answer to ' + asked));
} else {
  const worker = fork(import.meta.filename, ['worker']);
  worker.on('message', (answer) => process.send(answer));
  worker.on('exit', () => process.send('the worker is gone'));
  setTimeout(() => worker.send('a question'), 500);
  setInterval(() => {}, 1000);
}
`;

let directory: string;
let program: ChildProcess;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'viewpoints-end-'));
  await writeFile(join(directory, 'program.mjs'), PROGRAM);
  program = fork(join(directory, 'program.mjs'), {
    execArgv: ['--import', new URL('./end-with-parent.ts', import.meta.url).href],
  });
});
afterAll(async () => {
  program.kill('SIGKILL');
  await rm(directory, { recursive: true, force: true });
});

describe('a program that ends with the process that started it', () => {
  it('has workers of its own that live as long as it needs them', async () => {
    expect(await once(program, 'message')).toEqual(['answer to a question', undefined]);
  });

  it('ends when that process is gone', async () => {
    const ended = once(program, 'exit');
    program.disconnect();
    expect(await ended).toEqual([null, 'SIGTERM']);
  });
});
