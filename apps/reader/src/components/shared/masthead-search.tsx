import { maxSearchInput } from '@viewpoints/domain/search/parse-search';
import { PageScript } from './page-script.tsx';

/** The search in the head of every page: a box where there is room for one, else a link. */
export function MastheadSearch() {
  return (
    <li className="masthead-search">
      <a href="/search" rel="search">
        Search
      </a>
      <search>
        <form action="/search">
          <label className="visually-hidden" htmlFor="masthead-words">
            Search the journal
          </label>
          <input
            id="masthead-words"
            type="search"
            name="q"
            placeholder="Search the journal"
            required
            maxLength={maxSearchInput}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            dir="auto"
            enterKeyHint="search"
            data-suggestions="/search/suggestions"
          />
          <button type="submit" aria-label="Search">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="6.5" cy="6.5" r="4.75" />
              <path d="m10 10 4.5 4.5" />
            </svg>
          </button>
        </form>
        <PageScript name="search-box" />
      </search>
    </li>
  );
}
