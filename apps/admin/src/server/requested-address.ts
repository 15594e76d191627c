/**
 * The requested path and query, without the parameter that Next's router adds for itself; the desk
 * if its target is no valid address of ours ("//", "http://["). Never throws: a request that ended
 * here would be left without an answer.
 */
export function requestedAddress(target: string): string {
  const url = URL.parse(target, 'http://admin');
  if (url === null) return '/';
  url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}`;
}
