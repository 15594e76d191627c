import type { CatalogueKind } from '@viewpoints/domain/kinds/kinds';
import {
  Layers,
  type LucideIcon,
  MapPin,
  MessagesSquare,
  Signature,
  Tags,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { labelsOf } from './catalogue.ts';

/**
 * The screens of the kinds of entries, in the order of the navigation. Navigation, addresses and
 * titles come from this table; a screen's code is loaded where it is opened.
 */
export const catalogueScreens: readonly {
  kind: CatalogueKind;
  icon: LucideIcon;
  load: () => Promise<ComponentType>;
}[] = [
  {
    kind: 'actor',
    icon: Users,
    load: async () => (await import('../actors/actors-screen.tsx')).ActorsScreen,
  },
  {
    kind: 'issue',
    icon: MessagesSquare,
    load: async () => (await import('../issues/issues-screen.tsx')).IssuesScreen,
  },
  {
    kind: 'topic',
    icon: Tags,
    load: async () => (await import('../topics/topics-screen.tsx')).TopicsScreen,
  },
  {
    kind: 'series',
    icon: Layers,
    load: async () => (await import('../series/series-screen.tsx')).SeriesScreen,
  },
  {
    kind: 'place',
    icon: MapPin,
    load: async () => (await import('../places/places-screen.tsx')).PlacesScreen,
  },
  {
    kind: 'author',
    icon: Signature,
    load: async () => (await import('../authors/authors-screen.tsx')).AuthorsScreen,
  },
];

/** The screen at `/<address>`; null if that is no kind of entry. */
export function screenAt(
  address: string,
): { title: string; load: () => Promise<ComponentType> } | null {
  const found = catalogueScreens.find(({ kind }) => labelsOf(kind).plural === address);
  return found ? { title: labelsOf(found.kind).title, load: found.load } : null;
}

/** The screen for editing an entry; null if its kind has none. */
export function entryHref(kind: string, id: string): string | null {
  if (kind === 'source') return `/sources/${id}`;
  const found = catalogueScreens.find((screen) => screen.kind === kind);
  return found ? `/${labelsOf(found.kind).plural}?open=${id}` : null;
}
