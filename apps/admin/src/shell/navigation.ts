import type { Role } from '@viewpoints/domain/accounts/account';
import {
  BookOpenText,
  CalendarDays,
  FileText,
  Images,
  Inbox,
  type LucideIcon,
  MessagesSquare,
  Quote,
  ScrollText,
  Settings,
  Signature,
  Tags,
  UserCog,
  Users,
} from 'lucide-react';

export type Destination = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** Who finds something to do there; absent: everybody. */
  roles?: readonly Role[];
};

const desk: readonly Role[] = ['editor', 'publisher'];

/** Where one can go, grouped as the side of the screen shows it. */
export const navigation: readonly { label: string; items: readonly Destination[] }[] = [
  {
    label: 'Work',
    items: [
      { href: '/', label: 'Desk', icon: Inbox },
      { href: '/articles', label: 'Articles', icon: FileText },
      { href: '/findings', label: 'Findings', icon: Quote },
      { href: '/calendar', label: 'Calendar', icon: CalendarDays },
    ],
  },
  {
    label: 'Reference',
    items: [
      { href: '/sources', label: 'Sources', icon: BookOpenText },
      { href: '/actors', label: 'Actors', icon: Users },
      { href: '/issues', label: 'Issues', icon: MessagesSquare },
      { href: '/topics', label: 'Topics', icon: Tags, roles: desk },
      { href: '/authors', label: 'Authors', icon: Signature, roles: desk },
      { href: '/media', label: 'Media', icon: Images },
    ],
  },
  {
    label: 'Journal',
    items: [
      { href: '/people', label: 'People', icon: UserCog, roles: ['admin'] },
      { href: '/audit', label: 'Audit', icon: ScrollText, roles: ['editor', 'publisher', 'admin'] },
      { href: '/settings', label: 'Settings', icon: Settings, roles: ['admin'] },
    ],
  },
];

/** The groups with what these roles find something to do in; empty groups fall away. */
export function navigationFor(roles: readonly Role[]) {
  return navigation
    .map((group) => ({
      ...group,
      items: group.items.filter(
        (item) => !item.roles || item.roles.some((role) => roles.includes(role)),
      ),
    }))
    .filter((group) => group.items.length > 0);
}

/** Whether an address lies within a destination ("/articles/0190…" within "/articles"). */
export function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
