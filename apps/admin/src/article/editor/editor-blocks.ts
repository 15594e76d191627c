import { MessageSquareQuote } from 'lucide-react';
import { blockQuote } from './blocks/block-quote.ts';
import { callout } from './blocks/callout.ts';
import { chart } from './blocks/chart.ts';
import { codeBlock } from './blocks/code-block.ts';
import { divider } from './blocks/divider.ts';
import { embed } from './blocks/embed.ts';
import { figure } from './blocks/figure.ts';
import { file } from './blocks/file.ts';
import { heading } from './blocks/heading.ts';
import { keyPoints } from './blocks/key-points.ts';
import { lists } from './blocks/lists.ts';
import { paragraph } from './blocks/paragraph.ts';
import { table } from './blocks/table.ts';
import type { EditorBlock } from './editor-block.ts';
import { plainBlock } from './plain-block.ts';

const pullQuote = plainBlock('pullQuote', {
  hint: 'A sentence of the article, set large',
  icon: MessageSquareQuote,
  words: 'callout large',
  look: 'border-y border-line-strong py-[0.5em] text-[1.5rem]/[1.32] italic',
});

/**
 * Every kind of block in the editor: the one list of them here. Toolbar and slash menu have them
 * in this order; the first is what an empty line is.
 */
export const editorBlocks: readonly EditorBlock[] = [
  paragraph,
  heading,
  pullQuote,
  lists,
  blockQuote,
  callout,
  keyPoints,
  figure,
  file,
  embed,
  table,
  chart,
  codeBlock,
  divider,
];
