import type { Role } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import {
  BookOpenText,
  CalendarDays,
  ChartColumn,
  FileText,
  Images,
  Inbox,
  Layers,
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
import { mayInRole } from '../session/may-in-role.ts';

export type Destination = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** What one must be allowed to do for the place to hold anything. */
  action: Action;
};

/** Where one can go, grouped as the side of the screen shows it. */
export const navigation: readonly { label: string; items: readonly Destination[] }[] = [
  {
    label: 'Work',
    items: [
      { href: '/', label: 'Desk', icon: Inbox, action: 'desk.view' },
      { href: '/articles', label: 'Articles', icon: FileText, action: 'article.list' },
      { href: '/findings', label: 'Findings', icon: Quote, action: 'finding.list' },
      { href: '/calendar', label: 'Calendar', icon: CalendarDays, action: 'article.list' },
    ],
  },
  {
    label: 'Reference',
    items: [
      { href: '/sources', label: 'Sources', icon: BookOpenText, action: 'source.list' },
      { href: '/actors', label: 'Actors', icon: Users, action: 'actor.list' },
      { href: '/issues', label: 'Issues', icon: MessagesSquare, action: 'issue.list' },
      { href: '/topics', label: 'Topics', icon: Tags, action: 'topic.list' },
      { href: '/series', label: 'Series', icon: Layers, action: 'series.list' },
      { href: '/authors', label: 'Authors', icon: Signature, action: 'author.list' },
      { href: '/media', label: 'Media', icon: Images, action: 'media.list' },
    ],
  },
  {
    label: 'Journal',
    items: [
      { href: '/visits', label: 'Readership', icon: ChartColumn, action: 'visits.view' },
      { href: '/people', label: 'People', icon: UserCog, action: 'people.view' },
      { href: '/audit', label: 'Audit', icon: ScrollText, action: 'audit.list' },
      { href: '/settings', label: 'Settings', icon: Settings, action: 'settings.view' },
    ],
  },
];

/** The groups with what these roles find something to do in; empty groups fall away. */
export function navigationFor(roles: readonly Role[]) {
  return navigation
    .map((group) => ({
      ...group,
      items: group.items.filter((item) => mayInRole(roles, item.action)),
    }))
    .filter((group) => group.items.length > 0);
}

/** Whether an address lies within a destination ("/articles/0190…" within "/articles"). */
export function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
