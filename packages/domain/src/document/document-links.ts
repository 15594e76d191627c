import { visitAll } from './blocks.ts';
import type { Document } from './document.ts';
import { foldDocument } from './document-tree.ts';

/** Addresses outside the site that a document links to, in the order of the page. */
export function documentLinks(document: Document): string[] {
  const join = (children: string[][]) => children.flat();
  const nothing = () => [];
  return foldDocument<string[], string[], string[]>(document, {
    ...visitAll<string[], string[]>((kind, node, children) => [
      ...(kind.links?.(node) ?? []),
      ...(Array.isArray(children) ? join(children) : []),
    ]),
    text: nothing,
    mark: (mark, children) => [
      ...(mark.type === 'link' && /^https?:/i.test(mark.attrs.href) ? [mark.attrs.href] : []),
      ...join(children),
    ],
    hardBreak: nothing,
    // Notes are at the end of the page, and so are their links.
    footnote: nothing,
    document: (children, notes) => [
      ...join(children),
      ...notes.flatMap((note) => join(note.children)),
    ],
  });
}
