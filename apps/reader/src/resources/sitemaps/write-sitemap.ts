import { element, escapeMarkup } from '@viewpoints/domain/text/markup';

/** The same page in another language, itself included (Google reads the whole set on each). */
export type LanguageLink = { language: string; url: string };

/** One address in a sitemap; all addresses are whole. */
export type SitemapEntry = {
  url: string;
  changedAt?: string;
  pictures?: readonly string[];
  languages?: readonly LanguageLink[];
};

/** An article in a news sitemap. */
export type NewsEntry = { url: string; language: string; title: string; publishedAt: string };

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const SITEMAPS = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const IMAGE = 'http://www.google.com/schemas/sitemap-image/1.1';
const NEWS = 'http://www.google.com/schemas/sitemap-news/0.9';
const XHTML = 'http://www.w3.org/1999/xhtml';

const text = (name: string, value: string) => element(name, {}, escapeMarkup(value));

/** A sitemap of pages with their pictures and languages. */
export function writeSitemap(entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ url, changedAt, pictures = [], languages = [] }) =>
    element(
      'url',
      {},
      [
        text('loc', url),
        changedAt === undefined ? '' : text('lastmod', changedAt),
        ...languages.map(({ language, url: href }) =>
          element('xhtml:link', { rel: 'alternate', hreflang: language, href }, null),
        ),
        ...pictures.map((picture) => element('image:image', {}, text('image:loc', picture))),
      ].join(''),
    ),
  );
  return wrap('urlset', { 'xmlns:image': IMAGE, 'xmlns:xhtml': XHTML }, urls);
}

/**
 * A sitemap of what was published in the last two days. If there is nothing, it is empty: readers
 * of news sitemaps reject an entry without news.
 */
export function writeNewsSitemap(entries: readonly NewsEntry[], journal: { name: string }): string {
  const urls = entries.map(({ url, language, title, publishedAt }) => {
    const publication =
      text('news:name', journal.name) + text('news:language', newsLanguage(language));
    return element(
      'url',
      {},
      text('loc', url) +
        element(
          'news:news',
          {},
          element('news:publication', {}, publication) +
            text('news:publication_date', publishedAt) +
            text('news:title', title),
        ),
    );
  });
  return wrap('urlset', { 'xmlns:news': NEWS }, urls);
}

/** ISO 639, two or three letters; scripts are distinguished only for Chinese. */
function newsLanguage(tag: string): string {
  const { language, script, region } = new Intl.Locale(tag).maximize();
  if (language === 'zh') return script === 'Hant' || region === 'TW' ? 'zh-tw' : 'zh-cn';
  return language ?? 'en';
}

/** An index of sitemaps. */
export function writeSitemapIndex(
  sitemaps: readonly { url: string; changedAt?: string }[],
): string {
  const entries = sitemaps.map(({ url, changedAt }) =>
    element(
      'sitemap',
      {},
      text('loc', url) + (changedAt === undefined ? '' : text('lastmod', changedAt)),
    ),
  );
  return wrap('sitemapindex', {}, entries);
}

const wrap = (name: string, spaces: Record<string, string>, entries: string[]): string =>
  `${HEAD}${element(name, { xmlns: SITEMAPS, ...spaces }, `\n${entries.join('\n')}\n`)}\n`;
