import { boards } from './boards.ts';
import { charts } from './charts.ts';
import { conventional } from './conventional.ts';
import { feeds } from './feeds.ts';
import { icons } from './icons.ts';
import { indexNowKey } from './index-now-key.ts';
import { llms } from './llms.ts';
import { markdownFiles } from './markdown.ts';
import { newsSitemap } from './news-sitemap.ts';
import { oembed } from './oembed.ts';
import type { ResourceRoute } from './resource.ts';
import { robots } from './robots.ts';
import { searchSuggestions } from './search-suggestions.ts';
import { shareImages } from './share-images.ts';
import { sitemaps } from './sitemaps.ts';

/** Every resource of the reading site. */
export const resources: readonly ResourceRoute[] = [
  robots,
  llms,
  ...icons,
  ...shareImages,
  ...boards,
  ...charts,
  oembed,
  newsSitemap,
  ...sitemaps,
  ...feeds,
  ...markdownFiles,
  ...conventional,
  searchSuggestions,
  indexNowKey,
];
