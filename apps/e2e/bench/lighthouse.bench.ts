import { findFreePort } from '@viewpoints/config/free-port';
import lighthouse, { type Result } from 'lighthouse';
import { startReaders } from '../src/reader/reader-fixture.ts';
import { launchBrowser } from '../src/support/browser.ts';

/**
 * Lighthouse's scores of the front page and of an article on a phone on slow 4G, which it simulates
 * (its default). Of three runs the middle one counts, since the machine is shared.
 */
const PAGES = { 'front page': '/', article: '/articles/the-grammar-of-conditions' };
const RUNS = 3;

const print = (name: string, value: number, unit: string, target: string, met: boolean) =>
  console.log(JSON.stringify({ name, value, unit, target, met }));
const middle = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const port = await findFreePort();
const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
const fixture = await startReaders(1);
try {
  for (const [name, path] of Object.entries(PAGES)) await report(name, `${fixture.urls[0]}${path}`);
} finally {
  await browser.close();
  await fixture.stop();
}

async function report(name: string, url: string): Promise<void> {
  const results: Result[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const ran = await lighthouse(url, { port, output: 'json', logLevel: 'error' });
    if (ran === undefined) throw new Error(`Lighthouse said nothing of ${url}`);
    results.push(ran.lhr);
  }
  for (const { id, title } of Object.values(results[0]?.categories ?? {})) {
    const score = middle(results.map(({ categories }) => (categories[id]?.score ?? 0) * 100));
    print(`${name}: ${title}`, score, 'of 100', '100', score >= 100);
  }
  const audit = (id: string) => middle(results.map(({ audits }) => audits[id]?.numericValue ?? 0));
  const [lcp, cls, tbt] = [
    'largest-contentful-paint',
    'cumulative-layout-shift',
    'total-blocking-time',
  ].map(audit);
  print(`${name}: largest contentful paint`, lcp ?? 0, 'ms', '≤ 1,200', (lcp ?? 0) <= 1200);
  print(`${name}: layout shift`, cls ?? 0, '', '0', cls === 0);
  print(`${name}: total blocking time`, tbt ?? 0, 'ms', '≤ 50', (tbt ?? 0) <= 50);
  const short = Object.values(results[0]?.audits ?? {}).filter(
    ({ score, scoreDisplayMode }) =>
      score !== null && score < 1 && scoreDisplayMode !== 'informative',
  );
  for (const { id, title, displayValue = '' } of short)
    console.log(`  short of it: ${id}: ${title} ${displayValue}`);
}
