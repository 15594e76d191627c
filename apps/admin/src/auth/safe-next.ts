/**
 * The page after signing in: a path of this admin, never another site. Anything that a browser
 * could read as another host ("//x", "/\x", "https:…") becomes the desk.
 */
export function safeNext(address: string | null | undefined): string {
  if (!address) return '/';
  try {
    const base = 'http://admin.invalid';
    const url = new URL(address, base);
    const own = url.origin === base && address.startsWith('/') && !address.includes('\\');
    return own ? `${url.pathname}${url.search}` : '/';
  } catch {
    return '/';
  }
}
