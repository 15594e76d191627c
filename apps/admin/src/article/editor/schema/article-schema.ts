import { type Extensions, getSchema } from '@tiptap/core';
import { editorBlocks } from '../editor-blocks.ts';
import { Doc, HardBreak, Text } from './base-nodes.ts';
import { Footnote } from './footnote.ts';
import { CommentMark, Emphasis, LanguageMark, Link, SmallCaps, Strong } from './marks.ts';

/**
 * Every node and mark of the domain's document, under the same names, so that the editor's JSON
 * is the document, and the mark of comments, which is in the shared document alone. Nothing else can be typed, pasted or dropped into an article.
 */
export const schemaExtensions: Extensions = [
  Doc,
  Text,
  ...editorBlocks.flatMap(({ extensions }) => extensions),
  HardBreak,
  Footnote,
  Emphasis,
  Strong,
  SmallCaps,
  Link,
  LanguageMark,
  CommentMark,
];

/** The same as a plain ProseMirror schema, for parsing and tests without an editor. */
export const articleSchema = getSchema(schemaExtensions);
