import { findFreePort } from '@viewpoints/config/free-port';
import { perSecond, slowest99 } from '../src/bench/load.ts';
import { median, report } from '../src/bench/report.ts';
import {
  fetchPacked,
  startBareNode,
  startStaticNginx,
  type Yardstick,
} from '../src/bench/yardsticks.ts';
import { type EdgeCache, hasNginx, startNginx } from '../src/reader/edge-cache-fixture.ts';
import { type ReaderFixture, startReaders } from '../src/reader/reader-fixture.ts';

/**
 * Cached pages, compared with a bare Node server and with nginx, which serve the same bytes, and
 * behind nginx with the shipped configuration. All are measured in turn, round by round, since
 * machines drift; the ratio within a round counts.
 */
const ROUNDS = 5;
const SECONDS = 1;
const PAGES = {
  article: '/articles/the-grammar-of-conditions',
  'front page': '/',
  topic: '/topics/water',
  feed: '/feeds/articles.rss',
};

const nginxPort = await findFreePort();
const fixture = await startReaders(1, {
  NETWORK_LIMIT: '1000000',
  PURGE_URLS: hasNginx ? `http://127.0.0.1:${nginxPort}` : '',
});
const edgeCache = hasNginx ? await startNginx({ port: nginxPort, readers: fixture.urls }) : null;
try {
  for (const [name, path] of Object.entries(PAGES)) await compare(name, path, fixture, edgeCache);
} finally {
  await edgeCache?.stop();
  await fixture.stop();
}

type Sides = { own: string; bare: string; nginx: string | null; behind: string | null };

async function compare(
  name: string,
  path: string,
  { urls }: ReaderFixture,
  before: EdgeCache | null,
) {
  const own = `${urls[0]}${path}`;
  for (let warm = 0; warm < 3; warm += 1) await fetchPacked(own);
  const body = await fetchPacked(own);
  const bare = await startBareNode(body);
  const nginx: Yardstick | null = hasNginx ? await startStaticNginx(body) : null;
  const behind = before === null ? null : `${before.url}${path}`;
  const sides: Sides = { own, bare: bare.url, nginx: nginx?.url ?? null, behind };
  for (const connections of [16, 256]) await measure(`${name}, ${connections}`, sides, connections);
  await bare.stop();
  await nginx?.stop();
}

async function measure(name: string, sides: Sides, connections: number) {
  const found = {
    own: [] as number[],
    bare: [] as number[],
    nginx: [] as number[],
    behind: [] as number[],
  };
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const side of ['bare', 'own', 'nginx', 'behind'] as const) {
      const url = sides[side];
      if (url === null) continue;
      const rate = await perSecond({ url, connections, seconds: SECONDS });
      // The first round only warms everything up.
      if (round > 0) found[side].push(rate);
    }
  const ratio = (a: number[], b: number[]) => a.map((value, round) => value / (b[round] ?? 0));
  const title = `${name} connections: kept page`;
  report({ name: title, unit: 'requests/s', values: found.own });
  report({
    ...{ name: `  of a bare Node server (${Math.round(median(found.bare))}/s)`, unit: 'ratio' },
    ...{ values: ratio(found.own, found.bare), target: { least: 0.85 } },
  });
  if (sides.nginx === null) return;
  report({
    ...{ name: `  of nginx (${Math.round(median(found.nginx))}/s)`, unit: 'ratio' },
    ...{ values: ratio(found.own, found.nginx), target: { least: 0.5 } },
  });
  report({
    ...{ name: `  behind the shipped nginx, of nginx`, unit: 'ratio' },
    ...{ values: ratio(found.behind, found.nginx), target: { least: 0.9 } },
  });
  if (connections !== 16) return;
  const rate = median(found.own) / 2;
  const slow: Record<'own' | 'nginx', number[]> = { own: [], nginx: [] };
  for (let round = 0; round < ROUNDS; round += 1)
    for (const side of ['own', 'nginx'] as const)
      slow[side].push(await slowest99(sides[side] ?? '', Math.min(rate, 8000), SECONDS));
  report({
    name: `  99th percentile at ${Math.round(Math.min(rate, 8000))}/s, of nginx's (${median(slow.nginx)} ms)`,
    unit: 'ratio',
    values: slow.own.map(
      (value, round) => Math.max(1, value) / Math.max(1, slow.nginx[round] ?? 1),
    ),
    target: { most: 5 },
  });
}
