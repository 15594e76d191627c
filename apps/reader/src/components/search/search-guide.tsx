import { type Facet, facetNames, facets } from '@viewpoints/domain/search/facets';
import { searchAddress } from '../../search-address.ts';

const facetTips = facetNames.flatMap((name) => {
  const { tip }: Facet = facets[name];
  return tip === undefined ? [] : [tip];
});

const EXAMPLES: readonly (readonly [query: string, what: string])[] = [
  ['water rights', 'both words, in any order and form'],
  ['"water rights"', 'the words together'],
  ['ceasefire -winter', 'the first word, and not the second'],
  ['ceasefire OR truce', 'either word'],
  ['negotiat*', 'words that begin so'],
  ['in:title delta', 'in headlines and propositions alone'],
  ...facetTips,
  ['after:2025 before:2026-03', 'from 2025 on, until the end of February 2026'],
];

/** Search tips. Folded where there are results to read. */
export function SearchGuide({ open }: { open: boolean }) {
  return (
    <details className="search-guide" open={open}>
      <summary>Search tips</summary>
      <dl>
        {EXAMPLES.map(([query, what]) => (
          <div key={query}>
            <dt>
              <a href={searchAddress({ q: query })} rel="nofollow">
                <code>{query}</code>
              </a>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>
        Accents, capitals and endings make no difference, and neither does the keyboard a letter was
        typed on. Names of more than one word stand in quotation marks: <code>actor:"name"</code>.
      </p>
    </details>
  );
}
