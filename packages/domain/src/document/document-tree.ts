import type {
  Block,
  BlockQuote,
  BulletList,
  CodeBlock,
  Divider,
  Document,
  Embed,
  Figure,
  Footnote,
  Heading,
  Inline,
  ListItem,
  Mark,
  OrderedList,
  Paragraph,
  PullQuote,
  Table,
  TableCell,
  TableHeader,
  TableRow,
} from './document.ts';
import type { HighlightSegment, Highlights } from './document-highlights.ts';
import { orderMarks, sameMark } from './normalise-document.ts';

/** Where a node stands: the indices that lead to it from the document. */
export type Path = readonly number[];

/** A footnote as it is numbered in reading order, from 1. */
export type NumberedNote<I> = { number: number; path: Path; children: I[] };

/** What a cell at the head stands over; null for one without words, such as a table's empty corner. */
export type HeaderScope = 'col' | 'row' | null;

/**
 * What to make of each node: `I` of what stands in a line (text, marks, notes), `B` of blocks,
 * `R` of the whole. Children come already made.
 */
export type DocumentVisitor<I, B, R> = {
  /** A run of text; with highlights given, cut at their edges. */
  text(piece: HighlightSegment, path: Path): I;
  /** One mark round everything it covers without a gap, so that a link is never cut in two. */
  mark(mark: Mark, children: I[], path: Path): I;
  hardBreak(path: Path): I;
  /** The reference in its place. The note's words are in `note.children`. */
  footnote(note: NumberedNote<I>, node: Footnote): I;
  paragraph(node: Paragraph, children: I[], path: Path): B;
  heading(node: Heading, children: I[], path: Path): B;
  pullQuote(node: PullQuote, children: I[], path: Path): B;
  /** `caption` is empty where there is none. */
  figure(node: Figure, caption: I[], path: Path): B;
  /** `caption` is empty where there is none. */
  embed(node: Embed, caption: I[], path: Path): B;
  codeBlock(node: CodeBlock, code: string, path: Path): B;
  divider(node: Divider, path: Path): B;
  blockQuote(node: BlockQuote, children: B[], path: Path): B;
  bulletList(node: BulletList, items: B[], path: Path): B;
  orderedList(node: OrderedList, items: B[], path: Path): B;
  listItem(node: ListItem, children: B[], path: Path): B;
  table(node: Table, rows: B[], path: Path): B;
  tableRow(node: TableRow, cells: B[], path: Path): B;
  tableHeader(node: TableHeader, children: B[], heads: HeaderScope): B;
  tableCell(node: TableCell, children: B[], path: Path): B;
  document(children: B[], notes: NumberedNote<I>[], node: Document): R;
};

type AnyBlock = Block | ListItem | TableRow | TableCell;
type Run = { piece: HighlightSegment; marks: Mark[]; path: Path };

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
        folded.push(visitor.text(run.piece, run.path));
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
        const pieces = highlights?.pieces(here, node.text) ?? [plain(node.text)];
        const marks = orderMarks(node.marks ?? []);
        runs.push(...pieces.map((piece) => ({ piece, marks, path: here })));
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

  function foldAll(nodes: readonly AnyBlock[], path: Path): B[] {
    return nodes.map((node, index) => foldBlock(node, [...path, index]));
  }

  function foldRow(row: TableRow, path: Path): B[] {
    return row.content.map((cell, index) => {
      const here = [...path, index];
      return cell.type === 'tableHeader'
        ? visitor.tableHeader(cell, foldAll(cell.content, here), headerScope(row, index))
        : foldBlock(cell, here);
    });
  }

  function foldBlock(node: AnyBlock, path: Path): B {
    switch (node.type) {
      case 'paragraph':
        return visitor.paragraph(node, foldInlines(node.content, path), path);
      case 'heading':
        return visitor.heading(node, foldInlines(node.content, path), path);
      case 'pullQuote':
        return visitor.pullQuote(node, foldInlines(node.content, path), path);
      case 'figure':
        return visitor.figure(node, foldInlines(node.content, path), path);
      case 'embed':
        return visitor.embed(node, foldInlines(node.content, path), path);
      case 'codeBlock':
        return visitor.codeBlock(
          node,
          (node.content ?? []).map((line) => line.text).join(''),
          path,
        );
      case 'divider':
        return visitor.divider(node, path);
      case 'blockQuote':
        return visitor.blockQuote(node, foldAll(node.content, path), path);
      case 'bulletList':
        return visitor.bulletList(node, foldAll(node.content, path), path);
      case 'orderedList':
        return visitor.orderedList(node, foldAll(node.content, path), path);
      case 'listItem':
        return visitor.listItem(node, foldAll(node.content, path), path);
      case 'table':
        return visitor.table(node, foldAll(node.content, path), path);
      case 'tableRow':
        return visitor.tableRow(node, foldRow(node, path), path);
      case 'tableCell':
        return visitor.tableCell(node, foldAll(node.content, path), path);
    }
  }

  return visitor.document(foldAll(document.content, []), notes, document);
}

/** A head that cells follow heads its row; one that none follow heads its column. */
function headerScope(row: TableRow, index: number): HeaderScope {
  const isEmpty = row.content[index]?.content.every(({ content }) => !content?.length);
  if (isEmpty) return null;
  return row.content.slice(index).some(({ type }) => type === 'tableCell') ? 'row' : 'col';
}

const plain = (text: string): HighlightSegment => ({ text, ids: [], starts: [], ends: [] });
