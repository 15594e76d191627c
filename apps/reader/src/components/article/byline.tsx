import type { BylineView } from '@viewpoints/domain/articles/article-view';

type Props = {
  byline: BylineView;
  /** Whether each name leads to its person's page. */
  linked?: boolean;
  /** Only the names, without "By". */
  bare?: boolean;
};

/** Who wrote it, or why nobody is named. */
export function Byline({ byline, linked, bare }: Props) {
  if (byline.authors.length === 0)
    return byline.reason === null ? null : <span className="byline">{byline.reason}</span>;
  return (
    <span className="byline">
      {bare === true ? null : 'By '}
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
