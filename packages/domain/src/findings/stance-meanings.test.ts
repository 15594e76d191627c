import { describe, expect, test } from 'vitest';
import { Stance } from './finding-fields.ts';
import { stanceMeanings, stancesInOrder } from './stance-meanings.ts';

describe('the meanings of stances', () => {
  test('is every stance, from yes to no, then what is neither', () => {
    expect(stancesInOrder).toEqual([
      'supports',
      'pledges',
      'accepts_if',
      'open_to',
      'proposes',
      'requires',
      'rejects',
      'refuses',
      'warns',
      'regrets',
      'asserts',
      'silent',
    ]);
    expect([...stancesInOrder].sort()).toEqual([...Stance.options].sort());
  });

  test.each(Stance.options)('%s has a sentence, which no other has', (stance) => {
    const meaning = stanceMeanings[stance];
    expect(meaning).toMatch(/^[A-Z].+\.$/);
    expect(Object.values(stanceMeanings).filter((each) => each === meaning)).toHaveLength(1);
  });
});
