import { escapeMarkup } from '@viewpoints/domain/text/markup';

/** The height that an embedded board is given, in CSS pixels; it scrolls where it is longer. */
export const embedHeight = 640;

/** The address of a page for frames on other sites: "/embed/issues/ceasefire". */
export const embedPath = (path: string): string => `/embed${path}`;

/** Where it is said how a page is embedded (oEmbed 1.0). */
export const oembedPath = (siteUrl: string, path: string): string =>
  `/oembed?${new URLSearchParams({ url: siteUrl + path, format: 'json' })}`;

/** The markup that shows a page on another site. Titles come from editors, and are escaped. */
export const embedCode = (
  siteUrl: string,
  { path, title }: { path: string; title: string },
): string =>
  `<iframe src="${siteUrl}${embedPath(path)}" title="${escapeMarkup(title)}" width="100%" ` +
  `height="${embedHeight}" loading="lazy" frameborder="0"></iframe>`;
