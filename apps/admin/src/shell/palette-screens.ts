import type { Role } from '@viewpoints/domain/accounts/account';
import { Bell, CircleUser, type LucideIcon, Settings } from 'lucide-react';
import { settingsParts } from '../settings/settings-parts.ts';
import { navigationFor } from './navigation.ts';

/** A screen, or a part of one, that the palette opens. */
export type PaletteScreen = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** What else it is looked for by: what can be set or seen there. */
  words?: string[];
};

const wordsOfSettings: Record<(typeof settingsParts)[number]['href'], string[]> = {
  '/settings': ['settings', 'masthead', 'tagline', 'language', 'time zone', 'four eyes', 'review'],
  '/settings/subscribers': ['settings', 'readers', 'subscriptions', 'newsletter', 'e-mail'],
  '/settings/tokens': ['settings', 'api', 'key'],
  '/settings/webhooks': ['settings', 'address', 'notify'],
  '/settings/outbox': ['settings', 'mail', 'outbox', 'link'],
  '/settings/installation': ['settings', 'doctor', 'health', 'backup', 'certificate', 'disk'],
};

/** The screens that these roles find something to do on, in groups. */
export function paletteScreens(
  roles: readonly Role[],
): { label: string; items: PaletteScreen[] }[] {
  const groups = navigationFor(roles).map(({ label, items }) => ({ label, items: [...items] }));
  const seesSettings = groups.some(({ items }) => items.some(({ href }) => href === '/settings'));
  return [
    ...groups,
    ...(seesSettings
      ? [
          {
            label: 'Settings',
            items: settingsParts.map(({ href, label }) => ({
              ...{ href, label, icon: Settings, words: wordsOfSettings[href] },
            })),
          },
        ]
      : []),
    {
      label: 'You',
      items: [
        {
          ...{ href: '/account', label: 'Your account', icon: CircleUser },
          words: ['password', 'passkeys', 'sessions', 'name', 'e-mail', 'codes', 'time zone'],
        },
        { href: '/notifications', label: 'Notifications', icon: Bell, words: ['messages'] },
      ],
    },
  ];
}
