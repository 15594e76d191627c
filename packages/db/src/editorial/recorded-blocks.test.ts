import type { Document } from '@viewpoints/domain/document/document';
import { describe, expect, test } from 'vitest';
import { paragraphs } from '../testing/builders.ts';
import { blockPart, recordedBlocks } from './contributions.ts';

/** The paragraphs whose authors become those of each new one, by the texts of both. */
function replacedIn(before: string[], after: string[]): Record<string, string[]> {
  const [old, now] = [paragraphs(...before), paragraphs(...after)];
  const digestsOf = ({ content }: Document) =>
    content.map((block) => blockPart(block).replace('blocks.', ''));
  const [oldDigests, nowDigests] = [digestsOf(old), digestsOf(now)];
  const replaced: Record<string, string[]> = {};
  for (const { digest, replaces } of recordedBlocks(old, now).written) {
    const text = after[nowDigests.indexOf(digest)] ?? '';
    const own = replaced[text] ?? [];
    replaced[text] = replaces === null ? own : [...own, before[oldDigests.indexOf(replaces)] ?? ''];
  }
  return replaced;
}

const council = 'The council met in May.';
const talks = 'The talks go on.';

describe('a new block has the authors', () => {
  test.each<[string, string[], string[], Record<string, string[]>]>([
    ['of the block in whose place it is', [council], ['It met.'], { 'It met.': [council] }],
    ['of nobody else where it is added', [council], [council, talks], { [talks]: [] }],
    [
      'of a block that was divided, in both halves',
      [council],
      ['The council', 'met in May.'],
      { 'The council': [council], 'met in May.': [council] },
    ],
    [
      'of a block that was divided behind its first word',
      [council],
      ['The', 'council met in May.'],
      { The: [council], 'council met in May.': [council] },
    ],
    [
      'of a block that was divided before its last word',
      [council],
      ['The council met in', 'May.'],
      { 'The council met in': [council], 'May.': [council] },
    ],
    [
      'of a block that is behind a new one and was changed with it',
      [council, talks],
      ['In spring.', 'The council met in June.', talks],
      { 'In spring.': [council], 'The council met in June.': [council] },
    ],
    [
      'of both blocks that were joined, also of one word',
      [talks, 'Slowly.'],
      ['The talks go on. Slowly.'],
      { 'The talks go on. Slowly.': [talks, 'Slowly.'] },
    ],
    [
      'of no block that has only a common word of it',
      ['The end.', 'The mole.'],
      ['The quay lies low.', 'A ferry, and the mole.'],
      { 'The quay lies low.': ['The end.'], 'A ferry, and the mole.': ['The mole.'] },
    ],
  ])('%s', (_, before, after, expected) => expect(replacedIn(before, after)).toEqual(expected));
});
