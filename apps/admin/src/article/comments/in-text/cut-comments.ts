import { Fragment, type Mark, type Node, Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { commentRanges } from './comment-tracks.ts';

/**
 * Words that are cut here and pasted again keep their comments. The clipboard has none: what is copied
 * must not carry them to another place as well, or to another article.
 */
export function cutComments(): Plugin {
  let cut: Slice | null = null;
  return new Plugin({
    props: {
      handleDOMEvents: {
        cut: (view) => {
          cut = view.state.selection.content();
          return false;
        },
        copy: () => {
          cut = null;
          return false;
        },
      },
      transformPasted: (slice, view) =>
        cut === null ? slice : withCommentsOf(cut, slice, view.state.doc),
    },
  });
}

/** Pasted content with the comments of what was cut, if it says the same; but for those that are in the text. */
function withCommentsOf(cut: Slice, pasted: Slice, doc: Node): Slice {
  const [were, are] = [cut.content, pasted.content].map(textsOf);
  const text = (nodes: readonly Node[] = []) => nodes.map((node) => node.text ?? '').join('');
  if (text(were) === '' || text(were) !== text(are)) return pasted;
  const there = commentRanges(doc);
  const comments = (were ?? []).flatMap((node) => {
    const own = node.marks.filter(
      ({ type, attrs }) => type.name === 'comment' && !there.has(attrs.id),
    );
    return Array.from({ length: node.nodeSize }, () => own);
  });
  let at = 0;
  const marked = mapTexts(pasted.content, (node) => {
    const own = comments.slice(at, at + node.nodeSize);
    at += node.nodeSize;
    return cutWhereMarksChange(node, own);
  });
  return new Slice(marked, pasted.openStart, pasted.openEnd);
}

function textsOf(content: Fragment): Node[] {
  const texts: Node[] = [];
  content.descendants((node) => {
    if (node.isText) texts.push(node);
  });
  return texts;
}

const mapTexts = (content: Fragment, change: (node: Node) => Node[]): Fragment =>
  Fragment.fromArray(
    content.content.flatMap((node) =>
      node.isText ? change(node) : [node.copy(mapTexts(node.content, change))],
    ),
  );

function cutWhereMarksChange(node: Node, marks: readonly (readonly Mark[])[]): Node[] {
  const runs: Node[] = [];
  let start = 0;
  for (let end = 1; end <= marks.length; end += 1) {
    if (end < marks.length && marks[end] === marks[start]) continue;
    const run = node.cut(start, end);
    const all = (marks[start] ?? []).reduce((set, mark) => mark.addToSet(set), run.marks);
    runs.push(run.mark(all));
    start = end;
  }
  return runs;
}
