import type { ReactNode } from 'react';

type Props = {
  /** The kind of page, with a link up if there is one; left out where the title says it. */
  kind?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
};

/** The head of every page that is not an article. */
export function PageHeading({ kind, title, children }: Props) {
  return (
    <header className="page-heading">
      {kind === undefined ? null : <p className="rubric">{kind}</p>}
      <h1>{title}</h1>
      {children}
    </header>
  );
}
