import { exportProblem } from '../core/export-problem.ts';
import type { ForeignItem, ForeignSource } from '../core/foreign-source.ts';
import type { FeedEntry, FeedSite, KnownSite } from './feed-parts.ts';
import { foreignIdOf, leftOutAs, mapEntry } from './map-entry.ts';
import { readFeed } from './read-feed.ts';

/** One file of an archive, which can be read from its beginning more than once. */
export type FeedFile = { open: () => AsyncIterable<Uint8Array> };

export type OpenFeed = {
  /** Where the site was, without a slash at its end; null for what the feed says. */
  address: string | null;
  encoding: string | null;
  /** Whether pages come in as drafts of articles too. */
  pages: boolean;
  /** Whether what the feed calls descriptions are whole texts. */
  isWhole: boolean;
};

/**
 * Opens the archive of a feed: one file, or several that follow one another. What the first says of
 * the site is taken for all of them.
 * @throws {ProblemError} if a file cannot be read, or nothing says where the site was
 */
export async function openFeed(
  files: readonly FeedFile[],
  { address, encoding, pages, isWhole }: OpenFeed,
): Promise<ForeignSource> {
  const sites: FeedSite[] = [];
  for (const { open } of files)
    for await (const part of readFeed(open(), { encoding }))
      if (part.kind === 'site') sites.push(part.site);
  const [first] = sites;
  const url = URL.parse(address ?? first?.address ?? '');
  if (first === undefined || url === null || !/^https?:$/.test(url.protocol))
    throw exportProblem('export_site_unknown', null);
  const known = `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  // A line says nothing where it may be of several files.
  const isOne = files.length === 1;
  const site: KnownSite = { ...first, address: known, isWhole };
  return {
    key: `feed ${known}`,
    site: { title: site.title, address: known, language: site.language || null },
    items: async function* (onForbidden) {
      for (const { open } of files)
        for await (const part of readFeed(open(), { encoding, onForbidden }))
          if (part.kind === 'entry') yield foreignItem(part.entry, site, { pages, isOne });
    },
  };
}

function foreignItem(
  entry: FeedEntry,
  site: KnownSite,
  { pages, isOne }: { pages: boolean; isOne: boolean },
): ForeignItem {
  const why = leftOutAs(entry, { pages });
  return {
    ...{ type: 'entry', foreignId: foreignIdOf(entry), why, otherFields: [] },
    comments: why === 'comment' ? 1 : 0,
    map: () => ({ ...mapEntry(entry, site), ...(isOne ? {} : { line: null }) }),
  };
}
