/** Sites whose names are not their hosts. */
const names: Readonly<Record<string, string>> = {
  'bsky.app': 'Bluesky',
  'facebook.com': 'Facebook',
  'github.com': 'GitHub',
  'instagram.com': 'Instagram',
  'linkedin.com': 'LinkedIn',
  't.me': 'Telegram',
  'threads.net': 'Threads',
  'threads.com': 'Threads',
  'tiktok.com': 'TikTok',
  'twitter.com': 'X',
  'wa.me': 'WhatsApp',
  'whatsapp.com': 'WhatsApp',
  'x.com': 'X',
  'youtube.com': 'YouTube',
};

/**
 * The name of the site that an address leads to: of a known one its own, of a server of the fediverse
 * "Mastodon", whose accounts begin with an @; the host of any other.
 */
export function socialSiteOf(address: string): string {
  const { hostname, pathname } = new URL(address);
  const host = hostname.replace(/^(?:www|m|mobile)\./, '');
  const known = names[host] ?? names[host.split('.').slice(-2).join('.')];
  if (known !== undefined) return known;
  return /^\/@[^/]+\/?$/.test(pathname) ? 'Mastodon' : host;
}
