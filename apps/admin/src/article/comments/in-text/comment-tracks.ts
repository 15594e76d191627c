import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import {
  type EditorRange,
  editorText,
  toEditorRanges,
} from '../../findings/in-text/text-positions.ts';

/**
 * Threads by id, with the words to search for if the text has no marks, as on a page that saves by
 * calls. Null if the marks alone decide.
 */
export type OpenThreads = ReadonlyMap<string, string | null>;

/** The comments shown in the text. */
export type CommentTracks = {
  /** Open threads; others are not shown in the text. */
  open: OpenThreads;
  active: string | null;
  /** Words that the user is about to comment on. */
  begun: EditorRange | null;
  decorations: DecorationSet;
};

type Change = Partial<Pick<CommentTracks, 'open' | 'active' | 'begun'>>;

export const commentsKey = new PluginKey<CommentTracks>('commentTracks');

/** How long the text must rest before words are looked for again, in milliseconds. */
const REST = 250;

/** Shows the words that are commented on. Their marks follow them; what is drawn follows the marks. */
export function commentTracks(): Plugin<CommentTracks> {
  return new Plugin<CommentTracks>({
    key: commentsKey,
    state: {
      init: () => ({
        ...{ open: new Map(), active: null, begun: null },
        decorations: DecorationSet.empty,
      }),
      apply: follow,
    },
    props: { decorations: (state) => commentsKey.getState(state)?.decorations },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        update: (_view, before) => {
          if (before.doc.eq(view.state.doc)) return;
          clearTimeout(timer);
          timer = setTimeout(() => showComments(view, {}), REST);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

type Target = { state: EditorState; dispatch: (transaction: Transaction) => void };

/** Shows other threads in the text, or another one as active; nothing is changed in it. */
export function showComments(view: Target, change: Change): void {
  view.dispatch(view.state.tr.setMeta(commentsKey, change).setMeta('addToHistory', false));
}

function follow(transaction: Transaction, tracks: CommentTracks): CommentTracks {
  const { doc, mapping, docChanged } = transaction;
  const change: Change | undefined = transaction.getMeta(commentsKey);
  if (!docChanged && change === undefined) return tracks;
  const begun = tracks.begun && {
    from: mapping.map(tracks.begun.from, 1),
    to: mapping.map(tracks.begun.to, -1),
  };
  const next = { ...tracks, begun, ...change };
  // While the user types, decorations move along.
  if (change === undefined) return { ...next, decorations: tracks.decorations.map(mapping, doc) };
  return { ...next, decorations: decorationsOf(doc, next) };
}

function decorationsOf(
  doc: Node,
  { open, active, begun }: Pick<CommentTracks, 'open' | 'active' | 'begun'>,
): DecorationSet {
  const all = [...openRanges(doc, open)].flatMap(([id, ranges]) =>
    ranges.map((range) => decorate(doc, range, { id, isActive: id === active })),
  );
  if (begun !== null && begun.from < begun.to)
    all.push(decorate(doc, begun, { id: '', isActive: true }));
  return DecorationSet.create(doc, all);
}

function decorate(
  doc: Node,
  { from, to }: EditorRange,
  { id, isActive }: { id: string; isActive: boolean },
): Decoration {
  const attrs = {
    class: `commented${isActive ? ' commented-active' : ''}`,
    ...(id === '' ? {} : { 'data-comment': id, role: 'mark', 'aria-description': 'Comment' }),
  };
  const $from = doc.resolve(from);
  // The words of a note are not drawn in the text: its call is marked.
  return $from.parent.type.name === 'footnote'
    ? Decoration.node($from.before(), $from.after(), attrs)
    : Decoration.inline(from, to, attrs);
}

/** The ranges of each comment in the editor now. One whose words are gone is not included. */
export function commentRanges(doc: Node): Map<string, EditorRange[]> {
  const found = new Map<string, EditorRange[]>();
  doc.descendants((node, from) => {
    for (const { type, attrs } of node.marks) {
      if (type.name !== 'comment') continue;
      const ranges = found.get(attrs.id) ?? [];
      const last = ranges.at(-1);
      const to = from + node.nodeSize;
      if (last !== undefined && last.to === from) last.to = to;
      else ranges.push({ from, to });
      found.set(attrs.id, ranges);
    }
  });
  return found;
}

/** The ranges of open threads: at their marks or, without any, where the words occur exactly once. */
function openRanges(doc: Node, open: OpenThreads): Map<string, EditorRange[]> {
  const marked = commentRanges(doc);
  const sought = [...open].flatMap(([id, words]) =>
    words !== null && !marked.has(id) ? [{ id, words }] : [],
  );
  const text = sought.length > 0 ? editorText(doc) : null;
  for (const { id, words } of sought) {
    const found = text && anchorQuote(text.text, { exact: words });
    if (text && found?.kind === 'anchored') marked.set(id, toEditorRanges(doc, text, found.quote));
  }
  return new Map([...marked].filter(([id]) => open.has(id)));
}

/** The range of an open thread; null if its words are not in the text. */
export function rangeOfThread(state: EditorState, id: string): EditorRange | null {
  const open = commentsKey.getState(state)?.open ?? new Map();
  const ranges = commentRanges(state.doc).get(id) ?? openRanges(state.doc, open).get(id) ?? [];
  const [first, last] = [ranges[0], ranges.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}

/** The open comment on the fewest words at a position. */
export function commentAt(state: EditorState, position: number): string | null {
  const open = commentsKey.getState(state)?.open ?? new Map();
  const here = [...openRanges(state.doc, open)].filter(([, ranges]) =>
    ranges.some(({ from, to }) => from <= position && position < to),
  );
  const length = (ranges: readonly EditorRange[]) =>
    ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  return here.toSorted(([, a], [, b]) => length(a) - length(b))[0]?.[0] ?? null;
}
