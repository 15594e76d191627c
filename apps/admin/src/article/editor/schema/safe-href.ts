import { Mark } from '@viewpoints/domain/document/inline';

/**
 * The address as the document may hold it, or null if it may not: http, https, mailto, or a
 * path on the journal itself. "example.org/a" is taken for https.
 */
export function safeHref(value: string): string | null {
  const href = value.trim();
  if (accepted(href)) return href;
  const looksLikeHost = /^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#].*)?$/u.test(href);
  if (looksLikeHost && accepted(`https://${href}`)) return `https://${href}`;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(href)) return `mailto:${href}`;
  return null;
}

function accepted(href: string): boolean {
  return Mark.safeParse({ type: 'link', attrs: { href } }).success;
}
