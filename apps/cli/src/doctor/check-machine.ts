import { access, constants, mkdir, statfs } from 'node:fs/promises';
import type { Settings } from '@viewpoints/config/env';
import { messageOf } from '../failure.ts';
import { portProblem } from '../ports.ts';
import type { Finding } from './finding.ts';

const oldestNode = 24;
const leastSpace = 500 * 1024 ** 2;

/** Looks at the Node that runs this, the data directory with its disk, and the ports. */
export async function checkMachine(settings: Settings): Promise<Finding[]> {
  return [checkNode(), await checkDirectory(settings), ...(await checkPorts(settings))];
}

function checkNode(): Finding {
  const ok = Number.parseInt(process.versions.node, 10) >= oldestNode;
  return {
    name: 'Node',
    ok,
    detail: process.versions.node,
    next: ok ? null : 'Run the commands through npm, which brings its own Node.',
  };
}

async function checkDirectory({ dataDir }: Settings): Promise<Finding> {
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

async function checkPorts({ ports }: Settings): Promise<Finding[]> {
  return Promise.all(
    Object.entries(ports).map(async ([name, port]) => {
      const problem = await portProblem(port);
      const detail = problem === null ? 'free' : problem === 'EADDRINUSE' ? 'in use' : problem;
      const ok = problem === null || problem === 'EADDRINUSE';
      const next = ok ? null : `Set ${name.toUpperCase()}_PORT to another port.`;
      return { name: `Port ${port} (${name})`, ok, detail, next };
    }),
  );
}
