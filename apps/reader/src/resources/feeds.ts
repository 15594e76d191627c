import {
  type FeedFormat,
  type FeedKind,
  feedAddress,
  feedFormats,
  feedKinds,
  feedPath,
} from '@viewpoints/domain/feeds/feed-addresses';
import { type FeedSubjectKind, kinds, kindsWith } from '@viewpoints/domain/kinds/kinds';
import { sayableText } from '@viewpoints/domain/text/markup';
import { readSettings } from '../env.ts';
import { slug } from '../http/route.ts';
import { findForPage, readerApi, sendOnIfMoved } from '../next/reader-api.ts';
import { currentRender } from '../next/render-context.ts';
import { articleItem } from './feeds/article-items.ts';
import { correctionItem } from './feeds/correction-items.ts';
import { type Feed, type FeedItem, feedTypes } from './feeds/feed.ts';
import { findingItem } from './feeds/finding-items.ts';
import { writeAtom } from './feeds/write-atom.ts';
import { writeJsonFeed } from './feeds/write-json-feed.ts';
import { writeRss } from './feeds/write-rss.ts';
import { writeLinks } from './links.ts';
import type { Resource, ResourceRoute } from './resource.ts';

/** Articles are in feeds with their full text, so there are fewer of them. */
const LIMITS = { articles: 20, findings: 50, corrections: 50 } as const;

const TITLES: Record<FeedKind, string> = {
  articles: 'Articles',
  findings: 'Findings',
  corrections: 'Corrections',
};

const PAGE_PATHS: Record<FeedKind, string> = {
  articles: '/',
  findings: '/findings',
  corrections: '/corrections',
};

const writers: Record<FeedFormat, (feed: Feed) => string> = {
  rss: writeRss,
  atom: writeAtom,
  json: writeJsonFeed,
};

type Subject = { kind: FeedSubjectKind; slug: string };

const subjectPath = ({ kind, slug: at }: Subject) => `/${kinds[kind].path}/${at}`;
type Items = { about: { slug: string; name: string } | null; items: FeedItem[] };

const file = new RegExp(`^(${feedKinds.join('|')})\\.(${feedFormats.join('|')})$`);
const isFile = (name: string) => file.test(name);

/** The feeds of everything, and those under each kind of entry that there are feeds of. */
export const feeds: readonly ResourceRoute[] = [
  { path: ['feeds', isFile], make: ({ segments }) => make(null, segments.at(-1) ?? '') },
  ...kindsWith('feed').map(
    (kind): ResourceRoute => ({
      path: [kinds[kind].path, slug, 'feeds', isFile],
      make: ({ segments }) => make({ kind, slug: segments[1] ?? '' }, segments.at(-1) ?? ''),
    }),
  ),
];

async function make(subject: Subject | null, name: string): Promise<Resource | null> {
  const [, kind, format] = (file.exec(name) ?? []) as [string?, FeedKind?, FeedFormat?];
  if (kind === undefined || format === undefined) return null;
  const journal = await readerApi().journal.get();
  const found = await findForPage(() => itemsOf(kind, subject, journal));
  if (found === null) return null;
  const { siteUrl, now } = currentRender();
  const present = found.about?.slug ?? subject?.slug ?? '';
  const under = subject === null ? '' : subjectPath({ ...subject, slug: present });
  if (subject !== null)
    sendOnIfMoved(subject.slug, present, (at) =>
      feedAddress(subjectPath({ ...subject, slug: at }), kind, format),
    );
  const title = [found.about?.name, kind === 'articles' ? undefined : TITLES[kind]].flatMap(
    (part) => part ?? [],
  );
  const feed: Feed = {
    address: siteUrl + feedPath(under, kind),
    page: siteUrl + (subject === null ? PAGE_PATHS[kind] : under),
    title: sayableText([journal.name, ...title].join(': ')),
    description: sayableText(journal.tagline),
    language: journal.language,
    journal: { name: sayableText(journal.name), url: `${siteUrl}/` },
    // A feed with nothing in it yet still has to say when it was made.
    updated: latest(found.items) ?? now.toISOString(),
    hub: readSettings().webSubHub,
    items: found.items,
  };
  return {
    type: `${feedTypes[format]}; charset=utf-8`,
    body: writers[format](feed),
    dated: true,
    links: writeLinks([
      { to: `${feed.address}.${format}`, rel: 'self', type: feedTypes[format] },
      ...(feed.hub === null ? [] : [{ to: feed.hub, rel: 'hub' }]),
    ]),
  };
}

const latest = (items: readonly FeedItem[]): string | undefined =>
  items
    .map(({ updated }) => updated)
    .sort()
    .at(-1);

async function itemsOf(
  kind: FeedKind,
  subject: Subject | null,
  journal: { language: string; timeZone: string },
): Promise<Items> {
  const { siteUrl } = currentRender();
  const { feeds: calls } = readerApi();
  const { language } = journal;
  const input = {
    about: subject,
    limit: LIMITS[kind],
  };
  switch (kind) {
    case 'articles': {
      const { about, items, files } = await calls.articles(input);
      return { about, items: items.map((item) => articleItem(item, { siteUrl, journal, files })) };
    }
    case 'findings': {
      const { about, items } = await calls.findings(input);
      return { about, items: items.map((item) => findingItem(item, { siteUrl, language })) };
    }
    case 'corrections': {
      const { about, items } = await calls.corrections(input);
      return { about, items: items.map((item) => correctionItem(item, { siteUrl, language })) };
    }
  }
}
