import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { EdgeCaches } from './edge-caches.ts';

const requested: string[] = [];
const edgeCache = createServer((request, response) => {
  requested.push(`${request.url} ${request.headers['accept-encoding']}`);
  const stored = request.url === '/there' ? '; ttl=1' : '';
  response.writeHead(stored === '' ? 404 : 200, {
    'Cache-Status': `viewpoints; fwd=miss${stored}`,
  });
  response.end();
});
let url = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => edgeCache.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(edgeCache.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => edgeCache.close(resolve)));

const newEdgeCaches = () => {
  const warnings: unknown[] = [];
  const log = { warn: (what: unknown) => void warnings.push(what) };
  return { edgeCaches: new EdgeCaches({ urls: [url], log }), warnings };
};

describe('caches in front', () => {
  it('given a change, refetch what shows it in each form, and nothing else', async () => {
    const { edgeCaches, warnings } = newEdgeCaches();
    requested.length = 0;
    edgeCaches.noteSent('/there', new Set(['article:1', 'journal']));
    edgeCaches.noteSent('/other', new Set(['article:2', 'journal']));
    await edgeCaches.refresh(['article:1']);
    expect(requested.sort()).toEqual(['/there br', '/there gzip']);
    expect(warnings).toEqual([]);
  });

  it('given nothing there any more, do not take the old page for replaced', async () => {
    const { edgeCaches, warnings } = newEdgeCaches();
    edgeCaches.noteSent('/archived', new Set(['article:1']));
    let over = false;
    void edgeCaches.refresh(['article:1']).then(() => {
      over = true;
    });
    await vi.waitFor(() => expect(warnings).toEqual([{ failed: 2 }]));
    expect(over).toBe(false);
  });

  it('hold no page with more tags than a header takes', () => {
    const { edgeCaches } = newEdgeCaches();
    const tags = (count: number) =>
      new Set(Array.from({ length: count }, () => `finding:${crypto.randomUUID()}`));
    expect(edgeCaches.mayCache(tags(150))).toBe(true);
    expect(edgeCaches.mayCache(tags(200))).toBe(false);
  });
});
