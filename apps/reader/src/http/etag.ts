/**
 * Whether a page's tag is among those of an `If-None-Match`. Weak comparison over every tag given;
 * our codings of one page count as the same page, which `fresh` of npm does not support.
 */
export function isAmong(header: string, etag: string): boolean {
  if (header.length > 2000) return false;
  return header.split(',').some((part) => {
    const tag = part.trim();
    if (tag === '*') return true;
    const bare = tag.replace(/^W\//, '').replace(/^"|"$/g, '');
    return bare.replace(/-(?:br|gzip)$/, '') === etag;
  });
}
