import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import {
  type SuggestionKey,
  suggestedBreak,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { keyOf } from './own-suggestions.ts';
import { suggestRules } from './suggest-rules.ts';
import { suggestionTracks } from './suggestion-decorations.ts';
import { isBacktick, setTypedCode } from './typed-code.ts';

/** Under which Yjs's binding marks what comes from others. It is loaded with the first shared text alone. */
const bindingKey = 'y-sync$';

/** Whether what is written is a suggestion, and whose. */
type Mode = { on: boolean; by: string };

export const suggestingKey = new PluginKey<Mode>('suggesting');

export const isSuggesting = (state: EditorState): boolean =>
  suggestingKey.getState(state)?.on ?? false;

type Target = { state: EditorState; dispatch: (transaction: Transaction) => void };

/** Switches between suggesting and editing directly. */
export function setSuggesting(view: Target, on: boolean): void {
  view.dispatch(view.state.tr.setMeta(suggestingKey, on).setMeta('addToHistory', false));
}

/** Turns changes into suggestions if the user has chosen to suggest. */
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
      if (!isWritten(transaction)) return next(transaction);
      const single = isSuggesting(state) ? null : singleSteps(transaction);
      if (single !== null) {
        const { view } = this.editor;
        for (const step of single) view.dispatch(view.state.tr.step(step));
        return;
      }
      const inside = isSuggesting(state) ? null : suggestionAround(transaction);
      if (!isSuggesting(state) && inside === null) return next(transaction);
      // Without the rules, which are loaded with the first suggestion, marks are inherited alone.
      const suggested =
        suggestRules()?.(transaction, state, {
          by: inside?.by ?? by,
          newId: () => crypto.randomUUID(),
        }) ?? null;
      if (suggested !== null) {
        next(suggested);
        const { view } = this.editor;
        const code = isBacktick(transaction) ? setTypedCode(view.state, inside?.by ?? by) : null;
        if (code !== null) view.dispatch(code);
      } else if (inside !== null) next(transaction);
      else onRefused();
    },
  });
}

/** Whether the user wrote this: not a remote change, and not an undo. */
function isWritten(transaction: Transaction): boolean {
  const sync = transaction.getMeta(bindingKey) as { isChangeOrigin?: boolean } | undefined;
  return (
    transaction.docChanged &&
    sync?.isChangeOrigin !== true &&
    transaction.getMeta('fromServer') !== true
  );
}

/**
 * The suggestion that encloses everything a transaction writes while the user edits directly. The
 * text becomes part of it: as plain text it would be inside words that are not accepted yet.
 */
function suggestionAround(transaction: Transaction): SuggestionKey | null {
  if (!(transaction.steps[0] instanceof ReplaceStep)) return null;
  const [key = null, ...others] = keysAround(transaction);
  return others.every((other) => isSame(key, other)) ? key : null;
}

const isSame = (one: SuggestionKey | null, other: SuggestionKey | null): boolean =>
  (one && writeKey(one)) === (other && writeKey(other));

/** The suggestion around each step that replaces something. */
const keysAround = ({ steps, docs }: Transaction): (SuggestionKey | null)[] =>
  steps.flatMap((step, index) => {
    const doc = docs[index];
    return step instanceof ReplaceStep && doc !== undefined ? [aroundStep(step, doc)] : [];
  });

/**
 * The steps of a transaction that changes many places, last place first, such as Replace all. They are
 * dispatched one by one if only some of them are inside a suggestion. Null for anything else.
 */
function singleSteps(transaction: Transaction): readonly ReplaceStep[] | null {
  const [key = null, ...others] = keysAround(transaction);
  if (others.every((other) => isSame(key, other))) return null;
  const steps = transaction.steps.filter((step) => step instanceof ReplaceStep);
  const isBackwards = steps.every(
    (step, index) => index === 0 || step.to <= (steps[index - 1]?.from ?? 0),
  );
  return steps.length === transaction.steps.length && isBackwards ? steps : null;
}

function aroundStep(step: ReplaceStep, doc: Node): SuggestionKey | null {
  const [$from, $to] = [doc.resolve(step.from), doc.resolve(step.to)];
  const beside = [$from.nodeBefore, $to.nodeAfter].filter((node) => node?.isInline);
  const [first = null, ...others] =
    step.from < step.to ? inlineBetween(doc, step.from, step.to) : beside;
  const key = first && keyOf(first, 'insertion');
  const isBetween = step.from < step.to || beside.length === 2;
  if (key && isBetween && others.every((node) => node && isSame(keyOf(node, 'insertion'), key)))
    return key;
  for (let depth = $from.sharedDepth(step.to); depth > 0; depth -= 1) {
    const key = keyOf($from.node(depth), 'insertion');
    if (key !== null) return key;
  }
  return null;
}

function inlineBetween(doc: Node, from: number, to: number): Node[] {
  const found: Node[] = [];
  doc.nodesBetween(from, to, (node) => {
    if (node.isInline) found.push(node);
  });
  return found;
}

/** Removes inherited marks: text typed inside a suggested deletion or format is not part of it. */
function withoutInherited(
  transactions: readonly Transaction[],
  state: EditorState,
): Transaction | null {
  const { tr } = state;
  const { deletion, format } = state.schema.marks;
  for (const transaction of transactions) {
    const moved = ['drop', 'paste'].includes(transaction.getMeta('uiEvent'));
    if (!isWritten(transaction) || moved || transaction.getMeta(suggestingKey)) continue;
    for (const [index, step] of transaction.steps.entries()) {
      if (!(step instanceof ReplaceStep) || !isTyped(step)) continue;
      const rest = transaction.mapping.slice(index + 1);
      const [from, to] = [rest.map(step.from, 1), rest.map(step.from + step.slice.size, -1)];
      for (const type of [deletion, format])
        if (type && from < to && state.doc.rangeHasMark(from, to, type))
          tr.removeMark(from, to, type);
    }
  }
  return tr.docChanged ? tr : null;
}

/** Letters of one run, as typing produces them. */
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
