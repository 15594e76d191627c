import { dropMissingGoogleNotes } from './google-notes.ts';
import { type LeftOut, nothingLeftOut } from './left-out.ts';
import { moveNotesInPlace } from './pasted-notes.ts';
import { pastedOrigin } from './pasted-origin.ts';
import { rebuildPasted } from './rebuild-pasted.ts';
import { restoreWordMarkup } from './word-markup.ts';

export type CleanPaste = {
  /** HTML that holds nothing but what the editor's schema parses. */
  html: string;
  leftOut: LeftOut;
};

/**
 * Cleans what a word processor or a web page puts on the clipboard down to the document's own nodes
 * and marks, with footnotes and endnotes moved to where they are called. `language` is the
 * article's: words marked as another language stay marked. Needs a DOM (`DOMParser`).
 */
export function cleanPastedHtml(html: string, language: string): CleanPaste {
  const origin = pastedOrigin(html);
  const leftOut = nothingLeftOut();
  // Copied in this editor: the schema wrote it, and reads it back under its own rules.
  if (origin === 'own') return { html, leftOut };
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  if (origin === 'word') Object.assign(leftOut, restoreWordMarkup(body));
  moveNotesInPlace(body);
  if (origin === 'google_docs') leftOut.noteWords = dropMissingGoogleNotes(body);
  const clean = document.implementation.createHTMLDocument('').body;
  clean.append(
    ...rebuildPasted(body, { document: clean.ownerDocument, origin, language, leftOut }),
  );
  return { html: clean.innerHTML, leftOut };
}
