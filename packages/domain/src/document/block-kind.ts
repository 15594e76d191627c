import type { z } from 'zod';
import type { Id } from '../values.ts';
import type { HtmlLabels } from './html-labels.ts';
import type { MarkdownToken } from './markdown-inline.ts';

/** The path to a node: the indices that lead to it from the document. */
export type Path = readonly number[];

/** The content of a node: inline text, further nodes, code as it was typed, or nothing. */
export type Holds = 'inlines' | 'blocks' | 'code' | 'nothing';

/** The converted content of a node: `I` for each inline part, `B` for each node. */
export type Children<H extends Holds, I, B> = {
  inlines: I[];
  blocks: B[];
  code: string;
  nothing: null;
}[H];

/** A picture as HTML needs it; its address is a path on the reading site. */
export type HtmlPicture = { src: string; width: number; height: number };

/** The node around a node; null for a block of the document itself. */
export type ParentNode = { readonly type: string } | null;

/** Context for writing a node as HTML. */
export type HtmlContext = {
  /** The address of the reading site, without a slash at its end. */
  siteUrl: string;
  pictures: ReadonlyMap<string, HtmlPicture>;
  words: HtmlLabels;
  path: Path;
  parent: ParentNode;
};

/** Context for writing a node as Markdown. */
export type MarkdownContext = { pictureAddress: (mediaId: string) => string; path: Path };

/**
 * A kind of node: its content and how it is written. Members that take a node are methods, not
 * function fields: methods are bivariant, so the table of all kinds accepts any node.
 */
export type NodeKind<N, H extends Holds = Holds> = {
  /** What editors call it, as in "a pull quote". */
  name: string;
  holds: H;
  /** The kinds of one group may become one another by a suggestion; none of a group where it is unset. */
  becomes?: 'words' | 'list' | 'cell';
  html(node: N, children: Children<H, string, string>, to: HtmlContext): string;
  markdown(node: N, children: Children<H, MarkdownToken[], string>, to: MarkdownContext): string;
  /** Addresses on other sites that it has in addition to those of the links in its text. */
  links?(node: N): string[];
};

/** A kind of block: all that the document's functions need to know of it. */
export type BlockKind<N, H extends Holds = Holds, Made = N> = NodeKind<N, H> & {
  /** The block in normal form; none if it is empty, several if it contains too much. */
  normalise(block: N): Made[];
  /** The picture that it shows. */
  pictureId?(block: N): Id | null;
  /** The title that readers see over it. */
  title?(block: N): string | null;
  /** Further texts of its attributes that readers see, and search for. */
  texts?(block: N): string[];
  /** Texts of its attributes, for comparing two versions of it. */
  attributeTexts?(block: N): string[];
};

/** A kind of block with its schema, from which its type follows. */
export const blockKind = <S extends z.ZodType, const H extends Holds>(
  kind: BlockKind<z.infer<S>, H> & { schema: S },
) => kind;

/** A kind of node that is part of a block, such as an item of a list. */
export const partKind =
  <N>() =>
  <const H extends Holds>(kind: NodeKind<N, H>) =>
    kind;
