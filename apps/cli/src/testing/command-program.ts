import { Readable } from 'node:stream';
import { runCommandLine } from '../command-line.ts';
import { messageOf } from '../failure.ts';
import type { CommandResult, GivenCommand } from './command-process.ts';

/*
 * Runs command lines that its parent sends, one after another. Loading the database client and the
 * commands for each in a process of its own took more than a minute of the tests.
 */

const settings = { ...process.env };

process.on('message', async (given: GivenCommand) => {
  process.env = { ...settings, ...given.env };
  Object.defineProperty(process, 'stdin', { value: Readable.from([given.input]) });
  const written = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    process[name].write = (chunk: string | Uint8Array) => {
      written[name] += String(chunk);
      return true;
    };
  }
  const result: CommandResult = { status: await statusOf(given.args), ...written };
  process.send?.(result);
});

/** The exit status of viewpoints.ts. */
async function statusOf(args: readonly string[]): Promise<number> {
  try {
    return await runCommandLine(args);
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}
