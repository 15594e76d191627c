/** The parts of the settings, in the order of their tabs. */
export const settingsParts = [
  { href: '/settings', label: 'Journal' },
  { href: '/settings/subscribers', label: 'Subscribers' },
  { href: '/settings/tokens', label: 'Access tokens' },
  { href: '/settings/webhooks', label: 'Webhooks' },
  { href: '/settings/outbox', label: 'Messages' },
  { href: '/settings/installation', label: 'Installation' },
] as const;
