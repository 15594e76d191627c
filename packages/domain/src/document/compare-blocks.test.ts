import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyDocument } from '../testing/arbitraries.ts';
import { aDocument } from '../testing/builders.ts';
import { compareBlocks } from './compare-blocks.ts';
import { documentText } from './document-text.ts';

/** "2: Two → 2: Deux" for each change, by the places of the blocks. */
const described = (before: string[], after: string[]) =>
  compareBlocks(aDocument(...before), aDocument(...after)).map(({ before: was, after: is }) =>
    [was, is]
      .map((placed) =>
        placed === null
          ? '–'
          : `${placed.place}: ${documentText({ type: 'doc', content: [placed.block] }).text}`,
      )
      .join(' → '),
  );

describe('blocks that differ', () => {
  test('are those that were changed, put in or taken out, in the order of the text', () => {
    expect(described(['One', 'Two', 'Three'], ['One', 'Two', 'Three'])).toEqual([]);
    expect(described(['One', 'Two', 'Three'], ['One', 'Deux', 'Three'])).toEqual([
      '1: Two → 1: Deux',
    ]);
    expect(described(['One', 'Three'], ['One', 'Two', 'Three', 'Four'])).toEqual([
      '– → 1: Two',
      '– → 3: Four',
    ]);
    expect(described(['One', 'Two', 'Three'], ['Three'])).toEqual(['0: One → –', '1: Two → –']);
    expect(described(['One', 'Two', 'Three'], ['Eins', 'Three'])).toEqual([
      '0: One → 0: Eins',
      '1: Two → –',
    ]);
  });

  test('account for everything: what is in no change is in both, in the same order', () => {
    fc.assert(
      fc.property(anyDocument, anyDocument, (before, after) => {
        const changes = compareBlocks(before, after);
        const rest = (document: typeof before, side: 'before' | 'after') => {
          const changed = new Set(changes.map((change) => change[side]?.place));
          return document.content.filter((_, place) => !changed.has(place));
        };
        expect(rest(before, 'before')).toEqual(rest(after, 'after'));
        for (const { before: was, after: is } of changes) {
          if (was !== null) expect(before.content[was.place]).toBe(was.block);
          if (is !== null) expect(after.content[is.place]).toBe(is.block);
        }
      }),
      { numRuns: 300 },
    );
  });
});
