import type { FeedFormat } from '@viewpoints/domain/feeds/feed-addresses';
import type { Direction } from '@viewpoints/domain/values';

/** A picture in a feed; `url` is absolute, `byteSize` and `mediaType` are those of its file. */
export type FeedPicture = {
  url: string;
  width: number;
  height: number;
  alt: string;
  byteSize: number;
  mediaType: string;
};

/**
 * One thing in a feed, whatever the format. `id` never changes: what is corrected, renamed or
 * retracted is the same item with a later `updated`, never a new one.
 */
export type FeedItem = {
  id: string;
  url: string;
  title: string;
  /** Plain text; empty for none. */
  summary: string;
  /** Self-contained HTML. */
  html: string;
  published: string;
  updated: string;
  language: string;
  direction: Direction;
  authors: { name: string; url: string | null }[];
  categories: { term: string; scheme: string | null; label: string }[];
  picture: FeedPicture | null;
  /** Additional data for programs, as an extension of JSON Feed: an object under `_viewpoints`. */
  extension: Readonly<Record<string, unknown>> | null;
};

/** A feed, whatever the format. Addresses are whole. */
export type Feed = {
  /** Its own address without the format: `https://…/feeds/articles`. */
  address: string;
  /** The page that shows the same. */
  page: string;
  title: string;
  description: string;
  language: string;
  /** The journal, as the default author and as holder of the rights. */
  journal: { name: string; url: string };
  /** When anything in it last changed. */
  updated: string;
  /** The WebSub hub that notifies subscribers of changes; null for none. */
  hub: string | null;
  items: FeedItem[];
};

export const feedTypes: Record<FeedFormat, string> = {
  rss: 'application/rss+xml',
  atom: 'application/atom+xml',
  json: 'application/feed+json',
};
