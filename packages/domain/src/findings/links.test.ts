import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { type Link, LinkKind, symmetricLinks } from './finding.ts';
import { canonicalLink, checkLink, sameLink } from './links.ts';

const [a, b, c] = [idOf(1), idOf(2), idOf(3)];

describe('links between findings', () => {
  test('given one that reads the same both ways then it is stored one way', () => {
    fc.assert(
      fc.property(fc.constantFrom(...LinkKind.options), (kind) => {
        const [there, back] = [
          canonicalLink({ from: a, kind, to: b }),
          canonicalLink({ from: b, kind, to: a }),
        ];
        expect(sameLink(there, back)).toBe(symmetricLinks.includes(kind));
        expect(canonicalLink(back)).toEqual(back);
      }),
    );
  });

  test.each<[LinkKind, Link]>([
    ['contradicts', { from: a, kind: 'contradicts', to: b }],
    ['contrary', { from: a, kind: 'contrary', to: b }],
    ['supports', { from: b, kind: 'supports', to: a }],
    ['qualifies', { from: b, kind: 'qualifies', to: a }],
    ['undercuts', { from: b, kind: 'undercuts', to: a }],
    ['precedes', { from: b, kind: 'precedes', to: a }],
  ])('given %s from the higher id to the lower', (kind, stored) => {
    expect(canonicalLink({ from: b, kind, to: a })).toEqual(stored);
    expect(canonicalLink({ from: a, kind, to: b })).toEqual({ from: a, kind, to: b });
  });

  test.each<[Link, boolean]>([
    [{ from: a, kind: 'supports', to: b }, true],
    [{ from: b, kind: 'supports', to: a }, false],
    [{ from: a, kind: 'supports', to: c }, false],
    [{ from: c, kind: 'supports', to: b }, false],
    [{ from: a, kind: 'qualifies', to: b }, false],
    [{ from: b, kind: 'contrary', to: a }, false],
  ])('given %j beside “a supports b” then the same is %s', (link, same) => {
    expect(sameLink(link, { from: a, kind: 'supports', to: b })).toBe(same);
    expect(sameLink({ from: a, kind: 'supports', to: b }, link)).toBe(same);
  });

  test('given one that is there, turned round or not, then it is not added again', () => {
    const existing = [{ from: a, kind: 'contradicts' as const, to: b }];
    expect(checkLink({ from: b, kind: 'contradicts', to: a }, existing)).toMatchObject({
      reasons: [{ code: 'already_linked', at: `findings.${b}.links` }],
    });
    expect(checkLink({ from: a, kind: 'contradicts', to: c }, existing)).toEqual({ ok: true });
    expect(checkLink({ from: b, kind: 'qualifies', to: a }, existing)).toEqual({ ok: true });
  });

  test('given both ends the same then it is refused', () => {
    expect(checkLink({ from: a, kind: 'supports', to: a }, [])).toMatchObject({
      reasons: [{ code: 'linked_to_itself', at: `findings.${a}.links` }],
    });
  });
});
