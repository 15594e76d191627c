import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';

const log = JSON.stringify(new URL('./log.ts', import.meta.url).href);

/** Reports that it is ready, and on command writes more than a pipe holds and ends. */
const program = `
import { createLog } from ${log};
const log = createLog('info');
log.info('ready');
process.stdin.once('data', () => {
  for (let line = 0; line < 2_000; line += 1) log.error({ line, at: 'x'.repeat(200) }, 'queue');
  log.fatal('over');
  process.exit(0);
});
`;

const start = () =>
  spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });

test('given that nobody reads the log any more, then a program that writes to it ends all the same', async () => {
  const child = start();
  await once(child.stdout, 'data');
  const closed = once(child.stdout, 'close');
  child.stdout.destroy();
  await closed;
  child.stdin.write('go on');
  const [code] = await once(child, 'exit', { signal: AbortSignal.timeout(20_000) }).finally(() =>
    child.kill('SIGKILL'),
  );
  expect(code).toBe(0);
});

test('given a reader, then it has every line when the program has ended', async () => {
  const child = start();
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk;
  });
  await once(child.stdout, 'data');
  child.stdin.write('go on');
  await once(child, 'close');
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(2_002);
  expect(lines.at(-1)).toMatchObject({ level: 60, msg: 'over' });
});
