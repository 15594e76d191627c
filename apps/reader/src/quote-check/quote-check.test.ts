import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerQuoteCheck, isQuoteCheck } from './answer-quote-check.ts';

const server = createServer((request, response) =>
  answerQuoteCheck(request, response, {
    source: { apiUrl: 'http://127.0.0.1:9', secret: 'x'.repeat(40) },
    journal: async () => ({ name: 'Harbour Review' }),
    isTooMany: () => false,
    log: { error: () => {} },
  }),
);
let site: string;
beforeAll(async () => {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

test('what programs fetch of a link names no journal and no purpose, in its address neither', async () => {
  const token = 'x'.repeat(43);
  expect(isQuoteCheck('GET', `/p/${token}`)).toBe(true);
  expect(isQuoteCheck('POST', '/p')).toBe(true);
  expect(isQuoteCheck('GET', '/publications')).toBe(false);
  const cover = await fetch(`${site}/p/${token}`);
  expect(cover.status).toBe(200);
  const incomplete = await fetch(`${site}/p/${token.slice(1)}`);
  expect(incomplete.status).toBe(410);
  for (const answer of [cover, incomplete]) {
    // The styles are those of every plain page.
    const words = (await answer.text()).replace(/<style>.*<\/style>/s, '');
    expect(words).not.toMatch(/Harbour|journal|quote|check|passage|publish|source/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-robots-tag')).toContain('noindex');
  }
});
