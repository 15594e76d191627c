import type { KindFacts } from './kind-facts.ts';

/** Facts of all catalogue entries: they are public as soon as something public names them. */
const named = {
  entry: 'catalogue',
  workflow: false,
  revisions: false,
  language: false,
  atRoot: false,
  dated: false,
  reservedSlugs: false,
  without: [],
  fieldNames: {},
  announced: true,
} as const;

/** Facts common to articles and findings, which are written, reviewed and published. */
const written = {
  entry: null,
  namedIn: null,
  tree: false,
  listTag: null,
  feed: false,
  sitemap: 'monthly',
  search: 'text',
  tag: 'id',
  workflow: true,
  atRoot: false,
  dated: true,
  reservedSlugs: false,
  without: [],
  fieldNames: {},
  announced: true,
} as const;

/**
 * Every kind of thing with a name or an address, in the order in which readers see kinds listed.
 * Lists, types and SQL of all packages are made from this table.
 */
export const kinds = {
  article: {
    ...written,
    label: { one: 'Article', many: 'Articles' },
    plural: 'articles',
    table: 'article',
    path: 'articles',
    revisions: true,
    language: true,
  },
  page: {
    ...written,
    label: { one: 'Page', many: 'Pages' },
    plural: 'pages',
    table: 'published_page',
    path: null,
    sitemap: 'paths',
    revisions: true,
    language: true,
    atRoot: true,
    dated: false,
    reservedSlugs: true,
    without: [
      'section',
      'genre',
      'byline',
      'topicIds',
      'sourceIds',
      'series',
      'pickIds',
      'findings',
    ],
    fieldNames: { headline: 'title', standfirst: 'summary', slug: 'address' },
    announced: false,
  },
  finding: {
    ...written,
    label: { one: 'Finding', many: 'Findings' },
    plural: 'findings',
    table: 'finding',
    path: 'findings',
    revisions: false,
    language: false,
  },
  actor: {
    ...named,
    label: { one: 'Actor', many: 'Actors' },
    plural: 'actors',
    table: 'actor',
    path: 'actors',
    tag: 'slug',
    listTag: 'list:actors',
    sitemap: 'own',
    feed: true,
    search: 'name',
    namedIn: { part: 'finding', field: 'holders' },
    tree: true,
  },
  author: {
    ...named,
    label: { one: 'Author', many: 'People' },
    plural: 'authors',
    table: 'author',
    path: 'people',
    tag: 'slug',
    listTag: null,
    sitemap: 'own',
    feed: true,
    search: 'name',
    namedIn: { part: 'article', field: 'byline' },
    tree: false,
  },
  issue: {
    ...named,
    label: { one: 'Issue', many: 'Issues' },
    plural: 'issues',
    table: 'issue',
    path: 'issues',
    tag: 'slug',
    listTag: 'list:issues',
    sitemap: 'pages',
    feed: true,
    search: 'name',
    namedIn: { part: 'finding', field: 'issueIds' },
    tree: true,
  },
  topic: {
    ...named,
    label: { one: 'Topic', many: 'Topics' },
    plural: 'topics',
    table: 'topic',
    path: 'topics',
    tag: 'slug',
    listTag: 'list:topics',
    sitemap: 'pages',
    feed: true,
    search: 'name',
    namedIn: { part: 'article', field: 'topicIds' },
    tree: false,
  },
  series: {
    ...named,
    label: { one: 'Series', many: 'Series' },
    plural: 'series',
    table: 'series',
    path: 'series',
    tag: 'slug',
    listTag: 'list:series',
    sitemap: 'pages',
    feed: false,
    search: 'name',
    namedIn: { part: 'article', field: 'series' },
    tree: false,
  },
  place: {
    ...named,
    label: { one: 'Place', many: 'Places' },
    plural: 'places',
    table: 'place',
    path: 'places',
    tag: 'slug',
    listTag: 'list:places',
    sitemap: 'own',
    feed: true,
    search: 'name',
    namedIn: { part: 'finding', field: 'placeIds' },
    tree: false,
  },
  source: {
    ...named,
    entry: 'source',
    label: { one: 'Source', many: 'Sources' },
    plural: 'sources',
    table: 'source',
    path: 'sources',
    tag: 'slug',
    listTag: null,
    sitemap: 'own',
    feed: false,
    search: 'name',
    namedIn: { part: 'article', field: 'sourceIds' },
    tree: false,
  },
} as const satisfies Record<string, KindFacts>;

type Kinds = typeof kinds;
export type Kind = keyof Kinds;

type Fact = keyof KindFacts;
/** A fact that is `null` or `false` means that the kind lacks it. */
type KindWith<F extends Fact> = {
  [K in Kind]: Kinds[K][F] extends null | false ? never : K;
}[Kind];
type KindWhere<F extends Fact, Value> = {
  [K in Kind]: Kinds[K][F] extends Value ? K : never;
}[Kind];

/** Something that articles name, and that is public because one does. */
export type EntryKind = KindWith<'entry'>;
/** Entries that editors manage in the catalogue; sources have terms and are managed apart. */
export type CatalogueKind = KindWhere<'entry', 'catalogue'>;
/** Kinds with a page of their own. */
export type PageKind = KindWith<'path'>;
/** Kinds with a cache tag. */
export type TagKind = KindWith<'tag'>;
/** Kinds that the search covers. */
export type SearchKind = KindWith<'search'>;
/** Kinds that are searched by name. */
export type NameKind = KindWhere<'search', 'name'>;
/** Kinds that navigation or a menu lists by name. */
export type NavigationKind = KindWith<'listTag'>;
/** Kinds with feeds. */
export type FeedSubjectKind = KindWith<'feed'>;
/** Kinds whose entries form a tree. */
export type TreeKind = KindWith<'tree'>;

const all = Object.keys(kinds) as Kind[];

/** The kinds that have something: `kindsWith('feed')`. */
export const kindsWith = <F extends Fact>(fact: F): KindWith<F>[] =>
  all.filter((kind): kind is KindWith<F> => {
    const value: unknown = kinds[kind][fact];
    return value !== null && value !== false;
  });

/** The kinds of which a fact has this value: `kindsWhere('search', 'name')`. */
export const kindsWhere = <F extends Fact, const Value extends KindFacts[F]>(
  fact: F,
  value: Value,
): KindWhere<F, Value>[] =>
  all.filter((kind): kind is KindWhere<F, Value> => (kinds[kind] as KindFacts)[fact] === value);

/** Whether a kind is one of those that have something. */
export const isKindWith = <F extends Fact>(fact: F, kind: string): kind is KindWith<F> =>
  kindsWith(fact).some((each) => each === kind);

/** An object with a value for each of these kinds. */
export const byKind = <K extends Kind, Value>(
  of: readonly K[],
  value: (kind: K) => Value,
): Record<K, Value> =>
  Object.fromEntries(of.map((kind) => [kind, value(kind)])) as Record<K, Value>;

/** The kind with a given fact and plural; null if there is none. */
export const kindOfPlural = <F extends Fact>(fact: F, plural: string): KindWith<F> | null =>
  kindsWith(fact).find((kind) => kinds[kind].plural === plural) ?? null;

/** One of a kind in a sentence: "an actor". */
export function oneOf(kind: Kind): string {
  const name = kinds[kind].label.one.toLowerCase();
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}
