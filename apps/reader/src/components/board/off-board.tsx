import { Fragment } from 'react';

type Props = {
  /** Rows for which a board has no room, with the pages of their positions. */
  others: readonly { slug: string; name: string; path: string }[];
};

/** So many names are read in a line; more fold. */
const FEW = 60;

/** What a long board has no room for, by name. */
export function OffBoard({ others }: Props) {
  if (others.length === 0) return null;
  const names = others.map(({ slug, name, path }, index) => (
    <Fragment key={slug}>
      {index === 0 ? null : ', '}
      <a href={path} dir="auto">
        {name}
      </a>
    </Fragment>
  ));
  if (others.length <= FEW) return <p className="board-others">Also: {names}</p>;
  return (
    <details className="board-others">
      <summary>{others.length} more</summary>
      <p>{names}</p>
    </details>
  );
}
