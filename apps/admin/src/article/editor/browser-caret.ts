import { Extension } from '@tiptap/core';
import { Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * For how long after it got the focus the editor shows its own selection, in milliseconds. For `any` it
 * ignores every selection of the browser; until `start`, only one at the start of the text.
 */
const focusDelay = { any: 50, start: 200 } as const;

/** When an editor got the focus last. */
const focusedAt = new WeakMap<EditorView, number>();

/**
 * Takes over where the browser has the caret now. Browsers report that a moment after a key such as Home
 * or End, or much later on a busy page. What draws the editor again in between would put the caret back,
 * and the next key would act where it was before.
 */
export function readCaret(view: EditorView): void {
  const selection = unreadSelection(view);
  if (selection !== null) view.dispatch(view.state.tr.setSelection(selection));
}

/** The selection that the browser has in the text and the editor does not know; null for none. */
function unreadSelection(view: EditorView): TextSelection | null {
  const { selection, doc } = view.state;
  if (!(selection instanceof TextSelection)) return null;
  if (!view.editable || view.composing || !view.hasFocus()) return null;
  const found = placesIn(view);
  if (found === null || (found.anchor === selection.anchor && found.head === selection.head))
    return null;
  const [$anchor, $head] = [doc.resolve(found.anchor), doc.resolve(found.head)];
  if (!$anchor.parent.inlineContent || !$head.parent.inlineContent) return null;
  const next = new TextSelection($anchor, $head);
  return isOfFocus(view, next) ? null : next;
}

/** The browser's selection as positions of the text; null if it is not within words. */
function placesIn(view: EditorView): { anchor: number; head: number } | null {
  const selection = view.dom.ownerDocument.getSelection();
  if (selection === null || selection.rangeCount !== 1) return null;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  if (!isInWords(view, anchorNode) || !isInWords(view, focusNode)) return null;
  return {
    anchor: view.posAtDOM(anchorNode, anchorOffset, 1),
    head: view.posAtDOM(focusNode, focusOffset, 1),
  };
}

/** Whether a node is in the text, and not in something that the text shows as a whole. */
function isInWords(view: EditorView, node: Node | null): node is Node {
  if (node === null || !view.dom.contains(node)) return false;
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest('[contenteditable]') === view.dom;
}

/** Whether the browser chose a selection since the text got the focus. The editor then restores its own. */
function isOfFocus(view: EditorView, selection: Selection): boolean {
  const since = performance.now() - (focusedAt.get(view) ?? Number.NEGATIVE_INFINITY);
  if (since < focusDelay.any) return true;
  return since < focusDelay.start && selection.eq(Selection.atStart(view.state.doc));
}

/** Sets the editor's selection to that of the browser, for the next key and for redrawing. */
export const browserCaret = Extension.create({
  name: 'browserCaret',
  priority: 2000,
  dispatchTransaction({ transaction, next }) {
    const { docChanged, selectionSet, storedMarksSet } = transaction;
    const isDrawing = !docChanged && !selectionSet && !storedMarksSet;
    const unread = isDrawing && this.editor.isFocused ? unreadSelection(this.editor.view) : null;
    next(unread === null ? transaction : transaction.setSelection(unread));
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDOMEvents: {
          focus: (view) => {
            focusedAt.set(view, performance.now());
            return false;
          },
          keydown: (view, event) => {
            // A key of an input method, which is composing.
            if (!event.isComposing && event.keyCode !== 229) readCaret(view);
            return false;
          },
        },
      },
    }),
  ],
});
