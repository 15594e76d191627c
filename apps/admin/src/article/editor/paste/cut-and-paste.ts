import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import {
  suggestedBreak,
  suggestionAttributes,
  suggestionMarks,
  writeKey,
} from '@viewpoints/working-copy/suggestions/suggestion';
import { keyOf } from '../../suggestions/in-text/own-suggestions.ts';

/**
 * Preserves the comments and suggestions of text that is cut, or dragged, and pasted on this page.
 * They are stored in memory and never put on the clipboard: a copy must not have the same comments,
 * and elsewhere an insertion that is not accepted would be pasted as text.
 */
export function cutAndPaste(): Plugin {
  let cutSlice: Slice | null = null;
  const rememberCut = (view: EditorView) => {
    cutSlice = view.state.selection.content();
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        cut: rememberCut,
        dragstart: rememberCut,
        copy: () => {
          cutSlice = null;
          return false;
        },
      },
      transformCopied: withoutSuggested,
      transformPasted: (slice, view, plain) => {
        const words = textOf(slice);
        if (
          plain ||
          cutSlice === null ||
          words === '' ||
          textOf(withoutSuggested(cutSlice)) !== words
        )
          return slice;
        // Dragged text is still in its old place here, and removed afterwards.
        return view.dragging?.move === true
          ? cutSlice
          : withoutAnnotations(cutSlice, annotationKeysIn(view.state.doc));
      },
    },
  });
}

const isInserted = (node: Node): boolean =>
  node.type.name === suggestedBreak || keyOf(node, 'insertion') !== null;

/** The slice without suggested insertions. */
const withoutSuggested = (slice: Slice): Slice =>
  mapSlice(slice, (node) => (isInserted(node) ? null : node));

/** The ids of comments and the keys of suggestions on a node. */
function annotationKeysOf({ marks, attrs }: Node): string[] {
  return [
    ...marks.flatMap((mark) => annotationKeyOf(mark) ?? []),
    // The key comes first, in the change of a block too.
    ...suggestionAttributes.flatMap((name) => String(attrs[name] ?? '').split(' ')[0] || []),
  ];
}

function annotationKeyOf({ type, attrs }: Mark): string | null {
  if (type.name === 'comment') return String(attrs.id);
  return suggestionMarks.some((name) => name === type.name)
    ? writeKey({ by: attrs.by, id: attrs.id })
    : null;
}

function annotationKeysIn(doc: Node): ReadonlySet<string> {
  const found = new Set<string>();
  doc.descendants((node) => {
    for (const key of annotationKeysOf(node)) found.add(key);
  });
  return found;
}

/** The slice without comments and suggestions that the text still has: they would be in two places. */
const withoutAnnotations = (slice: Slice, present: ReadonlySet<string>): Slice =>
  mapSlice(slice, (node) => {
    if (!annotationKeysOf(node).some((key) => present.has(key))) return node;
    if (isInserted(node)) return null;
    const marks = node.marks.filter((mark) => !present.has(annotationKeyOf(mark) ?? ''));
    if (node.isText) return node.mark(marks);
    const none = Object.fromEntries(suggestionAttributes.map((name) => [name, null]));
    return node.type.create({ ...node.attrs, ...none }, node.content, marks);
  });

function mapSlice(slice: Slice, change: (node: Node) => Node | null): Slice {
  const content = mapNodes(slice.content, change);
  const most = Slice.maxOpen(content);
  return new Slice(
    content,
    Math.min(slice.openStart, most.openStart),
    Math.min(slice.openEnd, most.openEnd),
  );
}

const mapNodes = (content: Fragment, change: (node: Node) => Node | null): Fragment =>
  Fragment.fromArray(
    content.content.flatMap((node) => {
      const changed = change(node);
      if (changed === null) return [];
      return [changed.isText ? changed : changed.copy(mapNodes(changed.content, change))];
    }),
  );

const textOf = ({ content }: Slice): string => content.textBetween(0, content.size, '\n', ' ');
