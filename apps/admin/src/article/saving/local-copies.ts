import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { keepOnDevice, listOnDevice, releaseFromDevice } from '../../device/device-store.ts';

/** A working copy on this device that the server did not have when it was written. */
export type LocalCopy = {
  /** The account that wrote it; no other gets to see it. */
  accountId: string;
  articleId: string;
  /** The page that wrote it. */
  page: string;
  /** The save it was based on, and what that save had. */
  seen: number;
  base: ArticleContent;
  content: ArticleContent;
  /** ISO 8601, UTC. */
  at: string;
  /** What the page that wrote it knew; missing in copies stored before pages named it. */
  version?: number;
};

const lockName = (page: string) => `viewpoints-page-${page}`;

/** The note is protected and never stored in the browser. */
const withoutNote = (content: ArticleContent): ArticleContent => ({ ...content, note: '' });

/** Where the copy of a page is on the device. */
export const copyName = ({ articleId, page }: Pick<LocalCopy, 'articleId' | 'page'>) =>
  ['article', articleId, page] as const;

/** Writes the copy of this page, over the one it wrote before. */
export function keepCopy(copy: LocalCopy): Promise<void> {
  const { accountId, base, content } = copy;
  return keepOnDevice(accountId, copyName(copy), {
    ...copy,
    version: documentVersion,
    base: withoutNote(base),
    content: withoutNote(content),
  });
}

export function releaseCopies(
  accountId: string,
  articleId: string,
  pages: readonly string[],
): Promise<void> {
  return releaseFromDevice(
    accountId,
    pages.map((page) => copyName({ articleId, page })),
  );
}

/**
 * Copies of an article left by pages that are no longer open, newest first; their notes are `note`,
 * the one that the server has.
 */
export async function abandonedCopies(
  accountId: string,
  articleId: string,
  note: string,
): Promise<LocalCopy[]> {
  const open = await openPages();
  const all = await listOnDevice<LocalCopy>(accountId, ['article', articleId]);
  return all
    .map(({ value }) => value)
    .filter((copy) => !open.has(copy.page))
    .map((copy) => ({
      ...copy,
      base: { ...copy.base, note },
      content: { ...copy.content, note },
    }))
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/**
 * Reserves a name for this page: a lock that the browser releases when the page is closed or
 * crashes, so that other pages can distinguish its copies from abandoned ones.
 */
export function claimPage(): { page: string; leave: () => void } {
  const page = crypto.randomUUID();
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });
  void navigator.locks?.request(lockName(page), () => left);
  return { page, leave };
}

/** Names of the pages of this browser that are open. */
export async function openPages(): Promise<Set<string>> {
  const state = await navigator.locks?.query();
  const prefix = lockName('');
  return new Set(
    (state?.held ?? []).flatMap(({ name }) =>
      name?.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    ),
  );
}
