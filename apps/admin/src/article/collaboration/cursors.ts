import type { DecorationAttrs } from '@tiptap/pm/view';
import { colourOf } from '../../presence/person-colour.ts';

/** An account that has the article open, as the server names it. */
export type PersonHere = { id: string; name: string };

/** Another editor's cursor: a line with their name, which is drawn and is no part of the text. */
export function cursorOf(user: PersonHere): HTMLElement {
  const cursor = document.createElement('span');
  cursor.className = 'person-cursor';
  cursor.dataset.person = String(colourOf(user));
  cursor.dataset.name = user.name;
  cursor.setAttribute('aria-hidden', 'true');
  return cursor;
}

/** Another editor's selection. */
export const selectionOf = (user: PersonHere): DecorationAttrs => ({
  class: 'person-selection',
  'data-person': String(colourOf(user)),
});
