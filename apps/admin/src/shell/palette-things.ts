'use client';

import { useQuery } from '@tanstack/react-query';
import type { NamedKind, NamedThing } from '@viewpoints/domain/desk/named-things';
import {
  BookMarked,
  BookOpenText,
  FileText,
  Images,
  type LucideIcon,
  Package,
  Quote,
  UserCog,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { labelsOf } from '../catalogue/catalogue.ts';
import { catalogueScreens, entryHref } from '../catalogue/screens.ts';
import { viewpoints } from '../data/viewpoints.ts';

type KindOnScreen = { heading: string; icon: LucideIcon };

const ownKinds: Partial<Record<NamedKind, KindOnScreen>> = {
  article: { heading: 'Articles', icon: FileText },
  page: { heading: 'Pages', icon: BookMarked },
  finding: { heading: 'Findings', icon: Quote },
  source: { heading: 'Sources', icon: BookOpenText },
  person: { heading: 'People', icon: UserCog },
  release: { heading: 'Releases', icon: Package },
  media: { heading: 'Media', icon: Images },
};

/** The heading and the icon of what is found of a kind. */
export function kindOnScreen(kind: NamedKind): KindOnScreen {
  const own = ownKinds[kind];
  if (own) return own;
  const screen = catalogueScreens.find((each) => each.kind === kind);
  return screen
    ? { heading: labelsOf(screen.kind).title, icon: screen.icon }
    : { heading: 'Others', icon: FileText };
}

/** Where a thing opens; `seesSources` if the account may open a source, and not only list it. */
export function hrefOf(
  { kind, id, name, article, isPublicOnly }: NamedThing,
  { readerUrl, seesSources }: { readerUrl: string; seesSources: boolean },
): string {
  switch (kind) {
    case 'article':
      return isPublicOnly ? `${readerUrl}/articles/${article?.slug}` : `/articles/${id}`;
    case 'page':
      return isPublicOnly ? `${readerUrl}/${article?.slug}` : `/articles/${id}`;
    case 'finding':
      return isPublicOnly
        ? `${readerUrl}/findings/${id}`
        : `/articles/${article?.id}?finding=${id}`;
    case 'source':
      return seesSources ? `/sources/${id}` : `/sources?q=${encodeURIComponent(name)}`;
    case 'person':
      return '/people';
    case 'release':
      return `/releases/${id}`;
    case 'media':
      return `/media?q=${encodeURIComponent(name)}`;
    default:
      return entryHref(kind, id) ?? '/';
  }
}

/** Milliseconds without a letter after which the server is asked: one call for a word, not for each letter. */
const debounce = 120;
/** One letter would find nearly everything. */
const fewestLetters = 2;

/**
 * What the server finds by these words. Until its answer is here, what was found before is shown as
 * far as it has the present words in its name; an answer to earlier words is never shown as one to
 * these.
 */
export function useNamedThings(query: string) {
  const [delayedQuery, setDelayedQuery] = useState(query);
  useEffect(() => {
    if (delayedQuery === query) return;
    const timer = setTimeout(() => setDelayedQuery(query), debounce);
    return () => clearTimeout(timer);
  }, [delayedQuery, query]);
  const found = useQuery({
    queryKey: ['find', delayedQuery],
    queryFn: ({ signal }) => viewpoints.editor.find.query({ q: delayedQuery }, { signal }),
    enabled: delayedQuery.length >= fewestLetters,
    placeholderData: (before) => before,
    // Said at once, with a button: nobody waits in a palette.
    ...{ retry: false, networkMode: 'always', refetchOnWindowFocus: false },
  });
  const isAnswer = delayedQuery === query && !found.isPlaceholderData;
  const words = query.toLowerCase().split(/\s+/);
  const things = query.length < fewestLetters ? [] : (found.data ?? []);
  return {
    things: isAnswer
      ? things
      : things.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word))),
    isLooking: query.length >= fewestLetters && (delayedQuery !== query || found.isFetching),
    error: query.length >= fewestLetters && delayedQuery === query ? found.error : null,
    retry: () => void found.refetch(),
  };
}
