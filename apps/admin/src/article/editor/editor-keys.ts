import { Extension } from '@tiptap/core';
import type { EditorActions } from './editor-actions.ts';

/** Shortcuts that open something; those of nodes and marks stand with them. */
export function editorKeys(actions: EditorActions) {
  const press = (act: () => void) => () => {
    act();
    return true;
  };
  return Extension.create({
    name: 'editorKeys',
    // Before the base keymap, so that nothing swallows these.
    priority: 1001,
    addKeyboardShortcuts() {
      return {
        'Mod-k': press(() => actions.editLink(this.editor.view)),
        'Mod-Shift-l': press(() => actions.editLanguage(this.editor.view)),
        'Mod-Shift-f': press(actions.proposeFinding),
        'Mod-/': press(actions.openHelp),
      };
    },
  });
}
