import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { SearchView } from '@viewpoints/domain/search/search-view';
import { type SearchFields, searchAddress } from '../../search-address.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { FoundNames } from './search-hits.tsx';

type Props = { fields: SearchFields; view: SearchView; newest: readonly ListedArticle[] };

/** What to try instead: other words, fewer filters, the nearest names, the newest articles. */
export function NothingFound({ fields, view, newest }: Props) {
  const { q = '', cursor, ...filters } = fields;
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <div className="search-nothing">
      {view.didYouMean === null ? null : (
        <p>
          Did you mean{' '}
          <a href={searchAddress({ q: view.didYouMean })} dir="auto">
            {view.didYouMean}
          </a>
          ?
        </p>
      )}
      {isNarrowed && q !== '' ? (
        <p>
          <a href={searchAddress({ q })}>Search everything for the same words.</a>
        </p>
      ) : null}
      <FoundNames names={view.closest} label="Similar names" />
      <Newest articles={newest} />
    </div>
  );
}

export function Newest({ articles }: { articles: readonly ListedArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="search-newest" aria-labelledby="newest">
      <h2 id="newest">The newest articles</h2>
      <ArticleList articles={articles} level={3} empty="" />
    </section>
  );
}
