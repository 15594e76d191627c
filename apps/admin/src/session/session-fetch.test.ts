import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { askToConfirm, askToSignIn, resumeCalls, sessionFetch } from './session-fetch.ts';

/** A server with one session, which may end. */
let server: Server;
let url: string;
let signedIn = true;
let heard: string[] = [];
/** What a refused call requires before a retry; null if it is let through. */
let unconfirmed: 'password' | 'code' | null = null;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      response.writeHead(!signedIn ? 401 : unconfirmed || body === 'no role' ? 403 : 200);
      const problem =
        body === 'no role'
          ? { code: 'not_permitted', reasons: [] }
          : { code: 'authentication_required', reasons: [{ details: { by: unconfirmed } }] };
      response.end(JSON.stringify([{ error: { data: { problem } } }]));
      heard.push(`${body} ${response.statusCode}`);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((closed) => server.close(closed)));

let prompts = 0;
let leave = () => {};
beforeEach(() => {
  signedIn = true;
  unconfirmed = null;
  heard = [];
  prompts = 0;
});
afterEach(() => leave());

const askingPage = () => {
  leave = askToSignIn(() => {
    prompts += 1;
    return true;
  });
};
const save = (body: string) => sessionFetch(url, { method: 'POST', body });
const until = async (met: () => boolean) => {
  while (!met()) await new Promise((done) => setTimeout(done, 5));
};

test('a call that the end of the session stopped is made again once there is one', async () => {
  askingPage();
  signedIn = false;
  const calls = [save('first'), save('second')];
  await until(() => prompts === 2);
  signedIn = true;
  resumeCalls();
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([200, 200]);
  expect(heard.toSorted()).toEqual(['first 200', 'first 401', 'second 200', 'second 401']);
});

test('a response from before the user signed in again prompts for nothing', async () => {
  askingPage();
  signedIn = false;
  const late = save('late');
  await until(() => heard.length === 1);
  signedIn = true;
  resumeCalls();
  expect((await late).status).toBe(200);
});

test('a session that ends again at once prompts again', async () => {
  askingPage();
  signedIn = false;
  const call = save('twice');
  await until(() => prompts === 1);
  resumeCalls();
  await until(() => prompts === 2);
  signedIn = true;
  resumeCalls();
  expect((await call).status).toBe(200);
});

test('if nobody is to be prompted, or the page is left, the call is refused', async () => {
  signedIn = false;
  expect((await save('at the door')).status).toBe(401);
  leave = askToSignIn(() => false);
  expect((await save('signing out')).status).toBe(401);
  askingPage();
  const left = save('left');
  await until(() => prompts === 1);
  // Another account may have signed in by the time the page closes.
  signedIn = true;
  leave();
  expect((await left).status).toBe(401);
  expect(heard.filter((call) => call.startsWith('left'))).toEqual(['left 401']);
});

test.each(['password', 'code'] as const)('a call is made again once a %s is given', async (by) => {
  const questions: string[] = [];
  const end = askToConfirm(async (what) => {
    questions.push(what);
    unconfirmed = null;
    return true;
  });
  unconfirmed = by;
  expect((await save('roles')).status).toBe(200);
  expect(heard).toEqual(['roles 403', 'roles 200']);
  expect(questions).toEqual([by]);
  end();
});

test('two calls at the same moment prompt once; if nothing is given, both are refused', async () => {
  let questions = 0;
  let answer = (_given: boolean) => {};
  const end = askToConfirm(() => {
    questions += 1;
    return new Promise((resolve) => {
      answer = resolve;
    });
  });
  unconfirmed = 'password';
  const calls = [save('first'), save('second')];
  await until(() => heard.length === 2 && questions > 0);
  await new Promise((done) => setTimeout(done, 50));
  answer(false);
  expect((await Promise.all(calls)).map(({ status }) => status)).toEqual([403, 403]);
  expect([questions, heard.length]).toEqual([1, 2]);
  end();
  expect((await save('nobody to ask')).status).toBe(403);
});

test('other refusals prompt for nothing, nor do several calls in one request', async () => {
  let questions = 0;
  const end = askToConfirm(async () => {
    questions += 1;
    return false;
  });
  const refused = await save('no role');
  // The caller can still read why it was refused.
  expect(await refused.json()).toMatchObject([{ error: { data: { problem: {} } } }]);
  unconfirmed = 'password';
  const batch = await sessionFetch(`${url}trpc/a,b?batch=1`, { method: 'POST', body: 'two' });
  expect([refused.status, batch.status, questions]).toEqual([403, 403, 0]);
  end();
});
