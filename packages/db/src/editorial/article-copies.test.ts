import { idOf } from '@viewpoints/domain/testing/builders';
import { expect, test } from 'vitest';
import { changesAfter, type StoredCopy } from './article-copies.ts';

const update = (id: bigint) => ({
  id,
  save: Number(id) + 10,
  update: new Uint8Array([Number(id)]),
});
const copy: StoredCopy = {
  ...{ articleId: idOf(1), state: new Uint8Array(), save: 12, foldedId: 2n, version: 5 },
  updates: [update(3n), update(4n), update(6n)],
};

test('a server that has read up to an update is given those that were stored after it', () => {
  const changes = {
    id: 6n,
    save: 16,
    version: 5,
    updates: [new Uint8Array([4]), new Uint8Array([6])],
  };
  expect(changesAfter(copy, 3n)).toEqual(changes);
  expect(changesAfter(copy, 6n)).toEqual({ ...changes, updates: [] });
});

test('and none where some of those are in the state already, or nothing was stored', () => {
  expect(changesAfter(copy, 2n)?.updates).toHaveLength(3);
  expect(changesAfter(copy, 1n)).toBeNull();
  expect(changesAfter({ ...copy, updates: [] }, 2n)).toBeNull();
});
