import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { inOrderHeld, positionOf } from './position.ts';

const held = (number: number, asOf: string | null, publishedAt = '2031-03-03T09:00:00.000Z') => ({
  id: idOf(number),
  asOf,
  publishedAt,
  state: 'published' as const,
});

describe('the position of an actor on an issue', () => {
  test('is in order of when it was held, not of when it was published', () => {
    const findings = [
      held(1, '2031-01', '2031-02-01T09:00:00.000Z'),
      held(2, '2012-09', '2031-03-01T09:00:00.000Z'),
      held(3, null, '2020-01-01T09:00:00.000Z'),
      held(4, '2012', '2031-03-01T09:00:00.000Z'),
      held(5, '../2010'),
    ];
    expect(inOrderHeld(findings).map(({ id }) => id)).toEqual([5, 4, 2, 3, 1].map(idOf));
  });

  test('is in order of how vague they are where dates begin together, the vaguest first', () => {
    const findings = [
      held(1, '2012-01-01'),
      held(2, '2012-01'),
      held(3, '2012/..'),
      held(4, '2012'),
    ];
    expect(inOrderHeld(findings).map(({ asOf }) => asOf)).toEqual([
      '2012/..',
      '2012',
      '2012-01',
      '2012-01-01',
    ]);
  });

  test('given any order in then the same order comes out', () => {
    const findings = [held(1, '2012'), held(2, null), held(3, '2012'), held(4, '2014/..')];
    fc.assert(
      fc.property(fc.shuffledSubarray(findings, { minLength: 4 }), (shuffled) => {
        expect(inOrderHeld(shuffled)).toEqual(inOrderHeld(findings));
      }),
    );
  });

  test('keeps what was moved away from, and leaves out what was corrected or withdrawn', () => {
    const findings = [
      { ...held(1, '2028'), state: 'superseded' as const },
      { ...held(2, '2029'), state: 'corrected' as const },
      { ...held(3, '2030'), state: 'withdrawn' as const },
      held(4, '2031'),
    ];
    const position = positionOf(findings);
    expect(position.map(({ id }) => id)).toEqual([idOf(1), idOf(4)]);
  });
});
