import { feedAddresses } from '@viewpoints/domain/feeds/feed-addresses';
import { kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import type { TouchedAddresses } from '@viewpoints/published/changes/touched-addresses';
import type { Reach } from '../outgoing/guarded-fetch.ts';

/** External services to call and notify. */
export type ExternalServices = {
  /** A WebSub hub, which notifies the subscribers of feeds; null for none. */
  webSubHub: string | null;
  /** IndexNow, which notifies search engines; null for none. */
  indexNow: { key: string; endpoint: string } | null;
  /** The addresses that link checks may open; null for no checks. */
  linkChecks: Reach | null;
  /** Where webhooks may lead. */
  webhooks: Reach;
};

/** How long an answer may take, in milliseconds. */
export const syndicationTimeout = 30_000;

const pagesUnder = ({ under }: TouchedAddresses): string[] =>
  kindsWith('feed').flatMap((kind) => under[kind].map((slug) => `/${kinds[kind].path}/${slug}`));

/** The feeds that a change of an article touches, whole addresses: the journal's, and those under its subjects. */
export const touchedFeeds = (touched: TouchedAddresses, readerUrl: string): string[] =>
  ['', ...pagesUnder(touched)].flatMap(feedAddresses).map((path) => readerUrl + path);

/** The pages that a change of an article touches, whole addresses, itself first. */
export const touchedPages = (touched: TouchedAddresses, readerUrl: string): string[] =>
  [
    `/articles/${touched.article}`,
    '/',
    ...touched.findings.map((id) => `/findings/${id}`),
    ...touched.positions.map(({ actor, issue }) => `/positions/${actor}/${issue}`),
    ...pagesUnder(touched),
  ].map((path) => readerUrl + path);
