import type { BylineView } from '@viewpoints/domain/articles/article-view';

/** Who wrote it, or why nobody is named. */
export function Byline({ byline, linked }: { byline: BylineView; linked?: boolean }) {
  if (byline.authors.length === 0)
    return byline.reason === null ? null : (
      <span className="byline" dir="auto">
        {byline.reason}
      </span>
    );
  return (
    <span className="byline" dir="auto">
      By{' '}
      {byline.authors.map(({ slug, name }, index, { length }) => (
        <span key={slug}>
          {index === 0 ? null : index === length - 1 ? ' and ' : ', '}
          {linked === true ? (
            <a href={`/people/${slug}`} rel="author">
              {name}
            </a>
          ) : (
            <span className="byline-name">{name}</span>
          )}
        </span>
      ))}
    </span>
  );
}
