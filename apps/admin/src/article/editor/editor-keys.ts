import { Extension } from '@tiptap/core';
import type { EditorActions } from './editor-actions.ts';
import { isLinkable } from './links/mark-range.ts';

/** Shortcuts that open something; those of nodes and marks are defined with them. */
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
        // With nothing to link, the same keys open the palette, as everywhere else.
        'Mod-k': () => {
          const { view } = this.editor;
          if (!isLinkable(view.state)) return false;
          actions.editLink(view);
          return true;
        },
        'Mod-Shift-l': press(() => actions.editLanguage(this.editor.view)),
        'Mod-Shift-f': press(actions.proposeFinding),
        'Mod-/': press(actions.openHelp),
      };
    },
  });
}
