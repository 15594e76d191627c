import { maxSearchInput } from '@viewpoints/domain/search/parse-search';
import type { SearchFields } from '../../search-address.ts';

/** The search box, which retains the filters of the search. The script offers names while typing. */
export function SearchForm({ fields }: { fields: SearchFields }) {
  const { q = '', cursor, ...filters } = fields;
  return (
    <search className="search-form">
      <form action="/search" method="get">
        <label htmlFor="search-words">Words or names</label>
        <div className="search-box">
          <input
            id="search-words"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={maxSearchInput}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            enterKeyHint="search"
            data-suggestions="/search/suggestions"
          />
          <button type="submit">Search</button>
        </div>
        {Object.entries(filters).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
      </form>
    </search>
  );
}
