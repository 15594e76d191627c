import type { ReactNode } from 'react';
import type { DocumentWords } from './document-view.tsx';

/** The reference to a footnote in its place. */
export function NoteReference({ number, words }: { number: number; words: DocumentWords }) {
  return (
    <sup className="note-ref">
      <a
        id={`note-ref-${number}`}
        href={`#note-${number}`}
        role="doc-noteref"
        aria-label={words.note(number)}
      >
        {number}
      </a>
    </sup>
  );
}

/** The notes of a document, each with a way back to its place in the text. */
export function Footnotes(props: {
  notes: readonly { number: number; text: ReactNode }[];
  words: DocumentWords;
}) {
  const { notes, words } = props;
  return (
    <section className="footnotes" role="doc-endnotes" aria-labelledby="footnotes">
      <h2 id="footnotes">{words.notes}</h2>
      <ol>
        {notes.map(({ number, text }) => (
          <li key={number} id={`note-${number}`}>
            {text}{' '}
            <a
              className="back-to-text"
              href={`#note-ref-${number}`}
              role="doc-backlink"
              aria-label={`${words.backToText} ${number}`}
            >
              {/* The selector keeps phones from drawing the arrow as a picture. */}
              {'\u21A9\uFE0E'}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
