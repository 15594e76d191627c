import { documentVersion } from '@viewpoints/working-copy/document-version';
import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';
import { claimPage, openPages } from '../saving/local-copies.ts';

/** Changes of a page that the server has not acknowledged; they can be applied repeatedly. */
export type KeptChange = {
  page: string;
  change: Uint8Array;
  /** What the page that wrote it knew; missing in changes stored before pages named it. */
  version?: number;
};

/** Changes of this page that are not on the server yet, stored on this device by account. */
export type LiveCopies = {
  keep: (change: Uint8Array) => Promise<void>;
  release: () => Promise<void>;
  /** Where the change of a page is on the device. */
  nameOf: (page: string) => readonly string[];
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
    nameOf: name,
    keep: async (change) => {
      isKept = true;
      await keepOnDevice(accountId, name(page), {
        ...{ page, change, version: documentVersion },
      } satisfies KeptChange);
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
