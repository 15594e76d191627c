import { generateRssFeed } from 'feedsmith';
import { type Feed, type FeedItem, feedTypes } from './feed.ts';
import { oneLineSections } from './one-line-sections.ts';
import { plainHtml, plainWords } from './plain-words.ts';

/** A feed as RSS 2.0 with full text, authors, pictures and the time of the last change. */
export function writeRss(feed: Feed): string {
  const rss = generateRssFeed({
    title: plainWords(feed.title),
    link: feed.page,
    description: plainHtml(feed.description),
    language: feed.language,
    copyright: plainWords(`© ${feed.journal.name}`),
    lastBuildDate: new Date(feed.updated),
    docs: 'https://www.rssboard.org/rss-specification',
    atom: {
      links: [
        { href: `${feed.address}.rss`, rel: 'self', type: feedTypes.rss },
        ...(feed.hub === null ? [] : [{ href: feed.hub, rel: 'hub' }]),
      ],
    },
    items: feed.items.map((item) => ({
      title: plainWords(item.title),
      link: item.url,
      guid: { value: item.id, isPermaLink: false },
      pubDate: new Date(item.published),
      description: plainHtml(item.summary || item.title),
      content: { encoded: item.html },
      categories: item.categories.map(({ label, scheme }) => ({
        name: plainWords(label),
        ...(scheme === null ? {} : { domain: scheme }),
      })),
      dc: {
        creators: item.authors.map(({ name }) => plainWords(name)),
        languages: [item.language],
      },
      atom: { updated: new Date(item.updated) },
      ...mediaOf(item),
    })),
  });
  return oneLineSections(rss);
}

function mediaOf({ picture }: FeedItem) {
  if (picture === null) return {};
  const { url, width, height, alt, byteSize, mediaType } = picture;
  return {
    enclosures: [{ url, length: byteSize, type: mediaType }],
    media: {
      contents: [
        {
          ...{ url, type: mediaType, fileSize: byteSize, medium: 'image', width, height },
          description: { value: plainWords(alt), type: 'plain' },
        },
      ],
    },
  };
}
