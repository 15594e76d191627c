import { createReadStream } from 'node:fs';
import { connectEditorial } from '@viewpoints/db/client';
import { listAccounts } from '@viewpoints/db/editorial/accounts';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import { importItems } from '../../core/import-items.ts';
import { openWordpress } from '../open-wordpress.ts';

/**
 * A process that imports a file, for a test that kills it: after each item it says so, and after so
 * many it waits for its end.
 */
const [url = '', path = '', accountId = '', items = ''] = process.argv.slice(2);
const editorial = connectEditorial(url, { poolSize: 1 });
const account = (await listAccounts(editorial)).find(({ id }) => id === accountId);
if (account === undefined) throw new Error('there is no such account');
const file = { open: () => createReadStream(path, { highWaterMark: 512 }), encoding: null };
const opened = await openWordpress(file, { pages: false });
const ctx = { editorial, account, instance: { media: fileStore(`${path}-media`) } };
await importItems(ctx, opened, {
  ...{ fileName: 'past.xml', uploads: null },
  onItem: (done) => {
    process.stdout.write(`${done}\n`);
    // Holds the process where it is: the next item is not begun.
    if (done === Number(items)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
await editorial.$disconnect();
