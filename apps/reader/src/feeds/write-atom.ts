import { generateAtomFeed } from 'feedsmith';
import { type Feed, feedTypes } from './feed.ts';

/** A feed as Atom (RFC 4287): what was corrected is the same entry with a later `updated`. */
export function writeAtom(feed: Feed): string {
  return generateAtomFeed({
    id: `${feed.address}.atom`,
    title: { value: feed.title },
    subtitle: { value: feed.description },
    updated: new Date(feed.updated),
    authors: [{ name: feed.journal.name, uri: feed.journal.url }],
    rights: { value: `© ${feed.journal.name}` },
    links: [
      { href: `${feed.address}.atom`, rel: 'self', type: feedTypes.atom },
      { href: feed.page, rel: 'alternate', type: 'text/html' },
      ...(feed.hub === null ? [] : [{ href: feed.hub, rel: 'hub' }]),
    ],
    xml: { lang: feed.language },
    entries: feed.items.map((item) => ({
      id: item.id,
      title: { value: item.title },
      published: new Date(item.published),
      updated: new Date(item.updated),
      links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
      authors: item.authors.map(({ name, url }) => ({
        name,
        ...(url === null ? {} : { uri: url }),
      })),
      categories: item.categories.map(({ term, scheme, label }) => ({
        term,
        label,
        ...(scheme === null ? {} : { scheme }),
      })),
      ...(item.summary === '' ? {} : { summary: { value: item.summary } }),
      content: { value: item.html, type: 'html' },
      xml: { lang: item.language },
    })),
  });
}
