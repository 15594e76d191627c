import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import {
  AddMarkStep,
  AttrStep,
  ReplaceAroundStep,
  ReplaceStep,
  type Step,
} from '@tiptap/pm/transform';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import {
  type FormatChange,
  readBlockChange,
  readKey,
  readMark,
  type SuggestionKey,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { colourOf } from '../../../presence/person-colour.ts';
import { blockName } from '../block-names.ts';
import { moveName } from '../move-name.ts';

/** The suggestions shown in the text, with the names of their authors. */
type Shown = { names: ReadonlyMap<string, string>; active: string | null };
type Tracks = Shown & { hasAny: boolean; decorations: DecorationSet };

export const suggestionsKey = new PluginKey<Tracks>('suggestionTracks');

/** Shows whose each suggestion is, and what would become of blocks. Words are drawn by their marks. */
export function suggestionTracks(): Plugin<Tracks> {
  return new Plugin<Tracks>({
    key: suggestionsKey,
    state: {
      init: (_config, { doc }) => {
        const shown: Shown = { names: new Map(), active: null };
        const all = decorationsOf(doc, shown);
        return {
          ...{ ...shown, hasAny: all.length > 0 },
          decorations: DecorationSet.create(doc, all),
        };
      },
      apply: (transaction, tracks, _before, state) => follow(transaction, tracks, state),
    },
    props: { decorations: (state) => suggestionsKey.getState(state)?.decorations },
  });
}

type Target = { state: EditorState; dispatch: (transaction: Transaction) => void };

/** Shows suggestions under other names, or another one as active; nothing is changed in the text. */
export function showSuggestions(view: Target, change: Partial<Shown>): void {
  view.dispatch(view.state.tr.setMeta(suggestionsKey, change).setMeta('addToHistory', false));
}

function follow(transaction: Transaction, tracks: Tracks, state: EditorState): Tracks {
  const { doc, docChanged, selectionSet } = transaction;
  const change: Partial<Shown> | undefined = transaction.getMeta(suggestionsKey);
  if (!docChanged && !selectionSet && change === undefined) return tracks;
  // Most texts have no suggestions, and what is typed into one is to cost nothing.
  const hasAny = tracks.hasAny || (docChanged && transaction.steps.some(mayBring));
  if (!hasAny) return { ...tracks, ...change };
  const active = selectionSet ? suggestionAt(state) : tracks.active;
  if (!docChanged && change === undefined && active === tracks.active) return tracks;
  const next = { ...tracks, active, ...change };
  const decorations = decorationsOf(doc, next);
  const isLeft = decorations.length > 0;
  return { ...next, hasAny: isLeft, decorations: DecorationSet.create(doc, decorations) };
}

/** Whether a step may have put a suggestion into the text. */
function mayBring(step: Step): boolean {
  if (step instanceof AddMarkStep || step instanceof AttrStep) return true;
  if (!(step instanceof ReplaceStep) && !(step instanceof ReplaceAroundStep)) return true;
  let isFound = false;
  step.slice.content.descendants((node) => {
    isFound ||= keysOf(node).length > 0;
    return !isFound;
  });
  return isFound;
}

/** The suggestion that the cursor is in. */
export function suggestionAt({ selection }: EditorState): string | null {
  const { nodeBefore, nodeAfter } = selection.$from;
  const around = Array.from({ length: selection.$from.depth }, (_, depth) =>
    selection.$from.node(selection.$from.depth - depth),
  );
  const keys = [nodeAfter, nodeBefore, ...around].flatMap((node) => (node ? keysOf(node) : []));
  return keys[0] ? writeKey(keys[0]) : null;
}

/** The suggestions that a node is part of. */
function keysOf(node: Node): SuggestionKey[] {
  const marks = node.marks.filter(({ type }) =>
    ['insertion', 'deletion', 'format'].includes(type.name),
  );
  const attributes = ['suggestedInsertion', 'suggestedDeletion', 'suggestedJoin'] as const;
  return [
    ...marks.map(({ attrs: { by, id } }) => ({ by, id })),
    ...attributes.flatMap((name) => readKey(node.attrs[name] ?? null) ?? []),
    ...[readBlockChange(node.attrs.suggestedChange)?.key ?? []].flat(),
  ];
}

/** The first place of each suggestion, in the order of the text. */
export function suggestionPlaces(doc: Node): Map<string, number> {
  const found = new Map<string, number>();
  doc.descendants((node, position) => {
    for (const key of keysOf(node))
      if (!found.has(writeKey(key))) found.set(writeKey(key), position);
  });
  return found;
}

function decorationsOf(doc: Node, shown: Shown): Decoration[] {
  const decorations: Decoration[] = [];
  const named = new Set<string>();
  doc.descendants((node, position) => {
    const end = position + node.nodeSize;
    for (const key of keysOf(node)) {
      const name = writeKey(key);
      const isActive = name === shown.active;
      const isFirst = isActive && !named.has(name);
      named.add(name);
      const by = shown.names.get(key.by) ?? 'Somebody';
      const what = says(node, key, containersAt(doc, position));
      const attrs = {
        class: `suggestion${isActive ? ' suggestion-active' : ''}${isFirst ? ' suggestion-named' : ''} ${what.class}`,
        'data-person': String(colourOf({ id: key.by })),
        'data-suggestion': name,
        'data-name': by,
        title: `${by}: ${what.label}`,
      };
      const labelled = { ...attrs, 'data-says': `${by}: ${what.label}` };
      if (node.type.name === 'tableRow') {
        // A table row has room for a label in a cell of its own.
        const cellEnd = position + 1 + (node.firstChild?.nodeSize ?? 0);
        const { class: _, ...label } = labelled;
        decorations.push(
          Decoration.node(position, end, attrs),
          Decoration.node(position + 1, cellEnd, { ...label, class: 'suggestion' }),
        );
        continue;
      }
      decorations.push(
        node.isText
          ? Decoration.inline(position, end, attrs)
          : Decoration.node(position, end, node.isBlock ? labelled : attrs),
      );
    }
  });
  return decorations;
}

const lowerFirst = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** The containers around a place, the outermost first. */
const containersAt = (doc: Node, position: number): string[] => {
  const around = doc.resolve(position);
  return Array.from({ length: around.depth }, (_, depth) => around.node(depth + 1).type.name);
};

/**
 * The effect of a suggestion on a node, in few words.
 * @param from the containers that the node is in
 */
function says(
  node: Node,
  { id }: SuggestionKey,
  from: readonly string[],
): { label: string; class: string } {
  const mark = node.marks.find(({ attrs }) => attrs.id === id);
  if (mark?.type.name === 'insertion') return { label: 'insert', class: '' };
  if (mark?.type.name === 'deletion') return { label: 'delete', class: '' };
  if (mark !== undefined) {
    const format = mark.attrs as FormatChange;
    const name = readMark(format)?.type ?? '';
    return { label: `${format.change} ${name}`, class: `suggested-${format.change}-${name}` };
  }
  const isOf = (value: unknown) => readKey(value)?.id === id;
  if (isOf(node.attrs.suggestedInsertion))
    return node.isBlock
      ? { label: `insert this ${blockName(node.type.name)}`, class: 'suggested-block-in' }
      : { label: 'insert', class: 'suggested-inline-in' };
  if (isOf(node.attrs.suggestedDeletion))
    return node.isBlock
      ? { label: `delete this ${blockName(node.type.name)}`, class: 'suggested-block-out' }
      : { label: 'delete', class: 'suggested-inline-out' };
  if (isOf(node.attrs.suggestedJoin))
    return { label: 'join paragraphs', class: 'suggested-block-change' };
  const to = readBlockChange(node.attrs.suggestedChange)?.to;
  const label =
    to?.move === undefined
      ? `make this a ${blockName(to?.type ?? '', to?.attrs)}`
      : lowerFirst(
          moveName({
            ...{ type: node.type.name, to: to.type, attrs: to.attrs, from },
            ...{ shared: to.move.shared, within: to.move.within.map(({ type }) => type) },
          }),
        );
  return { label, class: 'suggested-block-change' };
}
