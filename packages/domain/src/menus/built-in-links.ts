/** Addresses that every journal has, as a menu may name them: each with its own label and its path. */
export const builtInLinks = {
  front: { label: 'Front page', path: '/' },
  findings: { label: 'Findings', path: '/findings' },
  archive: { label: 'Archive', path: '/archive' },
  corrections: { label: 'Corrections', path: '/corrections' },
  search: { label: 'Search', path: '/search' },
  about: { label: 'About', path: '/about' },
  attribution: { label: 'How we attribute', path: '/about/attribution' },
  privacy: { label: 'Privacy', path: '/about/privacy' },
  accessibility: { label: 'Accessibility', path: '/about/accessibility' },
  /** Only while readers can subscribe. */
  subscribe: { label: 'Subscribe', path: '/subscribe' },
  /** The contact of the journal's settings, while there is one. */
  contact: { label: 'Write to us', path: null },
} as const;

export type BuiltInLink = keyof typeof builtInLinks;

export const builtInLinkNames = Object.keys(builtInLinks) as [BuiltInLink, ...BuiltInLink[]];

export const isBuiltInLink = (name: string): name is BuiltInLink => name in builtInLinks;
