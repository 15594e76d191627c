import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestWord, editDistance, isObviousTypo } from './closest-word.ts';

describe('words much like each other', () => {
  it.each([
    ['water', 'water', 0],
    ['water', 'watre', 1],
    ['water', 'wter', 1],
    ['archipelgo', 'archipelago', 1],
    ['ab', '', 2],
    ['ab', 'bc', 2],
    ['ab', 'ca', 2],
    ['ca', 'abc', 3],
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
    ['wter', 'water', true],
    ['cesfire', 'ceasefire', false],
    ['ceasfier', 'ceasefire', true],
    ['archpelg', 'archipelago', false],
  ])('%s for %s: plainly meant, %s', (typed, word, plain) => {
    expect(isObviousTypo(typed, word)).toBe(plain);
  });

  it.each([
    ['4 letters and 1 that differs', 'wter', 'water', true],
    ['4 letters and 2', 'watr', 'waters', false],
    ['5 letters and 2', 'watrs', 'waiters', true],
    ['5 letters and 3', 'watrs', 'waiter', false],
    ['8 letters and 2', 'ceasfier', 'ceasefire', true],
    ['8 letters and 3', 'archpelg', 'archipelago', false],
    ['9 letters and 3', 'archpelgo', 'archipelagos', true],
    ['9 letters and 4', 'archpelgo', 'archipelagoes', false],
  ])('given %s, then whether it can be what was meant', (_, typed, word, near) => {
    expect(closestWord(typed, [{ word }])).toEqual(near ? { word } : null);
  });

  it('given two that are as near, then the first', () => {
    expect(closestWord('wat', [{ word: 'war' }, { word: 'way' }])?.word).toBe('war');
    expect(closestWord('wat', [{ word: 'way' }, { word: 'war' }])?.word).toBe('way');
  });

  it('the nearest is taken, and none that is too far', () => {
    const words = ['waiter', 'water', 'wafer'].map((word) => ({ word }));
    expect(closestWord('watre', words)?.word).toBe('water');
    expect(closestWord('weather', [{ word: 'wall' }])).toBeNull();
    expect(closestWord('cat', [{ word: 'cart' }, { word: 'dog' }])?.word).toBe('cart');
  });
});
