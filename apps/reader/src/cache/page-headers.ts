import type { Page } from './page-cache.ts';

type Header = readonly [name: string, value: string];

/** Forms of a page for programs, which a script on any site may read: it sees what everybody does. */
const DATA = /^(?:application\/(?:rss\+xml|atom\+xml|feed\+json|json)|text\/(?:markdown|csv))\b/;

/**
 * The headers of every response, adapted to one page: allows frames of the hosts that it names and
 * no others; pictures may be shown on other sites, since feeds are read there; data may be read by
 * their scripts; and what is made to be embedded may be framed there.
 */
export function headersOfPage(
  always: readonly Header[],
  { type, frames, isEmbed = false }: Pick<Page, 'type' | 'frames' | 'isEmbed'>,
): readonly Header[] {
  const isData = DATA.test(type);
  const isShared = isEmbed || isData || type.startsWith('image/');
  if (frames === undefined && !isShared) return always;
  const adapted = always.flatMap(([name, value]): Header[] => {
    if (name === 'Content-Security-Policy') {
      const policy = isEmbed ? value.replace("frame-ancestors 'none'", 'frame-ancestors *') : value;
      const hosts = frames?.map((host) => `https://${host}`).join(' ');
      return [[name, hosts === undefined ? policy : `${policy}; frame-src ${hosts}`]];
    }
    if (name === 'X-Frame-Options' && isEmbed) return [];
    if (name === 'Cross-Origin-Resource-Policy' && isShared) return [[name, 'cross-origin']];
    return [[name, value]];
  });
  return isData ? [...adapted, ['Access-Control-Allow-Origin', '*']] : adapted;
}
