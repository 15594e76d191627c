import type { Editor } from '@tiptap/core';
import { NodeSelection } from '@tiptap/pm/state';
import type { EditorActions } from '../editor-actions.ts';
import { Footnote } from '../schema/footnote.ts';
import { FootnoteView } from './footnote-view.ts';

/** The footnote of the schema with its view and its keys. */
export function footnoteWithView(actions: EditorActions) {
  return Footnote.extend({
    addNodeView() {
      return ({ node, view, getPos }) => new FootnoteView(node, view, getPos, actions);
    },
    addKeyboardShortcuts() {
      const insert = () => insertFootnote(this.editor);
      const enter = () => enterFootnote(this.editor);
      return { 'Mod-Alt-f': insert, Enter: enter };
    },
  });
}

/** Goes into the words of the note that is selected. */
function enterFootnote(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'footnote')
    return false;
  const words = editor.view.dom.parentElement?.querySelector('.footnote-words');
  if (words instanceof HTMLElement) words.focus();
  return true;
}

/** Puts an empty note after the selection and opens it for its words. */
export function insertFootnote(editor: Editor): boolean {
  return editor
    .chain()
    .command(({ tr, state, dispatch }) => {
      const footnote = state.schema.nodes.footnote;
      const { $to } = tr.selection;
      if (!footnote || !$to.parent.inlineContent || $to.parent.type.spec.code) return false;
      if (dispatch) {
        tr.insert($to.pos, footnote.create());
        tr.setSelection(NodeSelection.create(tr.doc, $to.pos));
      }
      return true;
    })
    .scrollIntoView()
    .run();
}
