import type { SearchView } from '@viewpoints/domain/search/search-view';
import { ignoredWords } from '../../words/search-words.ts';

/** The ignored parts of the query, and why: a line for each reason. */
export function SearchIgnored({ ignored }: { ignored: SearchView['ignored'] }) {
  if (ignored.length === 0) return null;
  const reasons = Map.groupBy(ignored, ({ why, allowed }) => `${why} ${allowed.join()}`);
  return (
    <ul className="search-ignored" aria-label="Ignored">
      {[...reasons].map(([reason, parts]) => (
        <li key={reason}>
          Ignored:{' '}
          {parts.map(({ text }, index) => (
            <span key={text}>
              {index === 0 ? null : ', '}
              <span className="search-ignored-text" dir="auto">
                {text}
              </span>
            </span>
          ))}{' '}
          ({reasonOf(parts[0])}).
        </li>
      ))}
    </ul>
  );
}

function reasonOf(part: SearchView['ignored'][number] | undefined): string {
  if (part === undefined) return '';
  const why = ignoredWords[part.why] ?? part.why;
  return part.allowed.length === 0 ? why : `${why}; try ${part.allowed.join(', ')}`;
}
