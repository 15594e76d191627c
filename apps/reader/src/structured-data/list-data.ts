import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { wasHeld } from '@viewpoints/domain/positions/position';
import type { CollectionPage } from 'schema-dts';
import { journalId } from './journal-data.ts';

/** A page that lists others. */
export function listData(
  {
    title,
    path,
    items,
  }: { title: string; path: string; items: readonly { name: string; path: string }[] },
  siteUrl: string,
): CollectionPage {
  return {
    '@type': 'CollectionPage',
    '@id': `${siteUrl}${path}`,
    name: title,
    url: `${siteUrl}${path}`,
    publisher: { '@id': journalId(siteUrl) },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: items.length,
      itemListElement: items.map(({ name, path: at }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        url: siteUrl + at,
      })),
    },
  };
}

/** Articles and findings as a list names them; not those findings that the journal had wrong. */
export const articleItems = (articles: readonly { slug: string; headline: string }[]) =>
  articles.map(({ slug, headline }) => ({ name: headline, path: `/articles/${slug}` }));
export const findingItems = (
  findings: readonly Pick<FindingView, 'id' | 'proposition' | 'state'>[],
) =>
  findings
    .filter(wasHeld)
    .map(({ id, proposition }) => ({ name: proposition, path: `/findings/${id}` }));
