/**
 * The permissions of a page in a browser: to be shown, with styles, fonts, pictures and the few
 * scripts of this very site. Pages carry no script and no style in their text, so neither nonces
 * nor hashes are needed, and a finished page can be cached without a secret in it.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

/** In development the framework's own scripts run: they reload what was edited. */
const DEVELOPMENT_POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "connect-src 'self' ws:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/** Headers of every answer. `secure` when readers reach the site over TLS. */
export function securityHeaders(options: { secure: boolean; dev: boolean }): [string, string][] {
  const policy = options.dev ? DEVELOPMENT_POLICY : POLICY;
  return [
    [
      'Content-Security-Policy',
      [...policy, ...(options.secure ? ['upgrade-insecure-requests'] : [])].join('; '),
    ],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'strict-origin-when-cross-origin'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['X-Frame-Options', 'DENY'],
    [
      'Permissions-Policy',
      'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()',
    ],
    ...(options.secure
      ? [['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'] as [string, string]]
      : []),
  ];
}
