import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { Day } from '../shared/when.tsx';

/** Every published version, newest first. With only one there is nothing to compare. */
export function VersionList({ article, current }: { article: ArticleView; current: number }) {
  const { versions, slug } = article;
  if (versions.length < 2) return null;
  return (
    <section className="versions" aria-labelledby="versions">
      <h2 id="versions">Versions</h2>
      <ol>
        {versions.map(({ number, at, note, minor }) => (
          <li key={number} value={number}>
            {number === current ? (
              <strong aria-current="page">Version {number}</strong>
            ) : (
              <a href={`/articles/${slug}/versions/${number}`}>Version {number}</a>
            )}
            , <Day at={at} />
            {minor ? ' (minor change)' : null}
            {note === null ? null : `: ${note}`}
          </li>
        ))}
      </ol>
    </section>
  );
}
