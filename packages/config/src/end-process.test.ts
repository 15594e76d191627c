import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

const module = new URL('./end-process.ts', import.meta.url).href;

/** Runs a program that ends itself; resolves to its status and whether `process.exit` was called. */
async function run(program: string): Promise<{ status: number | null; forced: boolean }> {
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { endProcess } from ${JSON.stringify(module)};
     const exit = process.exit;
     process.exit = (code) => { console.log('forced'); exit(code); };
     ${program}`,
  ]);
  let output = '';
  child.stdout.on('data', (text) => {
    output += text;
  });
  const [status] = await once(child, 'close');
  return { status, forced: output.includes('forced') };
}

it('given nothing left to do, then the process ends by itself', async () => {
  expect(await run('endProcess();')).toEqual({ status: 0, forced: false });
});

it('given something that is still open, then it ends all the same', async () => {
  expect(await run('setInterval(() => {}, 1000); endProcess();')).toEqual({
    status: 0,
    forced: true,
  });
});
