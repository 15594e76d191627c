import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import { feedAddress, feedFormats } from '@viewpoints/domain/feeds/feed-addresses';
import { feedTypes } from '../../resources/feeds/feed.ts';

/** A page with feeds of its own: its path, what it is called, and which would have anything in them. */
export type FeedsOf = { under: string; name: string; articles: boolean; findings: boolean };

/** The feeds of a page that lists articles, as far as the list determines them. */
export const feedsOfArticles = (
  page: { under: string; name: string },
  articles: readonly Pick<ArticleSummary, 'findingCount'>[],
): FeedsOf => ({
  ...page,
  articles: articles.length > 0,
  findings: articles.some(({ findingCount }) => findingCount > 0),
});

/** The feeds of a page that lists findings: each is in an article. */
export const feedsOfFindings = (
  page: { under: string; name: string },
  findings: readonly unknown[],
): FeedsOf => ({ ...page, articles: findings.length > 0, findings: findings.length > 0 });

const NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** Links for feed readers: the journal's feed, and that of the page's subject. */
export function FeedLinks({ journal, own }: { journal: string; own: FeedsOf | undefined }) {
  return (
    <>
      {own?.articles === true
        ? feedFormats.map((format) => (
            <link
              key={format}
              rel="alternate"
              type={feedTypes[format]}
              title={`${journal}: ${own.name} (${NAMES[format]})`}
              href={feedAddress(own.under, 'articles', format)}
            />
          ))
        : null}
      {own?.findings === true ? (
        <link
          rel="alternate"
          type={feedTypes.atom}
          title={`${journal}: ${own.name}: findings`}
          href={feedAddress(own.under, 'findings', 'atom')}
        />
      ) : null}
      {feedFormats.map((format) => (
        <link
          key={format}
          rel="alternate"
          type={feedTypes[format]}
          title={`${journal} (${NAMES[format]})`}
          href={feedAddress('', 'articles', format)}
        />
      ))}
    </>
  );
}
