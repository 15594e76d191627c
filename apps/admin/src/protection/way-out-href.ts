import type { WayOut } from '@viewpoints/domain/exposures/way-out';
import { entryHref } from '../catalogue/screens.ts';

/** The screen where an exposure of an article is resolved. */
export function wayOutHref(wayOut: WayOut, articleId: string): string {
  switch (wayOut.act) {
    case 'enter_participants':
      return `/sources/${wayOut.sourceId}#participants`;
    case 'edit_settings':
      return '/settings';
    case 'edit_entry':
      return entryHref(wayOut.kind, wayOut.id) ?? '/';
    default:
      return `/articles/${articleId}`;
  }
}
