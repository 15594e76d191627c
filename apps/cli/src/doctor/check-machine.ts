import type { CheckResult } from '@viewpoints/api/installation/check-result';
import type { Settings } from '@viewpoints/config/env';
import { portProblem } from '../ports.ts';

const oldestNode = 24;

/** Looks at the Node that runs this, and the ports. */
export async function checkMachine(settings: Settings): Promise<CheckResult[]> {
  return [checkNode(), ...(await checkPorts(settings))];
}

function checkNode(): CheckResult {
  const ok = Number.parseInt(process.versions.node, 10) >= oldestNode;
  return {
    name: 'Node',
    ok,
    detail: process.versions.node,
    next: ok ? null : 'Run the commands through npm, which brings its own Node.',
  };
}

async function checkPorts({ ports }: Settings): Promise<CheckResult[]> {
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
