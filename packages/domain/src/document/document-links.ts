import type { Document } from './document.ts';
import { foldDocument } from './document-tree.ts';

/** What the links of a document lead to outside the site, as they stand on the page. */
export function documentLinks(document: Document): string[] {
  const join = (children: string[][]) => children.flat();
  const nothing = () => [];
  const blocks = (_: unknown, children: string[][]) => join(children);
  return foldDocument<string[], string[], string[]>(document, {
    text: nothing,
    mark: (mark, children) => [
      ...(mark.type === 'link' && /^https?:/i.test(mark.attrs.href) ? [mark.attrs.href] : []),
      ...join(children),
    ],
    hardBreak: nothing,
    // Notes stand at the end of the page, and their links with them.
    footnote: nothing,
    paragraph: blocks,
    heading: blocks,
    pullQuote: blocks,
    figure: blocks,
    embed: (node, caption) => [node.attrs.href, ...join(caption)],
    codeBlock: nothing,
    divider: nothing,
    blockQuote: blocks,
    bulletList: blocks,
    orderedList: blocks,
    listItem: blocks,
    table: blocks,
    tableRow: blocks,
    tableHeader: blocks,
    tableCell: blocks,
    document: (children, notes) => [
      ...join(children),
      ...notes.flatMap((note) => join(note.children)),
    ],
  });
}
