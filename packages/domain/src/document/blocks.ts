import { z } from 'zod';
import type { BlockKind, Children, Holds, NodeKind, ParentNode, Path } from './block-kind.ts';
import { blockQuote } from './blocks/block-quote.ts';
import { callout } from './blocks/callout.ts';
import { chart } from './blocks/chart.ts';
import { codeBlock } from './blocks/code-block.ts';
import { divider } from './blocks/divider.ts';
import { embed } from './blocks/embed.ts';
import { figure } from './blocks/figure.ts';
import { file } from './blocks/file.ts';
import { heading } from './blocks/heading.ts';
import { KeyPoint, keyPoint, keyPoints } from './blocks/key-points.ts';
import { bulletList, ListItem, listItem, orderedList } from './blocks/list.ts';
import { paragraph } from './blocks/paragraph.ts';
import { pullQuote } from './blocks/pull-quote.ts';
import {
  TableCell,
  TableHeader,
  TableRow,
  table,
  tableCell,
  tableHeader,
  tableRow,
} from './blocks/table.ts';
import type { Inline } from './inline.ts';

/** Every kind of block that a document may hold: the one list of them in the domain. */
const blockTable = {
  paragraph,
  heading,
  blockQuote,
  pullQuote,
  callout,
  keyPoints,
  orderedList,
  bulletList,
  figure,
  file,
  embed,
  table,
  chart,
  codeBlock,
  divider,
};
/** Nodes that occur only inside certain blocks. */
const partTable = { keyPoint, listItem, tableRow, tableHeader, tableCell };

type BlockTable = typeof blockTable;
type PartNode = KeyPoint | ListItem | TableRow | TableHeader | TableCell;
type SchemaOf<K extends keyof BlockTable> = BlockTable[K]['schema'];

const schemas = Object.values(blockTable).map(({ schema }) => schema);
/** A block of a document. The list of schemas is never empty, which its type cannot say. */
export const Block = z.discriminatedUnion(
  'type',
  schemas as [SchemaOf<keyof BlockTable>, ...SchemaOf<keyof BlockTable>[]],
);
export type Block = z.infer<typeof Block>;
export type BlockType = Block['type'];

/** A block, or a part of one that is a node of its own. */
export type BlockNode = Block | PartNode;

const blockKinds: Readonly<Record<BlockType, BlockKind<Block>>> = blockTable;
const nodeKinds: Readonly<Record<BlockNode['type'], NodeKind<BlockNode>>> = {
  ...blockTable,
  ...partTable,
};

/** All that is known of a block's kind. */
export const kindOfBlock = (block: Block): BlockKind<Block> => blockKinds[block.type];

/** All that is known of a node's kind. */
export const kindOfNode = (node: BlockNode): NodeKind<BlockNode> => nodeKinds[node.type];

/** The names of a node's attributes, which it has in addition to its content. */
export function attributesOf(type: BlockNode['type']): string[] {
  const schema = nodeSchemas.find(({ shape }) => shape.type.value === type);
  return schema && 'attrs' in schema.shape ? Object.keys(schema.shape.attrs.shape) : [];
}
const nodeSchemas = [...schemas, KeyPoint, ListItem, TableRow, TableHeader, TableCell];

/** The names of all kinds of node. */
export const nodeTypes = Object.keys(nodeKinds) as BlockNode['type'][];

/** The kind of content that a node of a kind has. */
export const holdsOf = (type: BlockNode['type']): Holds => nodeKinds[type].holds;

/** What editors call a node of a kind; a type that is none is its own name. */
export const nodeName = (type: string): string => kindNamed(type)?.name ?? type;

/** Whether a suggestion may make a node of one kind one of the other. */
export function mayBecome(from: string, to: string): boolean {
  const group = kindNamed(from)?.becomes;
  return from === to || (group !== undefined && group === kindNamed(to)?.becomes);
}

const kindNamed = (type: string): NodeKind<BlockNode> | undefined =>
  nodeTypes.some((each) => each === type) ? nodeKinds[type as BlockNode['type']] : undefined;

/** The content of a node; code is text that is never marked. */
export type NodeContent =
  | { holds: 'inlines'; content: readonly Inline[] }
  | { holds: 'blocks'; content: readonly BlockNode[] }
  | { holds: 'code'; content: readonly { type: 'text'; text: string }[] }
  | { holds: 'nothing'; content: readonly [] };

/** The content of a node. That it fits the kind follows from the schema of the kind. */
export function contentOfNode(node: BlockNode): NodeContent {
  const content = 'content' in node ? (node.content ?? []) : [];
  return { holds: kindOfNode(node).holds, content } as NodeContent;
}

type Kinds = BlockTable & typeof partTable;
/** A method, so that one visit of any node can be made of those of each kind. */
type Visit<N, C, B> = {
  visit(node: N, children: C, path: Path, parent: ParentNode): B;
}['visit'];

/** The result for each kind of node, from the results for its children. */
export type NodeVisitor<I, B> = {
  [K in keyof Kinds]: Visit<Extract<BlockNode, { type: K }>, Children<Kinds[K]['holds'], I, B>, B>;
};
export type AnyVisit<I, B> = Visit<BlockNode, Children<Holds, I, B>, B>;

/** A visitor that does the same for every kind of node. */
export function visitAll<I, B>(
  visit: (kind: NodeKind<BlockNode>, ...rest: Parameters<AnyVisit<I, B>>) => B,
): NodeVisitor<I, B> {
  const visits = Object.entries(nodeKinds).map(([type, kind]) => [
    type,
    (...rest: Parameters<AnyVisit<I, B>>) => visit(kind, ...rest),
  ]);
  return Object.fromEntries(visits);
}
