import type { ReactNode } from 'react';
import type { DocumentLabels } from './document-labels.ts';

/** The reference to a footnote in its place: it opens the note there, without a script. */
export function NoteReference({ number, words }: { number: number; words: DocumentLabels }) {
  return (
    <sup className="note-ref">
      <button
        type="button"
        id={`note-ref-${number}`}
        popoverTarget={`note-${number}`}
        aria-label={words.note(number)}
      >
        {number}
      </button>
    </sup>
  );
}

/**
 * The notes of a document. Each is in the list at the end, where it is read and printed, and is
 * also the popover that its reference opens: closed, a popover is hidden unless its style says
 * otherwise, and here it does.
 */
export function Footnotes(props: {
  notes: readonly { number: number; text: ReactNode }[];
  words: DocumentLabels;
}) {
  const { notes, words } = props;
  return (
    <section className="footnotes" role="doc-endnotes" aria-labelledby="footnotes">
      <h2 id="footnotes">{words.notes}</h2>
      <ol>
        {notes.map(({ number, text }) => (
          <li key={number} id={`note-${number}`} popover="auto" data-number={number}>
            <div className="note-text">{text}</div>
            {/* biome-ignore lint/a11y/useAnchorContent: its name is its label, its sign is drawn by style */}
            <a
              className="back-to-text"
              href={`#note-ref-${number}`}
              role="doc-backlink"
              aria-label={`${words.backToText} ${number}`}
            />
            <button
              type="button"
              className="close-note"
              popoverTarget={`note-${number}`}
              popoverTargetAction="hide"
              aria-label={words.closeNote(number)}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
