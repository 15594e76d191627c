import type { BreadcrumbList } from 'schema-dts';

/** A page on the way to this one, by its path. */
export type Crumb = { name: string; path: string };

/** The path to a page, from the front page to itself. */
export function breadcrumbData(crumbs: readonly Crumb[], siteUrl: string): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path,
    })),
  };
}
