/** A host name of several parts: excludes IP addresses and machines of a private network. */
const named = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/**
 * The host of a `Referer` header: where a reader came from, without the page they were on. Null
 * where it is the journal's own, no web address, or not a public name.
 */
export function referringHost(referer: string, ownHost: string): string | null {
  if (referer.length > 2000) return null;
  const url = URL.parse(referer);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  const host = url.hostname.replace(/^www\./, '');
  if (host === ownHost.replace(/^www\./, '') || host.length > 253) return null;
  return named.test(host) ? host : null;
}
