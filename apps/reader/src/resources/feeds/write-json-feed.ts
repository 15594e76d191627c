import type { Feed } from './feed.ts';
import { plainWords } from './plain-words.ts';

/** A feed as JSON Feed 1.1. Keys of our own begin with `_viewpoints`, as the format requires. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: plainWords(feed.title),
    home_page_url: feed.page,
    feed_url: `${feed.address}.json`,
    description: plainWords(feed.description),
    language: feed.language,
    authors: [{ name: plainWords(feed.journal.name), url: feed.journal.url }],
    ...(feed.hub === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    items: feed.items.map((item) => ({
      id: item.id,
      url: item.url,
      title: plainWords(item.title),
      content_html: item.html,
      ...(item.summary === '' ? {} : { summary: plainWords(item.summary) }),
      ...(item.picture === null ? {} : { image: item.picture.url }),
      date_published: item.published,
      date_modified: item.updated,
      ...(item.authors.length === 0
        ? {}
        : {
            authors: item.authors.map(({ name, url }) => ({
              name: plainWords(name),
              ...(url === null ? {} : { url }),
            })),
          }),
      ...(item.categories.length === 0
        ? {}
        : { tags: item.categories.map(({ label }) => plainWords(label)) }),
      language: item.language,
      ...(item.extension === null ? {} : { _viewpoints: item.extension }),
    })),
  });
}
