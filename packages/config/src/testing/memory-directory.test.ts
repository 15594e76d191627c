import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';

const file = JSON.stringify(new URL('./memory-directory.ts', import.meta.url).href);

/** The directory for temporary files of a process that uses memory. */
function directoryOfRun(): string {
  const code = `
    const { keepTemporaryFilesInMemory } = await import(${file});
    keepTemporaryFilesInMemory();
    const { tmpdir } = await import('node:os');
    const { writeFileSync } = await import('node:fs');
    writeFileSync(tmpdir() + '/left', 'behind');
    console.log(tmpdir());`;
  const env = { ...process.env, TMPDIR: '' };
  return execFileSync(process.execPath, ['--input-type=module', '-e', code], { env })
    .toString()
    .trim();
}

// This run uses it as well: if it got none, none is available.
test.skipIf(!tmpdir().startsWith('/dev/shm/'))(
  'a run writes in memory, leaves nothing there, and removes what a killed one left',
  () => {
    // No process has this number: Linux gives none above 2^22.
    const killed = '/dev/shm/viewpoints-tests-99999999';
    mkdirSync(killed, { recursive: true });
    const directory = directoryOfRun();
    expect(directory).toMatch(/^\/dev\/shm\/viewpoints-tests-\d+$/);
    expect([existsSync(directory), existsSync(killed)]).toEqual([false, false]);
    expect(existsSync(tmpdir())).toBe(true);
  },
);
