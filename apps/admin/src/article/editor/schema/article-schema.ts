import { type Extensions, getSchema } from '@tiptap/core';
import { Embed } from './embed.ts';
import { Figure } from './figure.ts';
import { Footnote } from './footnote.ts';
import { Divider, HardBreak } from './inline-nodes.ts';
import { BlockQuote, BulletList, ListItem, OrderedList } from './lists.ts';
import { Emphasis, LanguageMark, Link, SmallCaps, Strong } from './marks.ts';
import { Table, TableCell, TableEditing, TableHeader, TableRow } from './table.ts';
import { CodeBlock, Doc, Heading, Paragraph, PullQuote, Text } from './text-blocks.ts';

/**
 * Every node and mark of the domain's document, under the same names, so that the editor's JSON
 * is the document. Nothing else can be typed, pasted or dropped into an article.
 */
export const schemaExtensions: Extensions = [
  Doc,
  Text,
  Paragraph,
  Heading,
  BlockQuote,
  PullQuote,
  BulletList,
  OrderedList,
  ListItem,
  Figure,
  Embed,
  Table,
  TableRow,
  TableHeader,
  TableCell,
  TableEditing,
  CodeBlock,
  Divider,
  HardBreak,
  Footnote,
  Emphasis,
  Strong,
  SmallCaps,
  Link,
  LanguageMark,
];

/** The same as a plain ProseMirror schema, for parsing and tests without an editor. */
export const articleSchema = getSchema(schemaExtensions);
