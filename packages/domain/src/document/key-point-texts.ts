import { normaliseText } from '../text/normalise.ts';
import type { Document } from './document.ts';
import { plainWords } from './inline-words.ts';

/** The key points of a document as plain text, in their order. */
export function keyPointTexts(document: Document): string[] {
  return document.content
    .flatMap((block) => (block.type === 'keyPoints' ? block.content : []))
    .map(({ content }) => normaliseText((content ?? []).map(plainWords).join('')))
    .filter((text) => text !== '');
}
