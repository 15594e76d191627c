import { randomUUID } from 'node:crypto';
import { Awareness, applyCursors, encodeCursors } from '@viewpoints/working-copy/cursors';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { InstanceMessage } from './instance-messages.ts';
import { createSharedCursors } from './shared-cursors.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const articleId = randomUUID();

/** The cursors of two instances, of which neither has said yet who has an article open there. */
function startTwo() {
  const said: InstanceMessage[] = [];
  type Instance = ReturnType<typeof createSharedCursors>;
  const all: Instance[] = [];
  const start = (name: string): Instance => {
    const own = createSharedCursors({
      send: async (message) => {
        said.push(message);
        for (const other of all.filter((each) => each !== own)) {
          if (message.kind === 'cursors') other.receive(name, message);
          if (message.kind === 'opened') other.sendAll(message.articleId);
        }
      },
      isElsewhere: () => false,
    });
    all.push(own);
    return own;
  };
  return { one: start('one'), other: start('other'), said };
}

/** A page at an instance, which sends its cursor. */
function join(instance: ReturnType<typeof createSharedCursors>, awareness: Awareness): number {
  const page = new Awareness(new Y.Doc());
  page.setLocalState({ cursor: null });
  instance.claim(articleId, page.clientID);
  applyCursors(awareness, encodeCursors(page, [page.clientID]), 'connection');
  page.destroy();
  return page.clientID;
}

const awarenessOfServer = () => {
  const awareness = new Awareness(new Y.Doc());
  awareness.setLocalState(null);
  return awareness;
};

test('an instance that opens an article learns who is there, before others know that it has', async () => {
  const { one, other } = startTwo();
  const [here, there] = [awarenessOfServer(), awarenessOfServer()];
  one.open(articleId, here);
  const client = join(one, here);
  other.open(articleId, there);
  await vi.advanceTimersByTimeAsync(100);
  expect([...there.getStates().keys()]).toEqual([client]);
  // It was not reported as gone, but its instance was.
  other.removeInstance('two');
  expect(there.getStates().size).toBe(1);
  other.removeInstance('one');
  expect(there.getStates().size).toBe(0);
});

test('cursors are sent to nobody where no other instance has the article open', async () => {
  const { one, said } = startTwo();
  const here = awarenessOfServer();
  one.open(articleId, here);
  join(one, here);
  await vi.advanceTimersByTimeAsync(1000);
  expect(said).toEqual([{ kind: 'opened', articleId }]);
});
