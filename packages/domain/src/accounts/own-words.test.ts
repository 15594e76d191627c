import { describe, expect, test } from 'vitest';
import { type Reason, reason } from '../refusal.ts';
import { idOf } from '../testing/builders.ts';
import { isOwnWork, ownWordsReason } from './own-words.ts';

const refusal = (...codes: string[]) => ({
  ok: false as const,
  reasons: codes.map((code): Reason => reason(code, 'No.')),
});

describe('whether only a second person is missing', () => {
  test.each([
    [['own_work'], true],
    [['own_work', 'token_scope'], false],
    [['session_required', 'own_work'], false],
    [['role_missing'], false],
  ])('given %j: %s', (codes, isOnlyThat) => {
    expect(isOwnWork(refusal(...codes))).toBe(isOnlyThat);
  });
});

describe('the reason about one’s own words', () => {
  const approve = { verb: 'approve', object: 'them' };
  const sentence = 'These are your own words.';
  const people = [
    { id: idOf(2), name: 'Helen Novak', roles: ['editor' as const] },
    { id: idOf(3), name: 'Omar Haddad', roles: ['publisher' as const] },
  ];

  test('given others can act then it names them', () => {
    const refused = ownWordsReason(
      approve,
      sentence,
      people,
      { fourEyes: true },
      { fields: ['headline'] },
    );
    expect(refused).toMatchObject({
      code: 'own_words',
      at: null,
      details: { fields: ['headline'], people: [idOf(2), idOf(3)] },
    });
    expect(refused.message).toContain('Helen Novak or Omar Haddad');
  });

  test('given nobody can then four eyes are spoken of only where they are on', () => {
    const alone = (fourEyes: boolean) => ownWordsReason(approve, sentence, [], { fourEyes });
    expect(alone(true).details).toEqual({ people: [] });
    expect(alone(true).message).toMatch(/four eyes/);
    expect(alone(false).message).not.toMatch(/four eyes/);
  });
});
