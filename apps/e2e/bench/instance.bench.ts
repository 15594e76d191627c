import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import autocannon from 'autocannon';
import { report } from '../src/bench/report.ts';
import { fetchPacked } from '../src/bench/yardsticks.ts';
import { startReader } from '../src/reader/reader-fixture.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/** The cost of one instance of the reading site: to start, at rest, and after a million requests. */
const STARTS = 5;
const REQUESTS = 1_000_000;
const ADDRESSES = 100_000;
/** Addresses with nothing behind them among those: each is looked up and rendered once. */
const MISSING = 4_000;

const megabytes = (pid: number | undefined): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const database = await makeFixtureDatabase('sample');
try {
  await measureStarts();
  await measureWire();
  if (process.platform === 'linux') await measureMemory();
} finally {
  await database.drop();
}

async function measureStarts() {
  const times: number[] = [];
  const resting: number[] = [];
  for (let start = 0; start <= STARTS; start += 1) {
    const began = performance.now();
    const { url, child, stop } = await startReader(database);
    await fetchPacked(`${url}/`);
    const took = performance.now() - began;
    // At rest is when the collector has tidied up after the start: the last start is left alone.
    await new Promise((done) => setTimeout(done, start === STARTS ? 15_000 : 100));
    // The first start fills the cache of what was compiled.
    if (start > 0) times.push(took);
    if (start === STARTS && process.platform === 'linux') resting.push(megabytes(child.pid));
    await stop();
  }
  report({
    name: 'cold start to the first page',
    unit: 'ms',
    values: times,
    target: { most: 1000 },
  });
  if (resting.length > 0)
    report({ name: 'memory at rest', unit: 'MB', values: resting, target: { most: 150 } });
}

async function measureWire() {
  const { url, stop } = await startReader(database);
  const page = await fetchPacked(`${url}/articles/arveth-changes-his-tense`);
  const html = await (await fetch(`${url}/articles/arveth-changes-his-tense`)).text();
  const paths = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, path = '']) => path);
  const packed = async (path: string) => (await fetchPacked(url + path)).length;
  let text = page.length;
  for (const path of [
    ...paths(/<link rel="stylesheet" href="([^"]+)"/g),
    ...paths(/<script[^>]+src="([^"]+)"/g),
  ])
    text += await packed(path);
  const { headers } = await fetch(`${url}/articles/arveth-changes-his-tense`);
  let fonts = 0;
  for (const [, path = ''] of (headers.get('link') ?? '').matchAll(/<([^>]+\.woff2)>/g))
    fonts += await packed(path);
  report({
    ...{ name: 'article over the wire: HTML, CSS and script', unit: 'kB' },
    ...{ values: [text / 1000], target: { most: 45 } },
  });
  report({
    name: '  fonts that every page asks for',
    unit: 'kB',
    values: [fonts / 1000],
    target: { most: 60 },
  });
  report({ name: '  the HTML alone', unit: 'kB', values: [page.length / 1000] });
  report({
    name: '  the HTML at the best that brotli does',
    unit: 'kB',
    values: [brotliCompressSync(html).length / 1000],
  });
  await stop();
}

async function measureMemory() {
  const { url, child, stop } = await startReader(database, { NETWORK_LIMIT: '1000000' });
  const requests = Array.from({ length: ADDRESSES }, (_, number) => ({
    path:
      number < MISSING
        ? `/articles/nothing-${number}`
        : `/articles/arveth-changes-his-tense?from=${number}`,
  }));
  const sizes: number[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    await autocannon({ url, requests, connections: 32, amount: REQUESTS / 4 });
    sizes.push(megabytes(child.pid));
  }
  report({
    ...{ name: 'memory after a million requests over 100,000 addresses', unit: 'MB' },
    ...{ values: [sizes.at(-1) ?? Number.NaN], target: { most: 400 } },
  });
  report({ name: '  after each quarter of them', unit: 'MB', values: sizes });
  await stop();
}
