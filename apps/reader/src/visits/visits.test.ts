import type { VisitBatch } from '@viewpoints/api/reader-caller';
import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { Visits } from './visits.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const requestWith = (headers: Record<string, string> = {}, method = 'GET') => ({
  method,
  headers: { 'user-agent': FIREFOX, ...headers },
});

let written: VisitBatch[] = [];
let broken = false;
let visits: Visits;
const newVisits = () =>
  new Visits({
    siteUrl: 'https://journal.example',
    log: pino({ level: 'silent' }),
    count: async (batch) => {
      if (broken) throw new Error('out of reach');
      written.push(batch);
    },
  });
beforeEach(() => {
  written = [];
  broken = false;
  visits = newVisits();
});

const pagesWritten = async () => {
  await visits.write();
  return written.map(({ pages }) => pages);
};

describe('a read', () => {
  it('is counted by page, whatever the query', async () => {
    for (const key of ['/', '/articles/a', '/findings?actor=x', '/findings?actor=y', '/articles/a'])
      visits.read(requestWith(), key);
    expect(await pagesWritten()).toEqual([{ '/': 1, '/articles/a': 2, '/findings': 2 }]);
  });

  it.each([
    ['who does not want to be tracked', { dnt: '1' }],
    ['with Global Privacy Control', { 'sec-gpc': '1' }],
    ['fetched ahead', { 'sec-purpose': 'prefetch;prerender' }],
    ['fetched ahead, as it was once said', { purpose: 'prefetch' }],
    ['a script', { 'sec-fetch-dest': 'empty' }],
    ['a crawler', { 'user-agent': 'Mozilla/5.0 (compatible; Googlebot/2.1)' }],
    ['a program', { 'user-agent': 'curl/8.5.0' }],
    ['nobody', { 'user-agent': '' }],
    ['an agent of no browser’s length', { 'user-agent': FIREFOX + 'x'.repeat(5000) }],
  ])('by or of %s is not', async (_, headers) => {
    visits.read(requestWith(headers as Record<string, string>), '/');
    expect(await pagesWritten()).toEqual([]);
  });

  it('that requests no body, or of an agent that does not identify itself, is none', async () => {
    visits.read(requestWith({}, 'HEAD'), '/');
    visits.read({ method: 'GET', headers: {} }, '/');
    expect(await pagesWritten()).toEqual([]);
  });

  it('of a reader who allows counting, is', async () => {
    visits.read(requestWith({ dnt: '0', 'sec-fetch-dest': 'document' }), '/');
    expect(await pagesWritten()).toEqual([{ '/': 1 }]);
  });

  it('stores the host it came from and no more, the journal’s own left out', async () => {
    for (const referer of [
      'https://search.example/?q=private',
      'https://search.example/other',
      'https://journal.example/articles/a',
      'https://journal.example.elsewhere.example/',
      'nonsense',
    ])
      visits.read(requestWith({ referer }), '/');
    await visits.write();
    expect(written[0]?.referrers).toEqual({
      'search.example': 2,
      'journal.example.elsewhere.example': 1,
    });
  });
});

describe('a search that found nothing', () => {
  const search = (query: string, day = '2026-02-05') =>
    visits.countSearchWithoutResults(requestWith(), query, new Date(`${day}T12:00:00Z`));
  const searchesWritten = async () => {
    await visits.write();
    return written.map(({ searches }) => searches);
  };

  it('leaves this process once it is made again, on the same day', async () => {
    search('Ostrava');
    search('ines.falk@journal.example');
    search('ines.falk@journal.example');
    expect(await searchesWritten()).toEqual([]);
    search('ostrava ', '2026-02-06');
    expect(await searchesWritten()).toEqual([]);
    search(' OSTRAVA', '2026-02-06');
    expect(await searchesWritten()).toEqual([{ ostrava: 2 }]);
    search('ostrava', '2026-02-06');
    expect(await searchesWritten()).toEqual([{ ostrava: 2 }, { ostrava: 1 }]);
  });

  it('is not counted for who does not want to be', async () => {
    for (let times = 0; times < 3; times += 1)
      visits.countSearchWithoutResults(requestWith({ 'sec-gpc': '1' }), 'ostrava');
    expect(await searchesWritten()).toEqual([]);
  });
});

describe('what was counted', () => {
  it('waits for a database that is out of reach, and is written once', async () => {
    visits.read(requestWith({ referer: 'https://a.example/' }), '/');
    broken = true;
    await visits.write();
    visits.read(requestWith(), '/');
    broken = false;
    await visits.write();
    await visits.stop();
    expect(written).toEqual([{ pages: { '/': 2 }, referrers: { 'a.example': 1 }, searches: {} }]);
  });

  it('takes no more memory however many names there are', async () => {
    for (let index = 0; index < 5000; index += 1)
      visits.read(requestWith({ referer: `https://a${index}.example/` }), `/x/${index}`);
    await visits.write();
    expect(Object.keys(written[0]?.pages ?? {})).toHaveLength(2000);
    expect(Object.keys(written[0]?.referrers ?? {})).toHaveLength(2000);
  });
});
