import type { Children, Holds, ParentNode, Path } from './block-kind.ts';
import { type AnyVisit, type BlockNode, contentOfNode, type NodeVisitor } from './blocks.ts';
import type { Document } from './document.ts';
import type { HighlightSegment, Highlights } from './document-highlights.ts';
import type { Footnote, Inline, Mark } from './inline.ts';
import { orderMarks, sameMark } from './normalise-inlines.ts';

/** A footnote as it is numbered in reading order, from 1. */
export type NumberedNote<I> = { number: number; path: Path; children: I[] };

/**
 * What to build from each node: `I` from inline nodes (text, marks, notes), `B` from blocks, `R`
 * from the whole. Children are built first; a caption is empty if there is none.
 */
export type DocumentVisitor<I, B, R> = NodeVisitor<I, B> & {
  /** A run of text; with highlights given, cut at their edges. */
  text(segment: HighlightSegment, path: Path): I;
  /** One mark round everything it covers without a gap, so that a link is never cut in two. */
  mark(mark: Mark, children: I[], path: Path): I;
  hardBreak(path: Path): I;
  /** The reference in its place. The note's words are in `note.children`. */
  footnote(note: NumberedNote<I>, node: Footnote): I;
  document(children: B[], notes: NumberedNote<I>[], node: Document): R;
};

type Run = { segment: HighlightSegment; marks: Mark[]; path: Path };

/** Renders a document from the leaves up, without knowing into what. */
export function foldDocument<I, B, R>(
  document: Document,
  visitor: DocumentVisitor<I, B, R>,
  highlights?: Highlights,
): R {
  const notes: NumberedNote<I>[] = [];

  function foldRuns(runs: readonly Run[]): I[] {
    const folded: I[] = [];
    for (let at = 0; at < runs.length; ) {
      const run = runs[at];
      if (!run) break;
      const mark = run.marks[0];
      if (!mark) {
        folded.push(visitor.text(run.segment, run.path));
        at++;
        continue;
      }
      const covered: Run[] = [];
      for (let next = runs[at]; next?.marks[0] && sameMark(next.marks[0], mark); next = runs[at]) {
        covered.push({ ...next, marks: next.marks.slice(1) });
        at++;
      }
      folded.push(visitor.mark(mark, foldRuns(covered), run.path));
    }
    return folded;
  }

  function foldInlines(content: readonly Inline[] | undefined, path: Path): I[] {
    const folded: I[] = [];
    let runs: Run[] = [];
    const flush = () => {
      folded.push(...foldRuns(runs));
      runs = [];
    };
    for (const [index, node] of (content ?? []).entries()) {
      const here = [...path, index];
      if (node.type === 'text') {
        const segments = highlights?.segments(here, node.text) ?? [plain(node.text)];
        const marks = orderMarks(node.marks ?? []);
        runs.push(...segments.map((segment) => ({ segment, marks, path: here })));
        continue;
      }
      flush();
      if (node.type === 'hardBreak') {
        folded.push(visitor.hardBreak(here));
      } else {
        const note: NumberedNote<I> = { number: notes.length + 1, path: here, children: [] };
        notes.push(note);
        note.children = foldInlines(node.content, here);
        folded.push(visitor.footnote(note, node));
      }
    }
    flush();
    return folded;
  }

  function childrenOf(node: BlockNode, path: Path): Children<Holds, I, B> {
    const content = contentOfNode(node);
    switch (content.holds) {
      case 'inlines':
        return foldInlines(content.content, path);
      case 'code':
        return content.content.map(({ text }) => text).join('');
      case 'blocks':
        return foldAll(content.content, path, node);
      case 'nothing':
        return null;
    }
  }

  const visits: Readonly<Record<BlockNode['type'], AnyVisit<I, B>>> = visitor;
  const foldAll = (nodes: readonly BlockNode[], path: Path, parent: ParentNode): B[] =>
    nodes.map((node, index) => {
      const here = [...path, index];
      return visits[node.type](node, childrenOf(node, here), here, parent);
    });

  return visitor.document(foldAll(document.content, [], null), notes, document);
}

const plain = (text: string): HighlightSegment => ({ text, ids: [], starts: [], ends: [] });
