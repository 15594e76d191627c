import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answerSubscription } from './answer-subscription.ts';

const token = 'x'.repeat(64);
/** What the API is called with, and what it says. */
const calls: { path: string; body: unknown }[] = [];
const answers: Record<string, object> = {
  request: {},
  change: { hasLeft: false },
  preferences: {
    subscriptions: [
      {
        id: '0b2f4c1e-6d0a-4f0e-9a57-3c1f0d5e7a42',
        ...{ subject: { name: 'Newsletter (Deutsch)', path: '/subscribe' }, cadence: null },
      },
    ],
  },
};
let api: Server;
let site: Server;
const listen = async (server: Server) => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
let url: string;
beforeAll(async () => {
  api = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += chunk;
    });
    request.on('end', () => {
      const path = request.url?.split('/').at(-1) ?? '';
      calls.push({ path, body: JSON.parse(text) });
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answers[path] ?? {}));
    });
  });
  const apiUrl = await listen(api);
  site = createServer((request, response) => {
    void answerSubscription(request, response, {
      source: { apiUrl, secret: 'a secret of this test' },
      journal: async () => ({ name: 'Harbour Review', subscriptions: true }),
      isTooMany: () => false,
      asksTooOften: () => false,
      log: { error: () => {} },
    });
  });
  url = await listen(site);
});
afterAll(() => {
  api.close();
  site.close();
});
beforeEach(() => {
  calls.length = 0;
});

const post = (path: string, fields: Record<string, string>) =>
  fetch(`${url}${path}`, { method: 'POST', body: new URLSearchParams(fields) });
const oneClick = { 'List-Unsubscribe': 'One-Click' };
const path = `/subscriptions/leave/${token}/newsletter/de`;

test('the one click of a newsletter ends its list, and opening the link ends nothing', async () => {
  const page = await (await fetch(`${url}${path}`)).text();
  expect(page).toContain('Leave the newsletter of Harbour Review?');
  expect(page).toContain(`action="${path}"`);
  expect(calls).toEqual([]);
  const left = await (await post(path, oneClick)).text();
  expect(calls[0]).toEqual({
    path: 'change',
    body: { token, change: { act: 'leave_newsletter', language: 'de' } },
  });
  // A newsletter has no cadence to choose.
  expect(left).toContain('Newsletter (Deutsch)');
  expect(left).not.toContain('<select');
});

test('any other link of a list does nothing, and one without a list ends everything', async () => {
  for (const other of [`${path}/more`, `/subscriptions/leave/${token}/topic/de`])
    expect((await post(other, oneClick)).status).toBe(410);
  expect((await post(path, { 'List-Unsubscribe': 'Later' })).status).toBe(400);
  expect(calls).toEqual([]);
  await post(`/subscriptions/leave/${token}`, oneClick);
  expect(calls[0]?.body).toEqual({ token, change: { act: 'leave_all' } });
});

test('the form of a newsletter asks for its language, and for no cadence', async () => {
  const email = 'ana@mail.example';
  const response = await post('/subscribe', { kind: 'newsletter', language: 'de', email });
  expect(response.status).toBe(202);
  expect(calls[0]?.body).toEqual({
    ...{ subject: { kind: 'newsletter', language: 'de' }, address: email },
    ...{ cadence: 'at_once', language: 'de' },
  });
});
