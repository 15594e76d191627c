import type { ArticleContent } from '@viewpoints/domain/articles/article';
import { createStore, delMany, entries, set, type UseStore } from 'idb-keyval';

/** A working copy on this device that the server did not have when it was written. */
export type LocalCopy = {
  articleId: string;
  /** The page that wrote it. */
  page: string;
  /** The save it was based on, and what that save had. */
  seen: number;
  base: ArticleContent;
  content: ArticleContent;
  /** ISO 8601, UTC. */
  at: string;
};

let opened: UseStore | undefined;
const store = () => {
  opened ??= createStore('viewpoints-article-copies', 'copies');
  return opened;
};
const key = (articleId: string, page: string) => `${articleId} ${page}`;
const lockName = (page: string) => `viewpoints-page-${page}`;

/** Writes the copy of this page, over the one it wrote before. */
export function keepCopy(copy: LocalCopy): Promise<void> {
  return set(key(copy.articleId, copy.page), copy, store());
}

export function releaseCopies(articleId: string, pages: readonly string[]): Promise<void> {
  return delMany(
    pages.map((page) => key(articleId, page)),
    store(),
  );
}

/** Copies of an article left by pages that are no longer open, newest first. */
export async function abandonedCopies(articleId: string): Promise<LocalCopy[]> {
  const open = await openPages();
  const all = await entries<string, LocalCopy>(store());
  return all
    .map(([, copy]) => copy)
    .filter((copy) => copy.articleId === articleId && !open.has(copy.page))
    .toSorted((a, b) => b.at.localeCompare(a.at));
}

/**
 * Holds a name for this page as long as it lives: a lock that the browser frees when the page is
 * closed or crashes, so that other pages can tell its copies from abandoned ones.
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

async function openPages(): Promise<Set<string>> {
  const state = await navigator.locks?.query();
  const prefix = lockName('');
  return new Set(
    (state?.held ?? []).flatMap(({ name }) =>
      name?.startsWith(prefix) ? [name.slice(prefix.length)] : [],
    ),
  );
}
