import { pagePathPattern } from '@viewpoints/domain/pages/page-path';
import { builtInAboutPages, reservedPageSlugs } from '@viewpoints/domain/pages/reserved-slugs';

/** Three slugs of at most a hundred characters, and the slashes between. */
const longest = 302;
const END = '.md';

/** A page of the journal about itself that may be at an address, or that as Markdown. */
export type PageRequest = { path: string; markdown: boolean };

/** Whether the program has what is at a path, with any query: no page is there. */
function isTaken(path: string): boolean {
  const [first = '', second] = path.split('/');
  if (first !== 'about') return Object.hasOwn(reservedPageSlugs, first);
  return second === undefined || Object.hasOwn(builtInAboutPages, second);
}

/** What may be asked for at a path that no route fits; null if that is no page's. */
export function readPagePath(path: string): PageRequest | null {
  const markdown = path.endsWith(END);
  const bare = path.slice(1, markdown ? -END.length : undefined);
  if (bare.length > longest || !pagePathPattern.test(bare) || isTaken(bare)) return null;
  return { path: bare, markdown };
}

/** The address of what is asked for, at the path where it is. */
export const addressOfPage = (path: string, { markdown }: PageRequest): string =>
  `/${path}${markdown ? END : ''}`;
