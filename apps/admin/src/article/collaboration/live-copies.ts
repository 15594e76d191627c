import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import { claimPage, openPages } from '../saving/local-copies.ts';

/** Changes of a page that the server has not acknowledged; they can be applied repeatedly. */
type KeptChange = { page: string; change: Uint8Array };

/** Changes of this page that are not on the server yet, stored on this device by account. */
export type LiveCopies = {
  keep: (change: Uint8Array) => Promise<void>;
  release: () => Promise<void>;
  /** Changes left by pages that are no longer open. */
  abandoned: () => Promise<KeptChange[]>;
  releaseAbandoned: (kept: readonly KeptChange[]) => Promise<void>;
  /** This page is being closed: its stored changes are for the next one to send. */
  leave: () => void;
};

export function openLiveCopies(accountId: string, articleId: string): LiveCopies {
  const { page, leave } = claimPage();
  const name = (of: string) => ['live', articleId, of];
  let isKept = false;
  return {
    keep: async (change) => {
      isKept = true;
      await keepOnDevice(accountId, name(page), { page, change } satisfies KeptChange);
    },
    release: async () => {
      if (!isKept) return;
      isKept = false;
      await releaseFromDevice(accountId, [name(page)]);
    },
    abandoned: async () => {
      const open = await openPages();
      const all = await listOnDevice<KeptChange>(accountId, ['live', articleId]);
      return all.map(({ value }) => value).filter((kept) => !open.has(kept.page));
    },
    releaseAbandoned: (kept) =>
      releaseFromDevice(
        accountId,
        kept.map((each) => name(each.page)),
      ),
    leave,
  };
}
