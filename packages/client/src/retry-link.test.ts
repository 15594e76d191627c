import { execFile } from 'node:child_process';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { describeProblem, type ProblemCode } from '@viewpoints/domain/problem';
import { reason } from '@viewpoints/domain/refusal';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createViewpoints } from './client.ts';
import { attempt } from './problem.ts';

/** The server's behaviour for the next requests, in order; after them it answers. */
let next: ('hang' | 'break' | ProblemCode)[] = [];
let paths: string[] = [];
/** Settled when the caller of a hanging request is gone. */
let hungUp: Promise<void>[] = [];
let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(({ url: address = '' }, response) => {
    const [path = ''] = address.slice('/trpc/'.length).split('?');
    paths.push(path);
    answer(next.shift(), path, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  [next, paths, hungUp] = [[], [], []];
});
afterEach(() => {
  vi.useRealTimers();
});

function answer(how: (typeof next)[number] | undefined, path: string, response: ServerResponse) {
  if (how === 'hang') {
    hungUp.push(new Promise((resolve) => response.on('close', resolve)));
    return;
  }
  if (how === 'break') return response.destroy();
  const wait = how === 'too_many_requests' ? [reason(how, 'Wait.', null, { seconds: 20 })] : [];
  const problem = how && describeProblem(how, wait, 'request-1');
  const each = problem
    ? { error: { code: -32000, message: problem.title, data: { problem } } }
    : { result: { data: 'an answer' } };
  response.writeHead(problem?.status ?? 200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(path.split(',').map(() => each)));
}

const create = { headline: 'A draft' };
const client = (options: { retries?: number; timeout?: number } = {}) =>
  createViewpoints({ url, token: 'vp_any', ...options });
const codeOf = async (call: Promise<unknown>) => {
  const found = await attempt(call);
  return found.ok ? found.value : found.problem.code;
};

describe('a call of the client', () => {
  it('is tried twice more while the API is not there', async () => {
    next = ['unavailable', 'break'];
    expect(await codeOf(client().journal.get.query())).toBe('an answer');
    expect(paths).toHaveLength(3);
  });

  it('ends with the problem of the last try', async () => {
    next = ['break', 'break', 'unavailable', 'break'];
    expect(await codeOf(client().journal.get.query())).toBe('unavailable');
    expect(paths).toHaveLength(3);
    next = ['break'];
    expect(await codeOf(client({ retries: 0 }).journal.get.query())).toBe('unreachable');
    expect(paths).toHaveLength(4);
  });

  it('is sent once if another try would be no use', async () => {
    next = ['not_found'];
    expect(await codeOf(client().journal.get.query())).toBe('not_found');
    expect(paths).toHaveLength(1);
  });

  it('is sent once if it changes something', async () => {
    for (const how of ['break', 'unavailable', 'too_many_requests'] as const) {
      next = [how];
      const code = await codeOf(client().editor.articles.create.mutate(create));
      expect(code).toBe(how === 'break' ? 'unreachable' : how);
    }
    expect(paths).toHaveLength(3);
  });

  it.each([
    ['timed_out', 0],
    ['timed_out', 2],
    ['unreachable', 0],
    ['unreachable', 2],
    ['cancelled', 0],
  ] as const)(
    'that changes something and is %s, with %i retries, may have been done',
    async (code, retries) => {
      const nextAfter = async (begin: (signal: AbortSignal) => Promise<unknown>) => {
        [next, paths] = [[code === 'unreachable' ? 'break' : 'hang'], []];
        const controller = new AbortController();
        const call = attempt(begin(controller.signal));
        await expect.poll(() => paths).toHaveLength(1);
        if (code === 'cancelled') controller.abort();
        const found = await call;
        return found.ok ? null : [found.problem.code, found.problem.next];
      };
      const { editor, journal } = client({ retries, timeout: code === 'timed_out' ? 300 : 0 });
      expect(
        await nextAfter((signal) => editor.articles.create.mutate(create, { signal })),
      ).toEqual([code, expect.stringContaining('may have been done')]);
      if (retries > 0) return;
      expect(await nextAfter((signal) => journal.get.query(undefined, { signal }))).toEqual([
        code,
        expect.not.stringContaining('done'),
      ]);
    },
  );

  it.each([
    ['reads', 60_000],
    ['changes something', 360_000],
  ] as const)(
    'that %s may take %i milliseconds unless the program says otherwise',
    async (kind, limit) => {
      next = ['hang'];
      const { journal, editor } = client({ retries: 0 });
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      let ended: unknown = null;
      const call = codeOf(
        kind === 'reads' ? journal.get.query() : editor.articles.create.mutate(create),
      ).then((code) => {
        ended = code;
      });
      // Starts the batch. Polling would move the clock.
      await vi.advanceTimersByTimeAsync(0);
      while (paths.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(limit - 1);
      expect(ended).toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      await call;
      expect(ended).toBe('timed_out');
    },
  );

  it('is ended and tried again if it takes too long', async () => {
    next = ['hang'];
    const viewpoints = client({ timeout: 500 });
    expect(await codeOf(viewpoints.journal.get.query())).toBe('an answer');
    next = ['hang', 'hang', 'hang'];
    expect(await codeOf(viewpoints.editor.articles.create.mutate(create))).toBe('timed_out');
    await Promise.all(hungUp);
    expect(hungUp).toHaveLength(2);
  });

  it('ends at once when it is cancelled, and so does its request', async () => {
    next = ['hang'];
    const controller = new AbortController();
    const call = codeOf(client().journal.get.query(undefined, { signal: controller.signal }));
    await expect.poll(() => hungUp).toHaveLength(1);
    controller.abort();
    expect(await call).toBe('cancelled');
    await Promise.all(hungUp);
    expect(paths).toHaveLength(1);
  });

  it('is not sent if it was cancelled before, and not tried again once it is', async () => {
    const before = { signal: AbortSignal.abort() };
    expect(await codeOf(client().journal.get.query(undefined, before))).toBe('cancelled');
    expect(paths).toHaveLength(0);
    next = ['too_many_requests'];
    const controller = new AbortController();
    const call = codeOf(client().journal.get.query(undefined, { signal: controller.signal }));
    await expect.poll(() => paths).toHaveLength(1);
    controller.abort();
    expect(await call).toBe('cancelled');
    expect(paths).toHaveLength(1);
  });

  it('that is cancelled before another try keeps no program running', async () => {
    next = ['too_many_requests'];
    const program = `
      import { createViewpoints } from ${JSON.stringify(import.meta.resolve('./client.ts'))};
      const controller = new AbortController();
      const waiting = createViewpoints({ url: ${JSON.stringify(url)} })
        .journal.get.query(undefined, { signal: controller.signal });
      setTimeout(() => controller.abort(), 1_000);
      await waiting.catch((error) => console.log(error.message));`;
    const run = promisify(execFile);
    // The API requests a wait of 20 seconds.
    const options = { timeout: 15_000 };
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], options);
    expect([stdout.trim(), paths.length]).toEqual(['The call was cancelled', 1]);
  }, 20_000);

  it('goes on if another of its batch is cancelled', async () => {
    next = ['hang'];
    const controller = new AbortController();
    const viewpoints = client();
    const cancelled = codeOf(
      viewpoints.journal.get.query(undefined, { signal: controller.signal }),
    );
    const other = codeOf(viewpoints.front.get.query());
    await expect.poll(() => paths).toEqual(['journal.get,front.get']);
    controller.abort();
    expect(await cancelled).toBe('cancelled');
    server.closeAllConnections();
    expect(await other).toBe('an answer');
    expect(paths).toEqual(['journal.get,front.get', 'front.get']);
  });

  it('travels with 29 others at most', async () => {
    const viewpoints = client();
    await Promise.all(Array.from({ length: 31 }, () => viewpoints.journal.get.query()));
    expect(paths.map((path) => path.split(',').length)).toEqual([30, 1]);
  });
});
