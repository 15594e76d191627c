import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type AutosavePorts, createAutosave, type Failure } from './autosave.ts';

/** A server that counts saves, and a device that stores a copy; either may fail. */
function world(first = 1) {
  const server = { save: first, text: '', sends: 0, fails: null as Failure | null, slow: 0 };
  const device = { kept: null as { seen: number; text: string } | null };
  const page = { text: '' };
  const ports: AutosavePorts = {
    send: async (seen) => {
      server.sends += 1;
      const text = page.text;
      if (server.slow > 0) await new Promise((done) => setTimeout(done, server.slow));
      if (server.fails) throw server.fails;
      if (seen !== server.save) throw 'stale';
      server.text = text;
      server.save += 1;
      return server.save;
    },
    keep: async (seen) => {
      device.kept = { seen, text: page.text };
    },
    release: async () => {
      device.kept = null;
    },
    failureOf: (error) => error as Failure,
  };
  const autosave = createAutosave(first, ports);
  const write = (text: string) => {
    page.text = text;
    autosave.change();
  };
  return { server, device, autosave, write };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('saving by itself', () => {
  test('waits for a pause in typing, then names the save it saw', async () => {
    const { server, autosave, write } = world(7);
    for (const text of ['A', 'A f', 'A fer', 'A ferry']) {
      write(text);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(server.sends).toBe(0);
    expect(autosave.status().kind).toBe('unsaved');
    await vi.advanceTimersByTimeAsync(1000);
    expect(server).toMatchObject({ sends: 1, text: 'A ferry', save: 8 });
    expect(autosave.status().kind).toBe('saved');
    expect(autosave.seen()).toBe(8);
  });

  test('does not wait for ever for a user who types without a pause', async () => {
    const { server, write } = world();
    for (let second = 0; second < 10; second++) {
      write(`word ${second}`);
      await vi.advanceTimersByTimeAsync(900);
    }
    expect(server.sends).toBeGreaterThan(0);
  });

  test('what is written while a save is under way goes with the next', async () => {
    const { server, autosave, write } = world();
    server.slow = 500;
    write('one');
    await vi.advanceTimersByTimeAsync(1200);
    write('one two');
    await vi.advanceTimersByTimeAsync(300);
    expect(autosave.status().kind).not.toBe('saved');
    await vi.advanceTimersByTimeAsync(3000);
    expect(server).toMatchObject({ sends: 2, text: 'one two', save: 3 });
    expect(autosave.status().kind).toBe('saved');
  });

  test('one write is sent at a time, however slow the server is and even if it fails', async () => {
    const { server, autosave, write } = world();
    server.slow = 10_000;
    server.fails = 'may_pass';
    let underWay = 0;
    let most = 0;
    autosave.subscribe(() => {
      if (autosave.status().kind === 'saving') underWay += 1;
      else if (autosave.status().kind === 'waiting') underWay -= 1;
      most = Math.max(most, underWay);
    });
    for (let second = 0; second < 9; second++) {
      write(`word ${second}`);
      await vi.advanceTimersByTimeAsync(1100);
    }
    const flushed = autosave.flush().catch(() => 'failed');
    await vi.advanceTimersByTimeAsync(3000);
    expect({ sends: server.sends, most }).toEqual({ sends: 2, most: 1 });
    server.fails = null;
    await vi.advanceTimersByTimeAsync(60_000);
    await flushed;
    expect(server).toMatchObject({ text: 'word 8', save: 2 });
    expect(autosave.status().kind).toBe('saved');
  });

  test('does not mistake its own save for another editor’s if the server is slower than the typing', async () => {
    const { server, autosave, write } = world();
    server.slow = 10_000;
    const seen = new Set<string>();
    autosave.subscribe(() => seen.add(autosave.status().kind));
    for (let second = 0; second < 30; second++) {
      write(`word ${second}`);
      await vi.advanceTimersByTimeAsync(1100);
    }
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.text).toBe('word 29');
    expect([...seen].sort()).toEqual(['saved', 'saving', 'unsaved']);
  });

  test('a correction made while the server refuses what was there before is sent', async () => {
    const { server, autosave, write } = world();
    server.slow = 3000;
    server.fails = 'refused';
    write('too long');
    await vi.advanceTimersByTimeAsync(1500);
    write('short');
    await vi.advanceTimersByTimeAsync(2900);
    expect(autosave.status().kind).toBe('failed');
    server.fails = null;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(server.text).toBe('short');
    expect(autosave.status().kind).toBe('saved');
  });

  test('keeps a copy on the device until the server has it', async () => {
    const { device, write } = world(3);
    write('precious');
    await vi.advanceTimersByTimeAsync(250);
    expect(device.kept).toEqual({ seen: 3, text: 'precious' });
    await vi.advanceTimersByTimeAsync(1000);
    expect(device.kept).toBeNull();
  });

  test('goes on by itself when the server can be reached again', async () => {
    const { server, device, autosave, write } = world();
    server.fails = 'may_pass';
    write('by candle light');
    await vi.advanceTimersByTimeAsync(1500);
    expect(autosave.status().kind).toBe('waiting');
    write('by candle light, alone');
    await vi.advanceTimersByTimeAsync(1000);
    expect(device.kept?.text).toBe('by candle light, alone');
    server.fails = null;
    await vi.advanceTimersByTimeAsync(30_000);
    expect(server.text).toBe('by candle light, alone');
    expect(autosave.status().kind).toBe('saved');
  });

  test('sends nothing over a save it has not seen', async () => {
    const { server, device, autosave, write } = world(1);
    server.save = 2;
    server.text = 'theirs';
    write('mine');
    await vi.advanceTimersByTimeAsync(20_000);
    expect(server).toMatchObject({ sends: 1, text: 'theirs' });
    expect(autosave.status().kind).toBe('stale');
    expect(device.kept?.text).toBe('mine');
    await expect(autosave.flush()).rejects.toBe('stale');
  });

  test('saves what a person decided, over the save they looked at', async () => {
    const { server, autosave, write } = world(1);
    server.save = 2;
    write('mine');
    await vi.advanceTimersByTimeAsync(2000);
    autosave.rebase(2, { unsaved: true });
    await vi.advanceTimersByTimeAsync(10);
    expect(server).toMatchObject({ text: 'mine', save: 3 });
    expect(autosave.status().kind).toBe('saved');
  });

  test('a refusal is shown, keeps the copy, and is tried again after the next change', async () => {
    const { server, device, autosave, write } = world();
    server.fails = 'refused';
    write('too long');
    await vi.advanceTimersByTimeAsync(2000);
    expect(autosave.status().kind).toBe('failed');
    expect(device.kept?.text).toBe('too long');
    server.fails = null;
    write('short');
    await vi.advanceTimersByTimeAsync(2000);
    expect(autosave.status().kind).toBe('saved');
    expect(server.text).toBe('short');
  });

  test('flushing sends at once and resolves when the server has everything', async () => {
    const { server, autosave, write } = world();
    server.slow = 100;
    write('now');
    const flushed = autosave.flush();
    await vi.advanceTimersByTimeAsync(50);
    write('now!');
    await vi.advanceTimersByTimeAsync(500);
    await flushed;
    expect(server.text).toBe('now!');
  });
});
