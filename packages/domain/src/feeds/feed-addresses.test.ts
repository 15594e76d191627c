import { expect, test } from 'vitest';
import { feedAddress, feedAddresses } from './feed-addresses.ts';

test('the feed of everything, and of one actor', () => {
  expect(feedAddress('', 'articles', 'rss')).toBe('/feeds/articles.rss');
  expect(feedAddress('/actors/halden', 'findings', 'json')).toBe(
    '/actors/halden/feeds/findings.json',
  );
});

test('there is a feed of each kind in each format', () => {
  expect(feedAddresses('/topics/water')).toEqual([
    '/topics/water/feeds/articles.rss',
    '/topics/water/feeds/articles.atom',
    '/topics/water/feeds/articles.json',
    '/topics/water/feeds/findings.rss',
    '/topics/water/feeds/findings.atom',
    '/topics/water/feeds/findings.json',
    '/topics/water/feeds/corrections.rss',
    '/topics/water/feeds/corrections.atom',
    '/topics/water/feeds/corrections.json',
  ]);
});
