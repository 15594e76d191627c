import { feedAddress, feedFormats } from '@viewpoints/domain/feeds/feed-addresses';
import { feedTypes } from '../feeds/feed.ts';

/** A page with feeds of its own: its path, and what it is called. */
export type FeedsOf = { under: string; name: string };

const NAMES = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const;

/** Tells feed readers what to subscribe to: the journal, and what this page is about. */
export function FeedLinks({ journal, own }: { journal: string; own: FeedsOf | undefined }) {
  return (
    <>
      {own === undefined ? null : (
        <>
          {feedFormats.map((format) => (
            <link
              key={format}
              rel="alternate"
              type={feedTypes[format]}
              title={`${journal}: ${own.name} (${NAMES[format]})`}
              href={feedAddress(own.under, 'articles', format)}
            />
          ))}
          <link
            rel="alternate"
            type={feedTypes.atom}
            title={`${journal}: ${own.name}: findings`}
            href={feedAddress(own.under, 'findings', 'atom')}
          />
        </>
      )}
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
