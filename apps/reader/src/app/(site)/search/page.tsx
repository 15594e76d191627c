import { Genre } from '@viewpoints/domain/articles/article';
import { Stance } from '@viewpoints/domain/findings/finding';
import { mostTyped } from '@viewpoints/domain/search/parse-search';
import { searchKinds } from '@viewpoints/domain/search/search-query';
import { cleanText } from '@viewpoints/domain/text/normalise';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { SearchPage } from '../../../components/search-page.tsx';
import { findForPage, readerApi } from '../../../reader-api.ts';
import { currentRender } from '../../../render-record.ts';
import { type SearchAsked, searchKeys } from '../../../search-address.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const { q: typed = '', ...filters } = await readQuery(searchParams, searchKeys);
  const q = cleanText(typed.slice(0, mostTyped)).trim();
  const asked: SearchAsked = { ...filters, q };
  const isAsked = q !== '' || Object.keys(filters).length > 0;
  const newest = async () =>
    (await readerApi().articles.list({ limit: 4, translations: 'together' })).items;
  if (!isAsked) return <SearchPage asked={asked} view={null} newest={await newest()} />;
  const { kind, genre, stance, year, ...rest } = filters;
  const view = await findForPage((api) =>
    api.search.query({
      ...{ ...rest, q },
      ...(kind === undefined ? {} : { kind: searchKinds.find((each) => each === kind) }),
      ...(genre === undefined ? {} : { genre: Genre.parse(genre) }),
      ...(stance === undefined ? {} : { stance: Stance.parse(stance) }),
      ...(year === undefined ? {} : { year: Number(year) }),
    }),
  );
  if (view === null) return <NothingHere />;
  const isNothing = view.items.length + view.names.length === 0;
  if (isNothing && q !== '') currentRender().searchedInVain = q;
  return <SearchPage asked={asked} view={view} newest={isNothing ? await newest() : []} />;
}
