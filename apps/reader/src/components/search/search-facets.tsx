import type { Genre } from '@viewpoints/domain/articles/article';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import type { Stance } from '@viewpoints/domain/findings/finding-fields';
import { stanceLabels } from '@viewpoints/domain/findings/finding-labels';
import { kinds, type SearchKind } from '@viewpoints/domain/kinds/kinds';
import { type FacetName, facetNames, facets, searchFacets } from '@viewpoints/domain/search/facets';
import { searchKinds } from '@viewpoints/domain/search/search-query';
import type { SearchView } from '@viewpoints/domain/search/search-view';
import { useJournal } from '../../next/journal.ts';
import { type SearchFields, searchAddress } from '../../search-address.ts';

type Props = { view: SearchView; fields: SearchFields };

/** The filters of the results, with counts. Each count is of the present results. */
export function SearchFacets({ view, fields }: Props) {
  const { language } = useJournal();
  const shown = searchFacets.filter(
    (facet) =>
      facet !== 'kind' && fields[facet] === undefined && (view.facets[facet]?.length ?? 0) > 1,
  );
  if (shown.length === 0) return null;
  return (
    <nav className="search-facets" id="narrow" aria-labelledby="narrow-title">
      <h2 id="narrow-title">Narrow it down</h2>
      {shown.map((facet) => (
        <section key={facet} aria-labelledby={`narrow-${facet}`}>
          <h3 id={`narrow-${facet}`}>{facets[facet].label}</h3>
          <ul>
            {view.facets[facet]?.map(({ value, name, count }) => (
              <li key={value}>
                <a href={searchAddress({ ...fields, cursor: undefined, [facet]: value })}>
                  <span dir="auto">{facetName(facet, value, name, language)}</span>{' '}
                  <span className="search-count">{count}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

/** The kinds of results, with counts. A kind without results is no link. */
export function SearchKinds({ view, fields }: Props) {
  const counts = new Map(view.facets.kind?.map(({ value, count }) => [value, count]));
  const listed = searchKinds.filter(
    (kind) => isHit(kind) || counts.has(kind) || fields.kind === kind,
  );
  return (
    <nav className="search-kinds" aria-label="Kinds of results">
      <ul>
        {[undefined, ...listed].map((kind) => {
          const count = kind === undefined ? null : (counts.get(kind) ?? 0);
          const words = kind === undefined ? 'All' : kinds[kind].label.many;
          const label = (
            <>
              {words}
              {count === null ? null : <span className="search-count"> {count}</span>}
            </>
          );
          return (
            <li key={kind ?? 'all'}>
              {count === 0 && fields.kind !== kind ? (
                <span>{label}</span>
              ) : (
                <a
                  href={searchAddress({ ...fields, kind, cursor: undefined })}
                  aria-current={fields.kind === kind ? 'page' : undefined}
                >
                  {label}
                </a>
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Articles and findings are always listed, names only if there are any. */
const isHit = (kind: SearchKind) => kind === 'article' || kind === 'finding';

/** The active filters, each with a link that removes it. */
export function ChosenFacets({
  fields,
  names,
}: {
  fields: SearchFields;
  names: SearchView['chosen'];
}) {
  const { language } = useJournal();
  const chosen = facetNames.flatMap((facet) => {
    const value = facet === 'kind' ? undefined : fields[facet];
    return value === undefined ? [] : [[facet, value] as const];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className="search-chosen" aria-label="Narrowed to">
      {chosen.map(([facet, value]) => {
        const name = names.find((each) => each.facet === facet)?.name ?? value;
        return (
          <li key={facet}>
            <a href={searchAddress({ ...fields, cursor: undefined, [facet]: undefined })}>
              <span className="visually-hidden">Remove filter: </span>
              {facets[facet].label}:{' '}
              <span dir="auto">{facetName(facet, value, name, language)}</span>
              <span aria-hidden="true"> ×</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function facetName(facet: FacetName, value: string, name: string, language: string): string {
  switch (facets[facet].holds) {
    case 'genre':
      return genreLabels[value as Genre] ?? name;
    case 'stance':
      return stanceLabels[value as Stance] ?? name;
    case 'language':
      return new Intl.DisplayNames(language, { type: 'language' }).of(value) ?? value;
    default:
      return name;
  }
}
