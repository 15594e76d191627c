import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A command line, the settings that it is given, and what it reads from standard input. */
export type GivenCommand = {
  args: readonly string[];
  env: Record<string, string>;
  input: string;
};

/** The exit of a command, and all that it wrote. */
export type CommandResult = { status: number; stdout: string; stderr: string };

export type CommandProcess = {
  /** Runs a command line without a terminal, as the command `viewpoints` does. */
  run: (
    args: readonly string[],
    given?: { env?: Record<string, string>; input?: string },
  ) => Promise<CommandResult>;
  stop: () => Promise<void>;
};

/**
 * A process that runs command lines one after another in a directory, which has their data too.
 * @param env settings of all of them; those of the tests' own process are not passed on
 */
export function startCommandProcess(
  directory: string,
  env: Record<string, string> = {},
): CommandProcess {
  // The compile cache is the one of the command that people call.
  const { PATH = '', HOME = '', NODE_COMPILE_CACHE } = process.env;
  const child: ChildProcess = fork(join(import.meta.dirname, 'command-program.ts'), {
    cwd: directory,
    env: {
      PATH,
      HOME,
      NODE_COMPILE_CACHE,
      INIT_CWD: directory,
      DATA_DIR: join(directory, 'data'),
      ...env,
    },
  });
  const ended = once(child, 'exit').then(([status]) => {
    throw new Error(`The process that runs commands ended with ${status}.`);
  });
  ended.catch(() => {});
  return {
    run: async (args, { env: settings = {}, input = '' } = {}) => {
      const answer = once(child, 'message');
      child.send({ args, env: settings, input } satisfies GivenCommand);
      const [result] = await Promise.race([answer, ended]);
      return result as CommandResult;
    },
    stop: async () => {
      child.kill();
      await ended.catch(() => {});
    },
  };
}
