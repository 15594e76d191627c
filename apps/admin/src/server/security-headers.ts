import { randomBytes } from 'node:crypto';

/** A fresh nonce for one answer: 128 bits, base64. */
export const makeNonce = () => randomBytes(16).toString('base64');

/**
 * The content security policy of a page of the admin. No inline script or style element runs
 * without the nonce. Style attributes are let through, since server-rendered markup carries them
 * and they cannot run anything.
 * @param readerUrl the reading site, which screens send the form of a preview to and frame
 */
export function contentSecurityPolicy(
  nonce: string,
  development: boolean,
  readerUrl?: string,
): string {
  const reader = readerUrl === undefined ? '' : ` ${readerUrl}`;
  return [
    "default-src 'self'",
    // React evaluates strings in development, to rebuild stack traces.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${reader}`,
    `frame-src ${readerUrl ?? "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every page besides the policy. `secure` when editors reach the admin over TLS. */
export function pageHeaders({ secure }: { secure: boolean }): Record<string, string> {
  return {
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Nothing of the desk belongs in a search engine.
    'x-robots-tag': 'noindex, nofollow',
    ...(secure ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  };
}
