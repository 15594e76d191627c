import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBinaries, withinReach } from './binaries.ts';
import { findServerUser } from './user.ts';

const isRoot = process.platform !== 'win32' && process.getuid?.() === 0;
let closed: string;
let open: string;
beforeEach(() => {
  closed = mkdtempSync(join(tmpdir(), 'viewpoints-closed-'));
  open = mkdtempSync(join(tmpdir(), 'viewpoints-open-'));
  chmodSync(open, 0o755);
});
afterEach(() => {
  for (const directory of [closed, open]) rmSync(directory, { recursive: true });
});

test.runIf(isRoot)(
  'given binaries in a directory of root’s own, then their server’s user runs a copy, made once',
  async () => {
    const found = await findBinaries();
    const native = dirname(dirname(found.postgres));
    cpSync(native, join(closed, 'native'), { recursive: true, verbatimSymlinks: true });
    const at = (path: string) => path.replace(native, join(closed, 'native'));
    const hidden = {
      ...found,
      initdb: at(found.initdb),
      postgres: at(found.postgres),
      pgCtl: at(found.pgCtl),
    };
    const as = await findServerUser();
    const { postgres } = await withinReach(hidden, as, open);
    expect(postgres.startsWith(open)).toBe(true);
    expect(String(execFileSync(postgres, ['--version'], { ...as, cwd: open }))).toContain(
      found.major,
    );
    expect(await withinReach(hidden, as, open)).toMatchObject({ postgres });
    expect(readdirSync(open)).toHaveLength(1);
  },
);

test('given binaries that can be reached, then they are run where they are', async () => {
  const found = await findBinaries();
  const reachable = { ...found, postgres: join(open, 'postgres') };
  expect(await withinReach(reachable, await findServerUser(), open)).toBe(reachable);
});
