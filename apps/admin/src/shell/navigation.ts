import type { Role } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import type { CatalogueKind } from '@viewpoints/domain/kinds/kinds';
import {
  BookMarked,
  BookOpenText,
  CalendarDays,
  ChartColumn,
  FileText,
  FileType2,
  FolderInput,
  Images,
  Inbox,
  Link2,
  ListChecks,
  type LucideIcon,
  Mailbox,
  Package,
  Quote,
  ScrollText,
  SearchX,
  Settings,
  SpellCheck2,
  Trash2,
  UserCog,
} from 'lucide-react';
import { labelsOf } from '../catalogue/catalogue.ts';
import { catalogueScreens } from '../catalogue/screens.ts';
import { mayInRole } from '../session/may-in-role.ts';

export type Destination = {
  href: string;
  label: string;
  icon: LucideIcon;
  /** The action that an account needs for the screen to be of use. */
  action: Action;
};

const toCatalogue = (kind: CatalogueKind, icon: LucideIcon): Destination => ({
  href: `/${labelsOf(kind).plural}`,
  label: labelsOf(kind).title,
  icon,
  action: `${kind}.list`,
});

/** The destinations of the navigation, in its groups. */
export const navigation: readonly { label: string; items: readonly Destination[] }[] = [
  {
    label: 'Work',
    items: [
      { href: '/', label: 'Desk', icon: Inbox, action: 'desk.view' },
      { href: '/queues', label: 'Queues', icon: ListChecks, action: 'desk.view' },
      { href: '/articles', label: 'Articles', icon: FileText, action: 'article.list' },
      { href: '/pages', label: 'Pages', icon: BookMarked, action: 'article.list' },
      { href: '/findings', label: 'Findings', icon: Quote, action: 'finding.list' },
      { href: '/null-results', label: 'Null results', icon: SearchX, action: 'null_result.list' },
      { href: '/calendar', label: 'Calendar', icon: CalendarDays, action: 'article.list' },
      { href: '/releases', label: 'Releases', icon: Package, action: 'release.list' },
      { href: '/newsletters', label: 'Newsletters', icon: Mailbox, action: 'newsletter.list' },
    ],
  },
  {
    label: 'Reference',
    items: [
      { href: '/sources', label: 'Sources', icon: BookOpenText, action: 'source.list' },
      ...catalogueScreens.map(({ kind, icon }) => toCatalogue(kind, icon)),
      { href: '/media', label: 'Media', icon: Images, action: 'media.list' },
      { href: '/house-style', label: 'House style', icon: SpellCheck2, action: 'house_style.list' },
      { href: '/word-styles', label: 'Word styles', icon: FileType2, action: 'word_style.list' },
    ],
  },
  {
    label: 'Journal',
    items: [
      { href: '/visits', label: 'Readership', icon: ChartColumn, action: 'visits.view' },
      { href: '/people', label: 'People', icon: UserCog, action: 'people.view' },
      { href: '/audit', label: 'Audit', icon: ScrollText, action: 'audit.list' },
      { href: '/import-runs', label: 'Imports', icon: FolderInput, action: 'import_run.list' },
      { href: '/redirects', label: 'Redirects', icon: Link2, action: 'redirect.list' },
      { href: '/trash', label: 'Trash', icon: Trash2, action: 'trash.list' },
      { href: '/menus', label: 'Menus', icon: ListChecks, action: 'menus.view' },
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

/** Whether an address is within a destination ("/articles/0190…" within "/articles"). */
export function isWithin(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`);
}
