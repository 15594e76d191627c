import { type Extensions, getSchema } from '@tiptap/core';
import { editorBlocks } from '../editor-blocks.ts';
import { Doc, HardBreak, Text } from './base-nodes.ts';
import { Footnote } from './footnote.ts';
import { Code, CommentMark, Emphasis, LanguageMark, Link, SmallCaps, Strong } from './marks.ts';
import { suggestionSchema } from './suggestions.ts';

/**
 * Every node and mark of the domain's document, under the same names, so that the editor's JSON
 * is the document, with comments and suggestions, which are in the shared document alone. Nothing else
 * can be typed, pasted or dropped into an article.
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
  Code,
  Link,
  LanguageMark,
  CommentMark,
  ...suggestionSchema,
];

/** The same as a plain ProseMirror schema, for parsing and tests without an editor. */
export const articleSchema = getSchema(schemaExtensions);
