import type { DiffPart } from '../text/diff-words.ts';
import type { BlockNode } from './blocks.ts';
import type { Document } from './document.ts';
import type { Inline } from './inline.ts';
import { normaliseDocument } from './normalise-document.ts';

/** A node without its content: its kind and attributes. */
export type NodeShell = { type: BlockNode['type']; attrs?: unknown };

/** A difference in inline content. A changed footnote has its own differences. */
export type InlineDifference =
  | { kind: 'same' | 'added' | 'removed'; inline: Inline }
  /** The same words with other marks: set in bold, linked to elsewhere. */
  | { kind: 'marked'; before: Inline; after: Inline }
  | { kind: 'note'; parts: InlineDifference[] };

export type ContentDifference =
  | { holds: 'inlines'; parts: InlineDifference[] }
  | { holds: 'blocks'; nodes: NodeDifference[] }
  | { holds: 'code'; parts: DiffPart[] }
  | { holds: 'nothing' };

/**
 * A difference in a block, or in a part of one such as an item of a list. `place` is its index
 * among its siblings before or, if it was added, after; a node that only moved is removed in one
 * place and added in another, each with the other's place.
 */
export type NodeDifference =
  | { kind: 'same'; place: number; node: BlockNode }
  | { kind: 'removed' | 'added'; place: number; node: BlockNode; moved: number | null }
  | {
      kind: 'changed';
      place: number;
      before: NodeShell;
      after: NodeShell;
      content: ContentDifference;
    };

export type Side = 'before' | 'after';

/** One of the two compared texts, in normal form. */
export function documentOf(difference: readonly NodeDifference[], side: Side): Document {
  const content = nodesOf(difference, side) as Document['content'];
  return normaliseDocument({ type: 'doc', content });
}

const missing = { before: 'added', after: 'removed' } as const;

/** The nodes of one side of a difference. */
export function nodesOf(difference: readonly NodeDifference[], side: Side): BlockNode[] {
  return difference
    .filter(({ kind }) => kind !== missing[side])
    .map((each) => (each.kind === 'changed' ? changedNode(each, side) : each.node));
}

function changedNode(
  { content, ...shells }: Extract<NodeDifference, { kind: 'changed' }>,
  side: Side,
): BlockNode {
  const children = contentOfSide(content, side);
  return { ...shells[side], ...(children === null ? {} : { content: children }) } as BlockNode;
}

function contentOfSide(content: ContentDifference, side: Side): unknown[] | null {
  if (content.holds === 'inlines') return inlinesOf(content.parts, side);
  if (content.holds === 'blocks') return nodesOf(content.nodes, side);
  if (content.holds === 'nothing') return null;
  const text = content.parts.flatMap((part) => (part.kind === missing[side] ? [] : [part.text]));
  return text.length === 0 ? null : [{ type: 'text', text: text.join('') }];
}

function inlinesOf(parts: readonly InlineDifference[], side: Side): Inline[] {
  return parts.flatMap((part): Inline[] => {
    if (part.kind === 'marked') return [part[side]];
    if (part.kind === 'note')
      return [{ type: 'footnote', content: inlinesOf(part.parts, side) } as Inline];
    return part.kind === missing[side] ? [] : [part.inline];
  });
}
