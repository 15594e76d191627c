import { execFileSync } from 'node:child_process';
import { Failure } from '../failure.ts';

export type ProcessRow = { pid: number; parent: number; command: string };

/** Every process of this machine; on request with its environment after its command. */
function listProcesses({ environment = false } = {}): ProcessRow[] {
  if (process.platform === 'win32') throw new Failure('This runs on Linux and macOS only.');
  const options = [environment ? 'axeww' : 'axww', '-o', 'pid=,ppid=,args='];
  return execFileSync('ps', options, { encoding: 'utf8', maxBuffer: 64_000_000 })
    .split('\n')
    .flatMap((line) => {
      const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
      return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
    });
}

/** The processes of the product that can be killed, by kind. */
export type Victim =
  | 'api'
  | 'reader'
  | 'admin'
  | 'postmaster'
  | 'backend'
  | 'supervisor'
  | 'launcher';

/** The processes that one launcher has started and those that these have, by what they are. */
export function findVictims(launcher: number, dataDir: string): Record<Victim, number[]> {
  const all = listProcesses();
  const childrenOf = (pid: number) => all.filter(({ parent }) => parent === pid);
  const program = (name: string) =>
    childrenOf(launcher)
      .filter(({ command }) => command.includes(`/apps/${name}/src/main.ts`))
      .map(({ pid }) => pid);
  const supervisors = childrenOf(launcher).filter(({ command }) =>
    command.includes('embedded/supervisor'),
  );
  // One that outlived its supervisor has no parent, and is found by its directory.
  const postmasters = all.filter(
    ({ command }) => command.includes(` -D ${dataDir}/`) && !command.includes('supervisor'),
  );
  return {
    api: program('api'),
    reader: program('reader'),
    admin: program('admin'),
    supervisor: supervisors.map(({ pid }) => pid),
    postmaster: postmasters.map(({ pid }) => pid),
    backend: postmasters.flatMap(({ pid }) =>
      childrenOf(pid)
        .filter(({ command }) => /^postgres: viewpoints\S* viewpoints /.test(command))
        .map((row) => row.pid),
    ),
    launcher: [launcher],
  };
}

/** Processes that name a data directory, or were given it: what a run must not leave behind. */
export function findLeft(dataDir: string): ProcessRow[] {
  const left = listProcesses({ environment: true })
    .filter(({ command }) => command.includes(`${dataDir}/`) || command.includes(`=${dataDir} `))
    .map(({ pid }) => pid);
  return listProcesses().filter(({ pid }) => pid !== process.pid && left.includes(pid));
}

/** Ends a process as a crash does; false if it was gone already. */
export function killOutright(pid: number): boolean {
  try {
    process.kill(pid, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}
