import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';

/** Moves the cursor behind the footnote that is selected: what is inserted would replace it. */
export function leaveNote(editor: Editor): void {
  const { selection } = editor.state;
  if (selection instanceof NodeSelection && selection.node.type.name === 'footnote')
    editor.commands.setTextSelection(selection.to);
}
