import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, editDistance, isPlainlyMeant } from './closest-word.ts';

describe('words much like each other', () => {
  it.each([
    ['water', 'water', 0],
    ['water', 'watre', 1],
    ['water', 'wter', 1],
    ['archipelgo', 'archipelago', 1],
    ['ab', '', 2],
    ['كتاب', 'كتب', 1],
  ])('%s and %s differ by %i', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it('differ by as much either way round, and by nothing only from themselves', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it.each([
    ['watre', 'water', true],
    ['archipelgo', 'archipelago', true],
    ['weathr', 'water', false],
    ['cat', 'cart', false],
  ])('%s for %s: plainly meant, %s', (typed, word, plain) => {
    expect(isPlainlyMeant(typed, word)).toBe(plain);
  });

  it('the nearest is taken, and none that is too far', () => {
    const words = ['waiter', 'water', 'wafer'].map((word) => ({ word }));
    expect(closestWord('watre', words)?.word).toBe('water');
    expect(closestWord('weather', [{ word: 'wall' }])).toBeNull();
    expect(closestWord('cat', [{ word: 'cart' }, { word: 'dog' }])?.word).toBe('cart');
  });
});
