import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import autocannon from 'autocannon';

/** Debian's `wrk` takes less of the machine that is being measured; autocannon is always there. */
const WRK = '/usr/bin/wrk';
const hasWrk = existsSync(WRK);
const run = promisify(execFile);

/** The `Accept-Encoding` of most browsers. */
const CODINGS = 'gzip, deflate, br, zstd';

export type Load = { url: string; connections: number; seconds: number };

/** How many responses a second a server gives to so many concurrent clients; throws if any failed. */
export async function perSecond({ url, connections, seconds }: Load) {
  if (!hasWrk) {
    const headers = { 'accept-encoding': CODINGS };
    const { requests, errors, non2xx } = await autocannon({
      ...{ url, headers, connections, duration: seconds },
    });
    if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals`);
    return requests.average;
  }
  const { stdout } = await run(WRK, [
    ...['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s'],
    ...['-H', `Accept-Encoding: ${CODINGS}`, url],
  ]);
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`${url}: ${stdout}`);
  return Number(/Requests\/sec:\s*([\d.]+)/.exec(stdout)?.[1]);
}

/** The 99th percentile in milliseconds at a fixed number of requests a second. */
export async function slowest99(url: string, rate: number, seconds: number): Promise<number> {
  const { latency } = await autocannon({
    ...{ url, connections: 16, duration: seconds, overallRate: Math.max(16, Math.round(rate)) },
    headers: { 'accept-encoding': CODINGS },
  });
  return latency.p99;
}

/** Does `work` for each of `items`, so many at once; resolves to the milliseconds of each. */
export async function timeEach<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  const ahead = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = ahead.shift(); item !== undefined; item = ahead.shift()) {
        const began = performance.now();
        await work(item);
        times.push(performance.now() - began);
      }
    }),
  );
  return times;
}
