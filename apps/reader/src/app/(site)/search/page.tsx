import { SearchFilters } from '@viewpoints/domain/search/facets';
import { maxSearchInput } from '@viewpoints/domain/search/parse-search';
import type { FacetCount, SearchView } from '@viewpoints/domain/search/search-view';
import { cleanText } from '@viewpoints/domain/text/normalise';
import { SearchPage } from '../../../components/search/search-page.tsx';
import { NothingHere } from '../../../components/shared/nothing-here.tsx';
import { findForPage, readerApi } from '../../../next/reader-api.ts';
import { currentRender } from '../../../next/render-context.ts';
import { type SearchFields, searchKeys } from '../../../search-address.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Search({ searchParams }: PageProps<'/search'>) {
  const { q: typed = '', ...filters } = await readQuery(searchParams, searchKeys);
  const q = cleanText(typed).trim();
  const fields: SearchFields = { ...filters, q };
  if (q.length > maxSearchInput) return <SearchPage fields={fields} view="too long" newest={[]} />;
  const hasQuery = q !== '' || Object.keys(filters).length > 0;
  const newest = async () =>
    (await readerApi().articles.list({ limit: 4, translations: 'together' })).items;
  if (!hasQuery) return <SearchPage fields={fields} view={null} newest={await newest()} />;
  const view = await find(fields);
  if (view === null) return <NothingHere />;
  const isNothing = view.items.length + view.names.length + view.pages.length === 0;
  if (isNothing && q !== '') currentRender().searchWithoutResults = q;
  return (
    <SearchPage
      fields={fields}
      view={{ ...view, facets: { ...view.facets, kind: await countKinds(fields, view) } }}
      newest={isNothing ? await newest() : []}
    />
  );
}

function find(fields: SearchFields, { limit }: { limit?: number } = {}) {
  const { q, cursor, year, ...rest } = fields;
  const filters = SearchFilters.parse(year === undefined ? rest : { ...rest, year: Number(year) });
  return findForPage((api) =>
    api.search.query({ ...filters, q, cursor, ...(limit === undefined ? {} : { limit }) }),
  );
}

/** How many there are of each kind: also of those that are not shown, where it is narrowed to one. */
async function countKinds(fields: SearchFields, view: SearchView): Promise<FacetCount[]> {
  const { kind, cursor, ...all } = fields;
  const counted = view.facets.kind ?? [];
  if (kind !== 'article' && kind !== 'finding') return counted;
  const whole = await find({ ...all, q: view.mended ?? fields.q }, { limit: 1 });
  return whole?.facets.kind ?? counted;
}
