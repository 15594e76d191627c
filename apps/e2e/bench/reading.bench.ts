import { createServer } from 'node:http';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import autocannon from 'autocannon';
import { type ReaderStand, standReaders } from '../src/reader/reader-stand.ts';

/**
 * The reading site as it is run, against a bare Node server that hands out the same bytes. Both
 * are asked in turn, round by round, since machines drift; what counts is the ratio in a round.
 */
const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 16;
const PATH = '/articles/the-grammar-of-conditions';

const print = (name: string, value: number, unit: string) =>
  console.log(JSON.stringify({ name, value, unit }));
const median = (values: number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const headers = { 'accept-encoding': 'br' };
async function perSecond(url: string): Promise<number> {
  const { requests, errors, non2xx } = await autocannon({
    url,
    headers,
    connections: CONNECTIONS,
    duration: SECONDS,
  });
  if (errors + non2xx > 0) throw new Error(`${url}: ${errors} errors, ${non2xx} refusals`);
  return requests.average;
}

/** A server that does nothing but hand out what the site answered. */
async function standBare(like: string): Promise<{ url: string; close: () => void }> {
  const answer = await fetch(like);
  const body = Buffer.from(await answer.arrayBuffer());
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-length': body.length });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function compareKeptPage({ urls }: ReaderStand): Promise<void> {
  const page = `${urls[0]}${PATH}`;
  await (await fetch(page)).text();
  const bare = await standBare(page);
  const ratios: number[] = [];
  const kept: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const reference = await perSecond(bare.url);
    const own = await perSecond(page);
    kept.push(own);
    ratios.push(own / reference);
  }
  bare.close();
  print('kept article page, 16 connections', median(kept), 'requests/s');
  print('  of a bare Node server with the same bytes', median(ratios), 'ratio');
}

async function measureFreshPages({ urls, ownerSql }: ReaderStand): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < 20; n += 1) {
    // Everything about this article has changed, says the database: the next page is rendered.
    await ownerSql(`SELECT pg_notify('viewpoints_changed', '{"tags":["journal"]}')`);
    await new Promise((done) => setTimeout(done, 50));
    const began = performance.now();
    const answer = await fetch(`${urls[0]}${PATH}`);
    await answer.text();
    if (!answer.headers.get('cache-status')?.includes('hit')) times.push(performance.now() - began);
  }
  if (times.length < 10) throw new Error('The pages were not rendered anew');
  print('article page not kept', median(times), 'ms');
}

async function measureFreshness(stand: ReaderStand): Promise<void> {
  const article = await stand.editorial.article.findFirstOrThrow({ where: { state: 'approved' } });
  const addresses = stand.urls.map((url) => `${url}/articles/${article.slug}`);
  await Promise.all(addresses.map(async (url) => (await fetch(url)).text()));
  const command = await stand.publisher();
  const revisionId = article.approvedRevisionId ?? '';
  await publishArticle(command, { id: article.id, revisionId });
  const began = performance.now();
  await Promise.all(
    addresses.map(async (url) => {
      while ((await fetch(url)).status !== 200);
    }),
  );
  print('published → seen on both instances', performance.now() - began, 'ms');
}

const stand = await standReaders(2);
try {
  await compareKeptPage(stand);
  await measureFreshPages(stand);
  await measureFreshness(stand);
} finally {
  await stand.stop();
}
