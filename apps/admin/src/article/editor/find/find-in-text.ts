import { Extension } from '@tiptap/core';
import { search } from 'prosemirror-search';
import type { EditorActions } from '../editor-actions.ts';

/** Shows the words that are looked for in the text, and opens the bar to look for them. */
export function findInText(actions: EditorActions) {
  return Extension.create({
    name: 'findInText',
    addProseMirrorPlugins: () => [search()],
    addKeyboardShortcuts: () => ({
      'Mod-f': () => {
        actions.find();
        return true;
      },
    }),
  });
}
