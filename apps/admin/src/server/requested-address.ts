/**
 * The path and query that a request asks for, without the parameter that Next's router adds for
 * itself; the desk where its target is no address of ours at all ("//", "http://["). Never throws:
 * a request that ended here would be left without an answer.
 */
export function requestedAddress(target: string): string {
  const url = URL.parse(target, 'http://admin');
  if (url === null) return '/';
  url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}`;
}
