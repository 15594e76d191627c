import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import { suggestedBreak } from '@viewpoints/working-copy/suggestions/suggestion';
import { suggestTransaction } from './suggest-transaction.ts';
import { suggestionTracks } from './suggestion-decorations.ts';

/** Under which Yjs's binding marks what comes from others. It is loaded with the first shared text alone. */
const bindingKey = 'y-sync$';

/** Whether what is written is a suggestion, and whose. */
type Mode = { on: boolean; by: string };

export const suggestingKey = new PluginKey<Mode>('suggesting');

export const isSuggesting = (state: EditorState): boolean =>
  suggestingKey.getState(state)?.on ?? false;

type Target = { state: EditorState; dispatch: (transaction: Transaction) => void };

/** Makes what is written from now on a suggestion, or the text. */
export function setSuggesting(view: Target, on: boolean): void {
  view.dispatch(view.state.tr.setMeta(suggestingKey, on).setMeta('addToHistory', false));
}

/** Writes suggestions in the place of changes, where somebody has chosen to. */
export function suggesting({
  by,
  onRefused,
}: {
  by: string;
  /** Something cannot be suggested, and was not done. */
  onRefused: () => void;
}): Extension {
  return Extension.create({
    name: 'suggesting',
    addProseMirrorPlugins: () => [
      new Plugin<Mode>({
        key: suggestingKey,
        state: {
          init: () => ({ on: false, by }),
          apply: (tr, mode) => ({ ...mode, on: tr.getMeta(suggestingKey) ?? mode.on }),
        },
        appendTransaction: (transactions, _before, state) =>
          isSuggesting(state) ? null : withoutInherited(transactions, state),
        props: { handleKeyDown: (view, event) => deleteBreak(view, event.key) },
      }),
      suggestionTracks(),
    ],
    dispatchTransaction({ transaction, next }) {
      const { state } = this.editor.view;
      if (!isSuggesting(state) || !isWritten(transaction)) return next(transaction);
      const suggested = suggestTransaction(transaction, state, {
        by,
        newId: () => crypto.randomUUID(),
      });
      if (suggested !== null) next(suggested);
      else onRefused();
    },
  });
}

/** Whether somebody writes here: not what comes from others, or takes something back. */
function isWritten(transaction: Transaction): boolean {
  const sync = transaction.getMeta(bindingKey) as { isChangeOrigin?: boolean } | undefined;
  return (
    transaction.docChanged &&
    sync?.isChangeOrigin !== true &&
    transaction.getMeta('fromServer') !== true
  );
}

/** Words that are written in the midst of a suggestion are no part of it, as they would seem to be. */
function withoutInherited(
  transactions: readonly Transaction[],
  state: EditorState,
): Transaction | null {
  const { tr } = state;
  const { insertion, deletion, format } = state.schema.marks;
  for (const transaction of transactions) {
    const moved = ['drop', 'paste'].includes(transaction.getMeta('uiEvent'));
    if (!isWritten(transaction) || moved || transaction.getMeta(suggestingKey)) continue;
    for (const [index, step] of transaction.steps.entries()) {
      if (!(step instanceof ReplaceStep) || !isTyped(step)) continue;
      const rest = transaction.mapping.slice(index + 1);
      const [from, to] = [rest.map(step.from, 1), rest.map(step.from + step.slice.size, -1)];
      for (const type of [insertion, deletion, format])
        if (type && from < to && state.doc.rangeHasMark(from, to, type))
          tr.removeMark(from, to, type);
    }
  }
  return tr.docChanged ? tr : null;
}

/** Letters of one run, as a key brings them. */
const isTyped = ({ slice }: ReplaceStep): boolean =>
  slice.content.childCount === 1 && slice.content.firstChild?.isText === true;

/** A browser does not know what to delete where a paragraph would end. */
function deleteBreak(view: Target, key: string): boolean {
  const { selection, tr } = view.state;
  if (!selection.empty || (key !== 'Backspace' && key !== 'Delete')) return false;
  const { $from } = selection;
  const node = key === 'Backspace' ? $from.nodeBefore : $from.nodeAfter;
  if (node?.type.name !== suggestedBreak) return false;
  const from = key === 'Backspace' ? $from.pos - 1 : $from.pos;
  view.dispatch(tr.delete(from, from + 1));
  return true;
}
