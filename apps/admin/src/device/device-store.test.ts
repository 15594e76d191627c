import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import {
  closeStore,
  countOnDevice,
  deleteAccountEntries,
  deleteOtherAccounts,
  keepOnDevice,
  listOnDevice,
  releaseFromDevice,
} from './device-store.ts';

const [ines, oda] = [
  '01900000-0000-7000-8000-000000000001',
  '01900000-0000-7000-8000-000000000002',
];

test('stored values belong to one account, and no other gets them', async () => {
  await keepOnDevice(ines, ['article', 'one', 'page'], 'of Ines');
  await keepOnDevice(oda, ['article', 'one', 'page'], 'of Oda');
  await keepOnDevice(ines, ['article', 'onerous', 'page'], 'another');
  expect(await listOnDevice(ines, ['article', 'one'])).toEqual([
    { parts: ['article', 'one', 'page'], value: 'of Ines' },
  ]);
  expect([await countOnDevice(ines), await countOnDevice(oda)]).toEqual([2, 1]);
  await releaseFromDevice(ines, [['article', 'onerous', 'page']]);
  expect(await countOnDevice(ines)).toBe(1);
});

test('goes with its account, or when another one comes', async () => {
  await keepOnDevice(ines, ['finding', 'one', 'new'], 'of Ines');
  await deleteAccountEntries(ines);
  expect([await countOnDevice(ines), await countOnDevice(oda)]).toEqual([0, 1]);
  await keepOnDevice(ines, ['finding', 'one', 'new'], 'of Ines');
  await deleteOtherAccounts(ines);
  expect([await countOnDevice(ines), await countOnDevice(oda)]).toEqual([1, 0]);
});

test('nothing more is stored once the account has left', async () => {
  await deleteAccountEntries(ines);
  closeStore();
  await keepOnDevice(ines, ['article', 'one', 'page'], 'too late');
  expect(await countOnDevice(ines)).toBe(0);
});
