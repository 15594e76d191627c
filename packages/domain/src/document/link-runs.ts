import type { Document } from './document.ts';
import type { Mark } from './inline.ts';

/** A link in a document: text nodes side by side that lead to the same address. */
export type LinkRun = {
  href: string;
  /** Its first text node, its last one, and how long that is. */
  path: number[];
  endPath: number[];
  length: number;
};

type Node = {
  readonly type: string;
  readonly text?: string | undefined;
  readonly marks?: readonly Mark[] | undefined;
  readonly content?: readonly Node[] | undefined;
};

/** Every link of a document, in order. */
export function linkRuns(document: Document): LinkRun[] {
  const runs: LinkRun[] = [];
  const visit = (nodes: readonly Node[], above: number[]) => {
    let open: LinkRun | null = null;
    for (const [index, node] of nodes.entries()) {
      const path = [...above, index];
      const mark = node.marks?.find(({ type }) => type === 'link');
      const href = mark?.type === 'link' ? mark.attrs.href : null;
      if (node.text === undefined || href === null) open = null;
      else if (open !== null && open.href === href) {
        open.endPath = path;
        open.length = node.text.length;
      } else {
        open = { href, path, endPath: path, length: node.text.length };
        runs.push(open);
      }
      if (node.content !== undefined) visit(node.content, path);
    }
  };
  visit(document.content, []);
  return runs;
}
