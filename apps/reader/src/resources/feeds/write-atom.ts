import { generateAtomFeed } from 'feedsmith';
import { type Feed, type FeedItem, feedTypes } from './feed.ts';
import { oneLineSections } from './one-line-sections.ts';
import { plainHtml, plainWords } from './plain-words.ts';

/** A feed as Atom (RFC 4287): what was corrected is the same entry with a later `updated`. */
export function writeAtom(feed: Feed): string {
  const updated = apart(feed.items.map((item) => item.updated));
  const atom = generateAtomFeed({
    id: `${feed.address}.atom`,
    title: { value: plainHtml(feed.title), type: 'html' },
    subtitle: { value: plainHtml(feed.description), type: 'html' },
    updated: new Date(feed.updated),
    authors: [{ name: plainWords(feed.journal.name), uri: feed.journal.url }],
    rights: { value: plainHtml(`© ${feed.journal.name}`), type: 'html' },
    links: [
      { href: `${feed.address}.atom`, rel: 'self', type: feedTypes.atom },
      { href: feed.page, rel: 'alternate', type: 'text/html' },
      ...(feed.hub === null ? [] : [{ href: feed.hub, rel: 'hub' }]),
    ],
    xml: { lang: feed.language },
    entries: feed.items.map((item, index) => ({
      id: item.id,
      title: { value: plainHtml(item.title), type: 'html' },
      published: new Date(item.published),
      updated: updated[index] ?? new Date(item.updated),
      links: [{ href: item.url, rel: 'alternate', type: 'text/html' }, ...enclosureOf(item)],
      authors: item.authors.map(({ name, url }) => ({
        name: plainWords(name),
        ...(url === null ? {} : { uri: url }),
      })),
      categories: item.categories.map(({ term, scheme, label }) => ({
        term: plainWords(term),
        label: plainWords(label),
        ...(scheme === null ? {} : { scheme }),
      })),
      ...(item.summary === '' ? {} : { summary: { value: plainHtml(item.summary), type: 'html' } }),
      content: { value: item.html, type: 'html' },
      xml: { lang: item.language },
    })),
  });
  return oneLineSections(atom);
}

const enclosureOf = ({ picture }: FeedItem) =>
  picture === null
    ? []
    : [
        {
          ...{ href: picture.url, rel: 'enclosure' },
          ...{ type: picture.mediaType, length: picture.byteSize },
        },
      ];

/**
 * The given times, equal ones set a millisecond apart: feed readers sort entries by them, and would
 * show simultaneous ones in any order.
 */
function apart(times: readonly string[]): Date[] {
  const taken = new Set<number>();
  return times.map((time) => {
    let at = Date.parse(time);
    while (taken.has(at)) at += 1;
    taken.add(at);
    return new Date(at);
  });
}
