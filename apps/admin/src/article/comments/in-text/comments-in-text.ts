import { Extension } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorActions } from '../../editor/editor-actions.ts';
import { scrollToPosition } from '../../findings/in-text/finding-navigation.ts';
import { commentAt, commentTracks, rangeOfThread } from './comment-tracks.ts';

/** Comments in the text: their words are shown, and open the thread when they are pressed. */
export function commentsInText(actions: EditorActions) {
  return Extension.create({
    name: 'commentsInText',
    addProseMirrorPlugins: () => [commentTracks()],
    onCreate() {
      this.editor.view.dom.addEventListener('click', () => {
        const { selection } = this.editor.state;
        const id = selection.empty ? commentAt(this.editor.state, selection.from) : null;
        if (id !== null) actions.openComment(id);
      });
    },
  });
}

/**
 * Scrolls to the words of a comment; false if they are gone.
 * @param focus puts the cursor there as well
 */
export function showCommented(view: EditorView, id: string, focus: boolean): boolean {
  const range = rangeOfThread(view.state, id);
  if (range === null) return false;
  if (focus) {
    const { doc, tr } = view.state;
    view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(range.from))));
    view.focus();
  }
  scrollToPosition(view, range.from);
  return true;
}
