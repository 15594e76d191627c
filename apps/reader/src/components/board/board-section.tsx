import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** The page whose board it is: "/issues/ceasefire". */
  path: string;
  filters: ReactNode;
  children: ReactNode;
};

/** The stance board on a page, with how it is read, its filters and its other forms. */
export function BoardSection({ title, path, filters, children }: Props) {
  return (
    <section className="board-section" aria-labelledby="board">
      <h2 id="board">{title}</h2>
      <details className="board-filters">
        <summary>Filter</summary>
        {filters}
      </details>
      {children}
      <BoardKey />
      <p className="board-files">
        The same as <a href={`${path}/board.csv`}>CSV</a>, <a href={`${path}/board.json`}>JSON</a>,{' '}
        <a href={`${path}/board.svg`}>SVG</a> or <a href={`${path}/board.png`}>picture</a>.{' '}
        <a href={`${path}/board#embed`}>Embed it</a>
      </p>
    </section>
  );
}

/** How the board is read, in a few words. */
export function BoardKey() {
  return (
    <p className="board-key">
      Each position leads to the words it rests on. <em>Silent</em> means that they had the occasion
      to speak and did not; <em>looked for, not found</em>, that this journal searched without
      result; <em>not looked for</em> says nothing about what they hold.
    </p>
  );
}
