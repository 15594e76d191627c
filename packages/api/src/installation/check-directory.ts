import { access, constants, mkdir, statfs } from 'node:fs/promises';
import type { Settings } from '@viewpoints/config/env';
import type { CheckResult } from './check-result.ts';
import { messageOf } from './message-of.ts';

const leastSpace = 500 * 1024 ** 2;

/** Looks at the data directory, and at how much of its disk is free. */
export async function checkDirectory({ dataDir }: Pick<Settings, 'dataDir'>): Promise<CheckResult> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const ok = free >= leastSpace;
    return {
      name: 'Data directory',
      ok,
      detail: `${dataDir}, ${(free / 1024 ** 3).toFixed(1)} GiB free`,
      next: ok ? null : 'Free some space, or set DATA_DIR to a directory on a larger disk.',
    };
  } catch (error) {
    return {
      name: 'Data directory',
      ok: false,
      detail: messageOf(error),
      next: 'Give this user the directory, or set DATA_DIR to another.',
    };
  }
}
