import { foldMention } from './fold-mention.ts';
import type { Needle } from './mention-needles.ts';
export type Match = { needle: Needle; start: number; end: number; words: string };
export const containsNeedle = (folded: string, { text, within }: Needle): boolean =>
  within === 'words'
    ? ` ${folded} `.includes(` ${text} `)
    : folded.replaceAll(' ', '').includes(text);
export function findMentions(text: string, needles: readonly Needle[]): Match[] {
  const hit = needles.filter((needle) => containsNeedle(foldMention(text), needle));
  const certain = hit.find(({ certainty }) => certainty === 'certain');
  const needle = certain ?? hit[0];
  return needle === undefined ? [] : [{ needle, start: 0, end: text.length, words: text }];
}
