import type { Transaction } from '@viewpoints/db/client';
import { findParentPage } from '@viewpoints/db/editorial/pages';
import type { Article } from '@viewpoints/domain/articles/article';
import { MAX_PAGE_DEPTH, slugReasons } from '@viewpoints/domain/pages/page-path';
import { type Reason, reason } from '@viewpoints/domain/refusal';
import { pathBefore } from '@viewpoints/published/project/page-paths';

type Place = { path: string | null; reasons: Reason[] };

/** The address that a page would have, and why it may not have it; nothing of an article. */
export async function placeOf(
  tx: Transaction,
  {
    article: { id, kind, parent },
    slug,
    visibleFrom,
  }: { article: Article; slug: string; visibleFrom: string },
): Promise<Place> {
  if (kind === 'article') return { path: null, reasons: [] };
  const reasons = slugReasons(slug, parent);
  if (parent === null) return { path: slug, reasons };
  if (parent === 'about') return { path: `about/${slug}`, reasons };
  const above = await findParentPage(tx, parent);
  const isPublic =
    above?.path != null && above.visibleFrom !== null && above.visibleFrom <= new Date(visibleFrom);
  // While the page above is away, the address stays as readers know it.
  const path = isPublic ? `${above.path}/${slug}` : await pathBefore(tx, id);
  const depth = (above?.slugs.length ?? 0) + 1;
  return {
    path: path ?? [...(above?.slugs ?? []), slug].join('/'),
    reasons: [
      ...reasons,
      ...(isPublic
        ? []
        : [
            reason(
              'parent_not_public',
              'The page that this one stands under is not public by then. Publish that first, or move this one.',
              'parent',
            ),
          ]),
      ...(depth > MAX_PAGE_DEPTH ? [tooDeep()] : []),
    ],
  };
}

export const tooDeep = (): Reason =>
  reason(
    'page_too_deep',
    `An address has at most ${MAX_PAGE_DEPTH} parts. Move the page further up.`,
    'parent',
  );
