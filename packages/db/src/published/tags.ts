/**
 * Names for what a page shows and what a change touches. A page is dropped when a change announces
 * one of the tags it carries, so a tag stands for exactly one of these:
 *
 * | Tag | Carried by what shows | Announced when |
 * |---|---|---|
 * | `article:<id>` | the article, or it in a list | it is published, corrected, retracted |
 * | `finding:<id>` | the finding, or it in a list | it or its article, links, replacement change |
 * | `position:<actor>/<issue>` | that position | one of its findings changes |
 * | `topic:<slug>`, `actor:…`, `issue:…`, `source:…`, `author:…` | the page of one, a list under it | it, or what is listed under it, changes |
 * | `list:articles`, `list:findings`, `list:corrections` | the whole list | its order or members change |
 * | `list:topics`, `list:actors`, `list:issues` | the names in navigation | one comes, goes or is renamed |
 * | `front` | the front page | what is on it changes |
 * | `journal` | the masthead: every page | the settings change |
 * | `slug:<slug>` | "nothing here" at that slug | anything comes to be there |
 *
 * An article's page does not carry its topics' tags: a new piece under a topic leaves it as it is.
 */
export type Tag =
  | `article:${string}`
  | `finding:${string}`
  | `position:${string}/${string}`
  | `topic:${string}`
  | `actor:${string}`
  | `issue:${string}`
  | `source:${string}`
  | `author:${string}`
  | `list:${'articles' | 'findings' | 'corrections' | 'topics' | 'actors' | 'issues'}`
  | `slug:${string}`
  | 'front'
  | 'journal';

export const tag = {
  article: (id: string): Tag => `article:${id}`,
  finding: (id: string): Tag => `finding:${id}`,
  position: (actor: string, issue: string): Tag => `position:${actor}/${issue}`,
  topic: (slug: string): Tag => `topic:${slug}`,
  actor: (slug: string): Tag => `actor:${slug}`,
  issue: (slug: string): Tag => `issue:${slug}`,
  source: (slug: string): Tag => `source:${slug}`,
  author: (slug: string): Tag => `author:${slug}`,
  slug: (slug: string): Tag => `slug:${slug}`,
};
