import type { DecorationAttrs } from '@tiptap/pm/view';

/** Somebody who has the article open, as the server names them. */
export type PersonHere = { id: string; name: string };

/** How many colours there are for people; `editor.css` has them. */
const colours = 6;

/** The colour of a person: the same on every screen. */
export const colourOf = ({ id }: PersonHere): number =>
  [...id].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % colours;

/** Where somebody's cursor is: a line with their name, which is drawn and is no part of the text. */
export function cursorOf(user: PersonHere): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'person-cursor';
  cursor.dataset.person = String(colourOf(user));
  cursor.dataset.name = user.name;
  cursor.setAttribute('aria-hidden', 'true');
  return cursor;
}

/** What somebody has selected. */
export const selectionOf = (user: PersonHere): DecorationAttrs => ({
  class: 'person-selection',
  'data-person': String(colourOf(user)),
});
