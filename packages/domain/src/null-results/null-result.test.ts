import { describe, expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { NullResultContent, type NullResultState, nullResultTexts } from './null-result.ts';
import {
  checkNullResultStep,
  type NullResultStep,
  nullResultStateAfter,
} from './null-result-workflow.ts';

const words = { searched: 'The gazette', asOf: '2031/2032-05', language: 'en' };
const content = {
  ...words,
  actorId: idOf(1),
  issueId: idOf(2),
  register: 'public',
  note: 'Ask Ines.',
};
const wrongIn = (given: object) =>
  NullResultContent.safeParse({ ...content, ...given }).error?.issues.map(({ path }) =>
    path.join('.'),
  ) ?? [];

describe('what is written', () => {
  test.each<[string, object, string[]]>([
    ['an interval', {}, []],
    ['a day', { asOf: '2032-05-01' }, []],
    ['about a year', { asOf: '2032~' }, []],
    ['an open end', { asOf: '2031/..' }, ['asOf']],
    ['an unknown end', { asOf: '2031/' }, ['asOf']],
    ['no date', { asOf: 'last year' }, ['asOf']],
    ['500 characters', { searched: 'x'.repeat(500) }, []],
    ['a longer text', { searched: 'x'.repeat(501) }, ['searched']],
    ['two lines', { searched: 'One\nTwo' }, ['searched']],
    ['no language', { language: 'English' }, ['language']],
    ['no actor', { actorId: null }, ['actorId']],
    ['a setting of its own', { register: 'unknown' }, ['register']],
  ])('given %s', (_, given, wrong) => {
    expect(wrongIn(given)).toEqual(wrong);
  });
});

test('every public text is looked through, and the note is none', () => {
  expect(nullResultTexts(content)).toEqual([
    { text: words.searched, at: 'nullResult.searched' },
    { text: words.asOf, at: 'nullResult.asOf' },
    { text: words.language, at: 'nullResult.language' },
  ]);
});

describe('a step', () => {
  const all = ['edit', 'verify', 'reject', 'withdraw', 'remove'] as const;
  test.each<[NullResultState, boolean, NullResultStep[]]>([
    ['proposed', false, ['edit', 'verify', 'reject', 'remove']],
    ['proposed', true, ['edit', 'verify', 'reject', 'withdraw']],
    ['rejected', false, ['edit', 'remove']],
    ['rejected', true, ['edit', 'withdraw']],
    ['published', true, ['edit', 'withdraw']],
    ['withdrawn', false, []],
  ])('from %s, public: %s', (state, isPublic, possible) => {
    const nullResult = { state, published: isPublic ? {} : null };
    expect(all.filter((step) => checkNullResultStep(nullResult, step).ok)).toEqual(possible);
  });

  test('leads to its state', () => {
    expect(all.slice(0, 4).map(nullResultStateAfter)).toEqual([
      ...['proposed', 'published', 'rejected', 'withdrawn'],
    ]);
  });
});
