import { type Reason, reason } from '../refusal.ts';
import type { PageParent } from './page-parent.ts';
import { builtInAboutPages, reservedPageSlugs } from './reserved-slugs.ts';

/** The most parts that the address of a page has. */
export const MAX_PAGE_DEPTH = 3;

/** The address of a page without its first slash: up to three slugs. */
export const pagePathPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){0,2}$/;

/** Why a page may not have a slug where it stands: the address is taken by what the program makes. */
export function slugReasons(slug: string, parent: PageParent): Reason[] {
  const taken: Readonly<Record<string, string>> =
    parent === null ? reservedPageSlugs : parent === 'about' ? builtInAboutPages : {};
  if (!Object.hasOwn(taken, slug)) return [];
  const address = parent === null ? `/${slug}` : `/about/${slug}`;
  const usedFor = taken[slug] ?? '';
  return [
    reason('slug_reserved', `${address} is used for ${usedFor}. Choose another address.`, 'slug', {
      slug,
      usedFor,
    }),
  ];
}
