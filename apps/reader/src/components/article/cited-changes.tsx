import type { CitedChange } from '@viewpoints/domain/articles/article-page-view';
import { ArticleLink } from '../shared/article-link.tsx';
import { Day } from '../shared/when.tsx';

/** Corrections, replacements and retractions of what an article cites, shown before its text. */
export function CitedChanges({ changes }: { changes: readonly CitedChange[] }) {
  if (changes.length === 0) return null;
  return (
    <aside className="cited-changes" aria-label="Since publication">
      <ul>
        {changes.map((change) => (
          <li
            key={`${change.kind} ${change.findingId ?? change.article.id} ${change.at}`}
            data-kind={change.kind}
          >
            <Sentence change={change} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Sentence({ change }: { change: CitedChange }) {
  const { kind, article, findingId, replacement, why, at } = change;
  const day = <Day at={at} />;
  const link = <ArticleLink to={article} />;
  switch (kind) {
    case 'retraction':
      return (
        <>
          An article that this one cites, {link}, was retracted on {day}: <q dir="auto">{why}</q>
        </>
      );
    case 'correction':
      return (
        <>
          An article that this one cites, {link}, was corrected on {day}: <q dir="auto">{why}</q>
        </>
      );
    case 'withdrawn_finding':
      return (
        <>
          <a href={`/findings/${findingId}`}>A finding</a> that this article cites, reported in{' '}
          {link}, was withdrawn on {day}.
        </>
      );
    default:
      return (
        <>
          <a href={`/findings/${findingId}`}>A finding</a> that this article cites, reported in{' '}
          {link}, {kind === 'corrected_finding' ? 'was corrected' : 'changed'} on {day}
          {replacement === null ? (
            '.'
          ) : (
            <>
              : <a href={`/findings/${replacement.id}`}>{replacement.proposition}</a>
            </>
          )}
        </>
      );
  }
}
