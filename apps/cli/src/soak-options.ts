import { parseArgs } from 'node:util';
import { Failure } from './failure.ts';

export type SoakOptions = {
  /** How many processes are killed, where nothing else is asked for. */
  kills: number;
  calls: number | null;
  /** For how long two pages write in one article, in minutes. */
  together: number | null;
  /** Whether only the tests that wait for times to pass are run. */
  waits: boolean;
  seed: number;
};

const usage =
  'Say how many processes are to be killed, how many calls made, or for how many minutes two write together: npm run soak -- 100 [--seed 7], npm run soak -- --calls 30000, npm run soak -- --together 60, npm run soak -- --waits.';

/**
 * Parses the arguments of `npm run soak`: 100 kills by default, and a seed by chance.
 * @throws {Failure} for anything that it does not know, `--help` too: a run takes an hour
 */
export function parseSoakOptions(args: readonly string[]): SoakOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        calls: { type: 'string' },
        together: { type: 'string' },
        seed: { type: 'string' },
        waits: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
    const [kills = '100', ...more] = positionals;
    if (more.length > 0) throw new Failure(usage);
    return {
      kills: count(kills),
      calls: values.calls === undefined ? null : count(values.calls),
      together: values.together === undefined ? null : count(values.together),
      waits: values.waits,
      seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : seedOf(values.seed),
    };
  } catch {
    throw new Failure(usage);
  }
}

function count(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Failure(usage);
  return Number(text);
}

function seedOf(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Failure(usage);
  return Number(text);
}
