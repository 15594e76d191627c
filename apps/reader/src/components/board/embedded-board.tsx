import type { ReactNode } from 'react';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';

type Props = { title: string; path: string; children: ReactNode };

/** A board in a frame on another site, with where it is from. */
export function EmbeddedBoard({ title, path, children }: Props) {
  const journal = useJournal();
  return (
    <main id="content" className="embed-page">
      <title>{`${title} · ${journal.name}`}</title>
      <link rel="canonical" href={currentRender().siteUrl + path} />
      <h1>
        <a href={path}>{title}</a>
      </h1>
      {children ?? <p className="empty">Nothing has been reported yet.</p>}
      <p className="board-key">
        From <a href={path}>{journal.name}</a>, where each position leads to the words it rests on.
      </p>
    </main>
  );
}
