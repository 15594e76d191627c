import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Part, pauseAfter, supervise } from './supervise.ts';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

/** A real process that does nothing until it is ended. */
function startProcess(): Part & { child: ChildProcess } {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  children.push(child);
  const ended = once(child, 'exit').then(([code, signal]) => signal ?? code);
  return { child, ended };
}

function watch(overrides: Partial<Parameters<typeof supervise>[1]> = {}) {
  const said: string[] = [];
  const started: ChildProcess[] = [];
  const over = new AbortController();
  const first = startProcess();
  const done = supervise(first, {
    name: 'The api',
    start: async () => {
      const running = startProcess();
      started.push(running.child);
      return running;
    },
    signal: over.signal,
    say: (sentence) => said.push(sentence),
    ...overrides,
  });
  return { said, started, over, first, done };
}

describe('a part of the product', () => {
  it('is started again when it is killed, and one sentence says so', async () => {
    const { said, started, over, first, done } = watch();
    first.child.kill('SIGKILL');
    await vi.waitFor(() => expect(started).toHaveLength(1), { timeout: 10_000 });
    expect(said).toEqual(['The api ended by itself (SIGKILL). It is started again in 1 s.']);
    over.abort();
    await done;
  });

  it('that cannot be started is tried again, each time after a longer pause', async () => {
    let tries = 0;
    const { said, over, first, done } = watch({
      start: async () => {
        tries += 1;
        throw new Error('no disk');
      },
    });
    first.child.kill('SIGKILL');
    await vi.waitFor(() => expect(tries).toBe(2), { timeout: 15_000 });
    over.abort();
    await done;
    expect(said[0]).toContain('started again in 1 s');
    expect(said[1]).toContain('no disk');
    expect(said[1]).toContain('The api could not be started again. It is tried again in 2 s.');
  });

  it('is left alone once all is to end, also in the middle of a pause', async () => {
    const { started, over, first, done } = watch();
    first.child.kill('SIGKILL');
    await once(first.child, 'exit');
    over.abort();
    await done;
    expect(started).toEqual([]);
  });

  it('that is being started when all is to end is known by then', async () => {
    const gate = Promise.withResolvers<void>();
    const known: Part[] = [];
    const { over, first, done } = watch({
      start: async () => {
        const running = startProcess();
        await gate.promise;
        return running;
      },
      onStarted: (running) => known.push(running),
    });
    first.child.kill('SIGKILL');
    await vi.waitFor(() => expect(children).toHaveLength(2), { timeout: 10_000 });
    over.abort();
    gate.resolve();
    await done;
    expect(known).toHaveLength(1);
  });

  it('that was stopped on request is started again without a message or a pause', async () => {
    let stopped = false;
    const first = startProcess();
    const said: string[] = [];
    const over = new AbortController();
    const starting = Promise.withResolvers<void>();
    const done = supervise(
      { ...first, stopped: () => stopped },
      {
        name: 'The api',
        start: async () => {
          starting.resolve();
          return startProcess();
        },
        signal: over.signal,
        say: (sentence) => said.push(sentence),
      },
    );
    stopped = true;
    first.child.kill('SIGTERM');
    await starting.promise;
    expect(said).toEqual([]);
    over.abort();
    await done;
  });

  it('waits for a change of the sources where it is being written', async () => {
    const changed = Promise.withResolvers<void>();
    let tries = 0;
    const { said, over, first, done } = watch({
      start: async () => {
        tries += 1;
        if (tries === 1) throw new Error('a mistake');
        return startProcess();
      },
      nextChange: () => changed.promise,
    });
    first.child.kill('SIGKILL');
    await vi.waitFor(() => expect(said.at(-1)).toContain('Waiting for a change'), {
      timeout: 10_000,
    });
    expect(tries).toBe(1);
    changed.resolve();
    await vi.waitFor(() => expect(tries).toBe(2));
    over.abort();
    await done;
  });
});

it('pauses grow from a second to half a minute', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 50].map(pauseAfter)).toEqual([
    ...[1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000],
  ]);
});
