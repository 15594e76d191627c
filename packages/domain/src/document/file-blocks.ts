import type { FileBlock } from './blocks/file.ts';
import type { Document } from './document.ts';

/** The files that a document offers, in order. */
export const fileBlocks = ({ content }: Document): FileBlock[] =>
  content.filter((block) => block.type === 'file');
