import {
  byKind,
  kinds,
  kindsWith,
  type NavigationKind,
  type TagKind,
} from '@viewpoints/domain/kinds/kinds';

/**
 * Names for what a page shows and what a change touches. A page is dropped when a change announces
 * one of the tags it carries, so a tag covers exactly one of these:
 *
 * | Tag | Carried by what shows | Announced when |
 * |---|---|---|
 * | `article:<id>` | the article, or it in a list | it is published, corrected, retracted; a translation, a pick or what cites it is added or removed; what it cites, or a finding of it, is corrected, retracted, replaced or withdrawn |
 * | `finding:<id>` | the finding, or it in a list | it or its article, links, replacement change |
 * | `position:<actor>/<issue>` | that position | one of its findings, or a null result, changes |
 * | `topic:<slug>` and so for every kind of entry but series | the page of one, a list under it | it, or what is listed under it, changes |
 * | `series:<slug>` | the page of a series, and each part of it | it changes, a part is added, removed, moved or renamed |
 * | `list:articles`, `list:findings`, `list:corrections` | the whole list | its order or members change |
 * | `list:topics` and the `listTag` of other kinds | the names in navigation | one is added, removed or renamed |
 * | `page:<id>`, `list:pages` | the page of the journal about itself; every such page, and what lists them | it changes; any of them does |
 * | `list:redirects` | where nothing is, or where a redirect leads on | a redirect changes |
 * | `list:changes` | what changed last, of all articles | anything of any article changes |
 * | `month:<yyyy-mm>` | what was published in a month of UTC | anything of that changes |
 * | `front` | the front page | what is on it changes |
 * | `journal` | the masthead: every page | the settings change |
 * | `menus` | head and foot: every page | what readers have of the menus changes, because they are saved or because what an entry leads to is renamed, comes or goes |
 * | `site` | everything in the cache | so much changes that everything is rendered again |
 * | `slug:<slug>` | "nothing here" at that slug | something gets that slug |
 *
 * What was looked for and not found is on the pages of its actor and its issue: their tags are announced
 * when it changes, and when either comes to be visible or is so no more.
 *
 * An article's page does not carry its topics' tags: a new article under a topic does not change it.
 * Nor is it announced that a new article is related to an older one: the older page lists it when it
 * is next rendered. It carries the tags of the related articles it shows, and is dropped with them.
 */
export type Tag =
  | `${TagKind}:${string}`
  | `position:${string}/${string}`
  | `list:${'articles' | 'findings' | 'corrections' | 'changes' | 'pages' | 'redirects'}`
  | NavigationTag
  | `month:${string}`
  | `slug:${string}`
  | 'front'
  | 'menus'
  | 'site'
  | 'journal';

/** The list of the names of a kind, in navigation or a menu. */
type NavigationTag = (typeof kinds)[NavigationKind]['listTag'];

/** The tag of everything in the cache: addresses and files too, which show no masthead. */
export const everythingTag: Tag = 'site';

export const tag = {
  ...byKind(
    kindsWith('tag'),
    (kind) =>
      (key: string): Tag =>
        `${kind}:${key}`,
  ),
  position: (actor: string, issue: string): Tag => `position:${actor}/${issue}`,
  slug: (slug: string): Tag => `slug:${slug}`,
  month: (month: string): Tag => `month:${month}`,
};

/** The list in navigation that contains the names of a kind. */
export const listTag: Readonly<Record<NavigationKind, NavigationTag>> = byKind(
  kindsWith('listTag'),
  (kind) => kinds[kind].listTag,
);
