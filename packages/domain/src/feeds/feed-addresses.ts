export const feedKinds = ['articles', 'findings', 'corrections'] as const;
export type FeedKind = (typeof feedKinds)[number];

export const feedFormats = ['rss', 'atom', 'json'] as const;
export type FeedFormat = (typeof feedFormats)[number];

/** A feed's path without its format; `under` is the path of what it is about, empty for everything. */
export const feedPath = (under: string, kind: FeedKind): string => `${under}/feeds/${kind}`;

/** A feed's path. */
export const feedAddress = (under: string, kind: FeedKind, format: FeedFormat): string =>
  `${feedPath(under, kind)}.${format}`;

/** Every feed there is of something. */
export const feedAddresses = (under: string): string[] =>
  feedKinds.flatMap((kind) => feedFormats.map((format) => feedAddress(under, kind, format)));
