import { type Kind, kinds } from '../kinds/kinds.ts';

/** The kinds of things with a name that the desk can look up, in the order in which they are shown. */
export const namedKinds = [
  ...(Object.keys(kinds) as Kind[]),
  'person',
  'release',
  'media',
] as const satisfies readonly (Kind | 'person' | 'release' | 'media')[];
export type NamedKind = (typeof namedKinds)[number];

/** Something that was found by its name. */
export type NamedThing = {
  kind: NamedKind;
  id: string;
  name: string;
  /** What tells it from others of the same name: a state, the headline around it, an address. */
  detail: string | null;
  /** How well the words fit: 0 the whole name, 1 its beginning, 2 the beginning of a word, 3 any part. */
  rank: number;
  /** The article it belongs to, or is; null for other kinds. Of a page that readers have, the slug is its path. */
  article: { id: string; slug: string } | null;
  /** Whether the account sees only what readers do: then it opens on the reading site. */
  isPublicOnly: boolean;
};

/** How many of one kind are found at most. */
export const maxPerKind = 6;
