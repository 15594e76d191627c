import { importItems } from '@viewpoints/api/import/core/import-items';
import { openGhost } from '@viewpoints/api/import/ghost/open-ghost';
import { type BuiltPost, buildGhost } from '@viewpoints/api/import/ghost/testing/build-ghost';
import { connectEditorial } from '@viewpoints/db/client';
import { listAccounts } from '@viewpoints/db/editorial/accounts';
import { fileStore } from '@viewpoints/pictures/store/file-store';
import type { BrowserCommand } from 'vitest/node';
import type {} from './api-setup.ts';

/** Brings in posts of a fictional site as an editor does on the command line; returns the import. */
export const importPosts: BrowserCommand<[address: string, posts: BuiltPost[]]> = async (
  { project },
  address,
  posts,
) => {
  const editorial = connectEditorial(project.getProvidedContext().databaseUrl, { poolSize: 1 });
  try {
    const account = (await listAccounts(editorial)).find(({ email }) =>
      email.startsWith('member@'),
    );
    if (account === undefined) throw new Error('there is no such account');
    const open = async function* () {
      yield Buffer.from(buildGhost(posts));
    };
    const site = { address, pattern: '/{slug}/' };
    const opened = await openGhost({ open }, { site, pages: false });
    const ctx = { editorial, account, instance: { media: fileStore('/nowhere') } };
    return (await importItems(ctx, opened, { fileName: 'past.json', uploads: null })).run.id;
  } finally {
    await editorial.$disconnect();
  }
};
