import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSetupStatus } from './read-setup-status.ts';

let answer: (response: ServerResponse) => void;
const api = createServer((_request, response) => answer(response));

beforeAll(async () => {
  api.listen(0, '127.0.0.1');
  await once(api, 'listening');
  process.env.API_URL = `http://127.0.0.1:${(api.address() as AddressInfo).port}`;
});
afterAll(() => api.close());

const says = (owned: boolean) => (response: ServerResponse) =>
  response.end(JSON.stringify({ result: { data: { owned } } }));

describe('whether the journal has an owner', () => {
  it('is what the API says', async () => {
    answer = says(true);
    expect(await readSetupStatus()).toEqual({ owned: true });
    answer = says(false);
    expect(await readSetupStatus()).toEqual({ owned: false });
  });

  it('is not known where the API refuses or breaks off, and never taken as owned', async () => {
    answer = (response) => response.writeHead(503).end('{}');
    expect(await readSetupStatus()).toEqual({ owned: null });
    answer = (response) => response.destroy();
    expect(await readSetupStatus()).toEqual({ owned: null });
  });
});
