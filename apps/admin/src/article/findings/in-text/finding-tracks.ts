import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { DecorationSet } from '@tiptap/pm/view';
import type { DocumentText } from '@viewpoints/domain/document/document-text';
import { anchorQuote, isQuoteIntact } from '@viewpoints/domain/findings/anchor';
import type { Quote } from '@viewpoints/domain/findings/finding';
import type { Track, TrackedFinding } from './finding-track.ts';
import { type EditorRange, editorText, toEditorRanges, toTextRange } from './text-positions.ts';
import { trackDecorations } from './track-decorations.ts';

/** The id of the finding that is being written, and not proposed yet. */
export const NEW_FINDING = 'new';

export type Tracks = { list: readonly Track[]; active: string | null; decorations: DecorationSet };

type Change =
  | { findings: readonly TrackedFinding[] }
  | { active: string | null }
  | { textRests: true };

export const tracksKey = new PluginKey<Tracks>('findingTracks');

/** How long the text must rest before quotes are compared with it again, in milliseconds. */
const REST = 250;

/** Follows each finding's quote through every change of the text, and shows it there. */
export function findingTracks(): Plugin<Tracks> {
  return new Plugin<Tracks>({
    key: tracksKey,
    state: {
      init: () => ({ list: [], active: null, decorations: DecorationSet.empty }),
      apply: (transaction, tracks) => follow(transaction, tracks),
    },
    props: {
      decorations: (state) => tracksKey.getState(state)?.decorations,
    },
    view: (view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      return {
        update: (_view, before) => {
          if (before.doc.eq(view.state.doc)) return;
          clearTimeout(timer);
          timer = setTimeout(() => change(view, { textRests: true }), REST);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });
}

type Target = { state: EditorState; dispatch: (transaction: Transaction) => void };

/** Passes new findings, the open one or a request to compare now to the text's plugin. */
export function change(view: Target, how: Change): void {
  view.dispatch(view.state.tr.setMeta(tracksKey, how).setMeta('addToHistory', false));
}

function follow(transaction: Transaction, tracks: Tracks): Tracks {
  const { doc } = transaction;
  const how: Change | undefined = transaction.getMeta(tracksKey);
  let { list, active, decorations } = tracks;
  if (transaction.docChanged) {
    decorations = decorations.map(transaction.mapping, doc);
    list = list.map((track) => moved(track, transaction));
  }
  if (how === undefined) return { list, active, decorations };
  if ('active' in how) active = how.active;
  else {
    const text = editorText(doc);
    const findings = 'findings' in how ? how.findings : list.map((track) => track.finding);
    list = findings.map((finding) => {
      const before = list.find((track) => track.finding.id === finding.id);
      return locate(doc, text, finding, before?.range ?? null);
    });
  }
  return { list, active, decorations: trackDecorations(doc, list, active) };
}

/** The same track where it stays in its place. */
function moved(track: Track, transaction: Transaction): Track {
  const { range } = track;
  const next = mapped(range, transaction);
  return next?.from === range?.from && next?.to === range?.to ? track : { ...track, range: next };
}

/** Typing at the edges of a quote is outside it, and emptied quotes stay in place. */
function mapped(range: EditorRange | null, transaction: Transaction): EditorRange | null {
  if (range === null) return null;
  const from = transaction.mapping.map(range.from, 1);
  const to = transaction.mapping.map(range.to, -1);
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Exact or not at all: where the words have changed, only a person may say that they still hold. */
function locate(
  doc: Node,
  text: DocumentText,
  finding: TrackedFinding,
  known: EditorRange | null,
): Track {
  const { quote } = finding;
  const here = known && toTextRange(doc, text, known);
  const stood = here && isQuoteIntact(text.text, { ...quote, ...here }) ? here : null;
  const exact = stood ?? exactPlace(text.text, quote);
  if (exact !== null) {
    const ranges = toEditorRanges(doc, text, exact);
    const range = { from: ranges[0]?.from ?? 0, to: ranges.at(-1)?.to ?? 0 };
    return { finding, standing: 'stands', range };
  }
  return { finding, standing: here ? 'edited' : 'missing', range: known };
}

function exactPlace(text: string, quote: Quote): { start: number; end: number } | null {
  if (isQuoteIntact(text, quote)) return { start: quote.start, end: quote.end };
  const found = anchorQuote(text, quote);
  return found.kind === 'anchored' ? { start: found.quote.start, end: found.quote.end } : null;
}
