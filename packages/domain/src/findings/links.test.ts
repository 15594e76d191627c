import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { LinkKind, symmetricLinks } from './finding.ts';
import { canonicalLink, checkLink, sameLink } from './links.ts';

const [a, b] = [idOf(1), idOf(2)];

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

  test('given one that is there, turned round or not, then it is not added again', () => {
    const existing = [{ from: a, kind: 'contradicts' as const, to: b }];
    expect(checkLink({ from: b, kind: 'contradicts', to: a }, existing)).toMatchObject({
      reasons: [{ code: 'already_linked' }],
    });
    expect(checkLink({ from: b, kind: 'qualifies', to: a }, existing)).toEqual({ ok: true });
  });

  test('given both ends the same then it is refused', () => {
    expect(checkLink({ from: a, kind: 'supports', to: a }, [])).toMatchObject({
      reasons: [{ code: 'linked_to_itself' }],
    });
  });
});
