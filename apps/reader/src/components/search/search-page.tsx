import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { searchKinds } from '@viewpoints/domain/search/search-query';
import type { SearchView } from '@viewpoints/domain/search/search-view';
import { type SearchFields, searchAddress } from '../../search-address.ts';
import { echoQuery } from '../../words/search-words.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { ChosenFacets, SearchFacets, SearchKinds } from './search-facets.tsx';
import { SearchForm } from './search-form.tsx';
import { SearchGuide } from './search-guide.tsx';
import { FoundNames, FoundPages, SearchHits } from './search-hits.tsx';
import { SearchIgnored } from './search-ignored.tsx';
import { Newest, NothingFound } from './search-nothing.tsx';

type Props = {
  fields: SearchFields;
  view: SearchView | 'too long' | null;
  newest: readonly ListedArticle[];
};

/** One box over everything that readers may see. `view` is null before a search. */
export function SearchPage({ fields, view, newest }: Props) {
  const { q = '' } = fields;
  return (
    <main id="content" className="page search-page">
      <PageHead
        title={q === '' ? 'Search' : `${echoQuery(q)} – Search`}
        description="Articles, findings, people and actors, in one search."
        path="/search"
        unlisted={view !== null}
      />
      <PageHeading title="Search" />
      <SearchForm fields={fields} />
      {view === null ? (
        <>
          <SearchGuide open />
          <Newest articles={newest} />
        </>
      ) : view === 'too long' ? (
        <>
          <p className="search-total">
            <strong>That is too long; use fewer words.</strong>
          </p>
          <SearchGuide open />
        </>
      ) : (
        <Found fields={fields} view={view} newest={newest} />
      )}
    </main>
  );
}

function Found({ fields: typed, view, newest }: Props & { view: SearchView }) {
  const isNothing = view.items.length + view.names.length + view.pages.length === 0;
  const fields = view.mended === null ? typed : { ...typed, q: view.mended };
  return (
    <>
      {view.mended === null ? null : (
        <p className="search-corrected">
          Showing results for{' '}
          <strong>
            <a href={searchAddress(fields)} dir="auto">
              {view.mended}
            </a>
          </strong>
          . Nothing was found for <Quoted words={typed.q ?? ''} />.
        </p>
      )}
      <p className="search-total">
        {isNothing ? <Nothing fields={fields} /> : <Total view={view} fields={fields} />}{' '}
        {view.items.length > 8 ? <a href="#narrow">Narrow it down</a> : null}
      </p>
      <SearchIgnored ignored={view.ignored} />
      <SearchKinds view={view} fields={fields} />
      <ChosenFacets fields={fields} names={view.chosen} />
      {isNothing ? <NothingFound fields={fields} view={view} newest={newest} /> : null}
      <div className="search-found">
        <div>
          <FoundPages pages={view.pages} />
          <FoundNames names={view.names} label="Matching names" />
          {view.items.length === 0 ? null : <SearchHits hits={view.items} />}
          {view.nextCursor === null && fields.cursor === undefined ? null : (
            <nav className="pager" aria-label="Pages of results">
              {fields.cursor === undefined ? null : (
                <a href={searchAddress({ ...fields, cursor: undefined })}>First page</a>
              )}
              {view.nextCursor === null ? null : (
                <a href={searchAddress({ ...fields, cursor: view.nextCursor })} rel="next">
                  More results
                </a>
              )}
            </nav>
          )}
        </div>
        {view.items.length === 0 ? null : <SearchFacets view={view} fields={fields} />}
      </div>
      <SearchGuide open={false} />
    </>
  );
}

function Nothing({ fields: { kind } }: { fields: SearchFields }) {
  const many = searchKinds.find((each) => each === kind);
  return (
    <strong>
      {many === undefined
        ? 'Nothing was found.'
        : `No ${kinds[many].label.many.toLowerCase()} were found.`}
    </strong>
  );
}

function Total({
  view: { total, capped, names, pages },
  fields,
}: {
  view: SearchView;
  fields: SearchFields;
}) {
  const { q = '' } = fields;
  const count = total === 0 ? names.length + pages.length : total;
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
  const said = echoQuery(words);
  return <span dir="auto">{said.includes('"') ? said : `“${said}”`}</span>;
}
