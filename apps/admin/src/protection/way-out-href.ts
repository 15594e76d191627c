import type { WayOut } from '@viewpoints/domain/exposures/way-out';

/** The screen where an exposure of an article is settled. */
export function wayOutHref(wayOut: WayOut, articleId: string): string {
  switch (wayOut.act) {
    case 'enter_participants':
      return `/sources/${wayOut.sourceId}#participants`;
    case 'edit_settings':
      return '/settings';
    case 'edit_entry':
      return entryHref(wayOut.kind, wayOut.id);
    default:
      return `/articles/${articleId}`;
  }
}

function entryHref(kind: Extract<WayOut, { act: 'edit_entry' }>['kind'], id: string): string {
  switch (kind) {
    case 'source':
      return `/sources/${id}`;
    // Both have no screens of their own: places are edited with issues.
    case 'place':
      return '/issues';
    case 'series':
      return `/series?open=${id}`;
    default:
      return `/${kind}s?open=${id}`;
  }
}
