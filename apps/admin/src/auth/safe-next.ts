/**
 * The page after signing in: a path of this admin, never another site. Anything that a browser
 * could read as another host ("//x", "/\x", "https:…") becomes the desk.
 */
export function safeNext(wanted: string | null | undefined): string {
  if (!wanted) return '/';
  try {
    const base = 'http://admin.invalid';
    const url = new URL(wanted, base);
    const own = url.origin === base && wanted.startsWith('/') && !wanted.includes('\\');
    return own ? `${url.pathname}${url.search}` : '/';
  } catch {
    return '/';
  }
}
