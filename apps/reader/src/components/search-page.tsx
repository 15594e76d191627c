import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { SearchView } from '@viewpoints/domain/search/search-view';
import { type SearchAsked, searchAddress } from '../search-address.ts';
import { ignoredWords } from '../words/search-words.ts';
import { ArticleList } from './article-list.tsx';
import { PageHead } from './page-head.tsx';
import { PageHeading } from './page-heading.tsx';
import { ChosenFacets, SearchFacets, SearchKinds } from './search-facets.tsx';
import { SearchForm } from './search-form.tsx';
import { SearchGuide } from './search-guide.tsx';
import { FoundNames, SearchHits } from './search-hits.tsx';

type Props = { asked: SearchAsked; view: SearchView | null; newest: readonly ListedArticle[] };

/** One box over everything that readers may see. `view` is null where nothing was asked yet. */
export function SearchPage({ asked, view, newest }: Props) {
  const { q = '' } = asked;
  return (
    <main id="content" className="page search-page">
      <PageHead
        title={q === '' ? 'Search' : `${q} – Search`}
        description="Articles, findings, people and actors, in one search."
        path="/search"
        unlisted={view !== null}
      />
      <PageHeading kind="Look it up" title="Search" />
      <SearchForm asked={asked} />
      {view === null ? (
        <>
          <SearchGuide open />
          <Newest articles={newest} />
        </>
      ) : (
        <Found asked={asked} view={view} newest={newest} />
      )}
    </main>
  );
}

function Found({ asked: typed, view, newest }: Props & { view: SearchView }) {
  const isNothing = view.items.length === 0 && view.names.length === 0;
  const asked = view.mended === null ? typed : { ...typed, q: view.mended };
  return (
    <>
      {view.mended === null ? null : (
        <p className="search-mended">
          Showing results for{' '}
          <strong>
            <a href={searchAddress(asked)} dir="auto">
              {view.mended}
            </a>
          </strong>
          . Nothing was found for <Quoted words={typed.q ?? ''} />.
        </p>
      )}
      <p className="search-total">
        {isNothing ? <strong>Nothing was found.</strong> : <Total view={view} asked={asked} />}{' '}
        {view.items.length > 8 ? <a href="#narrow">Narrow it down</a> : null}
      </p>
      <Ignored ignored={view.ignored} />
      <SearchKinds view={view} asked={asked} />
      <ChosenFacets asked={asked} names={view.chosen} />
      {isNothing ? <NothingFound asked={asked} view={view} newest={newest} /> : null}
      <div className="search-found">
        <div>
          <FoundNames names={view.names} label="Pages with this name" />
          {view.items.length === 0 ? null : <SearchHits hits={view.items} />}
          {view.nextCursor === null && asked.cursor === undefined ? null : (
            <nav className="pager" aria-label="Pages of results">
              {asked.cursor === undefined ? null : (
                <a href={searchAddress({ ...asked, cursor: undefined })}>Back to the first</a>
              )}
              {view.nextCursor === null ? null : (
                <a href={searchAddress({ ...asked, cursor: view.nextCursor })} rel="next">
                  More results
                </a>
              )}
            </nav>
          )}
        </div>
        <SearchFacets view={view} asked={asked} />
      </div>
      <SearchGuide open={false} />
    </>
  );
}

function Total({
  view: { total, capped, names },
  asked,
}: {
  view: SearchView;
  asked: SearchAsked;
}) {
  const { q = '' } = asked;
  const count = total === 0 ? names.length : total;
  return (
    <>
      <strong>
        {capped ? `More than ${total}` : count} {count === 1 ? 'result' : 'results'}
      </strong>
      {q === '' ? null : (
        <>
          {' '}
          for <Quoted words={q} />
        </>
      )}
      {capped ? '; these are the newest, the best of them first.' : '.'}
    </>
  );
}

function Quoted({ words }: { words: string }) {
  return <span dir="auto">{words.includes('"') ? words : `“${words}”`}</span>;
}

function Ignored({ ignored }: { ignored: SearchView['ignored'] }) {
  if (ignored.length === 0) return null;
  return (
    <ul className="search-ignored" aria-label="Left out of account">
      {ignored.slice(0, 8).map(({ text, why }) => (
        <li key={`${text} ${why}`}>
          Without{' '}
          <span className="search-ignored-text" dir="auto">
            {text}
          </span>
          : {ignoredWords[why] ?? why}.
        </li>
      ))}
    </ul>
  );
}

/** What to try instead: other words, fewer filters, the nearest names, the newest pieces. */
function NothingFound({ asked, view, newest }: Props & { view: SearchView }) {
  const { q = '', cursor, ...filters } = asked;
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
      <FoundNames names={view.closest} label="Pages whose names are near" />
      <Newest articles={newest} />
    </div>
  );
}

function Newest({ articles }: { articles: readonly ListedArticle[] }) {
  if (articles.length === 0) return null;
  return (
    <section className="search-newest" aria-labelledby="newest">
      <h2 id="newest">The newest pieces</h2>
      <ArticleList articles={articles} level={3} empty="" />
    </section>
  );
}
