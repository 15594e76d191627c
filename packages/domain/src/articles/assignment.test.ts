import { describe, expect, test } from 'vitest';
import type { Role } from '../accounts/account.ts';
import type { Colleague } from '../accounts/colleague.ts';
import { idOf, times } from '../testing/builders.ts';
import { type ArticleState, ArticleState as States } from './article.ts';
import { assigneesOf, checkAssignee } from './assignment.ts';
import type { ArticleWords } from './word-approval.ts';

const person = (number: number, name: string, ...roles: Role[]): Colleague => ({
  id: idOf(number),
  name,
  roles,
});
const ines = person(1, 'Ines Falk', 'contributor');
const helen = person(2, 'Helen Novak', 'editor');
const omar = person(3, 'Omar Haddad', 'publisher');
const cora = person(4, 'Cora Berg', 'contributor');
const colleagues = [cora, helen, ines, omar];

const wordsOf = (createdBy: Colleague, ...authors: Colleague[]): ArticleWords => ({
  createdBy: createdBy.id,
  contributions: authors.map(({ id }, index) => ({
    ...{ authorId: id, change: index + 1, at: times.saved },
  })),
  approvals: [],
});
const namesFor = (state: ArticleState, words: ArticleWords, fourEyes = true) =>
  assigneesOf({ state, words }, { fourEyes }, colleagues).map(({ name }) => name);

describe('who can be given an article', () => {
  const own = wordsOf(ines, ines);
  test.each<[string, ArticleState, ArticleWords, string[]]>([
    ['a draft: who may edit it', 'draft', own, ['Helen Novak', 'Ines Falk', 'Omar Haddad']],
    ['in review: who may approve or send back', 'in_review', own, ['Helen Novak', 'Omar Haddad']],
    [
      'of an editor alone: nobody of her own words',
      'in_review',
      wordsOf(helen, helen),
      ['Omar Haddad'],
    ],
    [
      'in review, with words of the reviewer: its author too',
      ...(['in_review', wordsOf(ines, ines, helen)] as const),
      ['Helen Novak', 'Ines Falk', 'Omar Haddad'],
    ],
    ['approved: who publishes', 'approved', own, ['Omar Haddad']],
    ['scheduled: who publishes', 'scheduled', own, ['Omar Haddad']],
    ['published: nobody', 'published', own, []],
  ])('%s', (_title, state, words, names) => {
    expect(namesFor(state, words)).toEqual(names);
  });

  test('an editor’s own words, where four eyes are off', () => {
    expect(namesFor('in_review', wordsOf(helen, helen), false)).toContain('Helen Novak');
  });
});

describe('assigning an article', () => {
  const settings = { fourEyes: true };
  const words = wordsOf(ines, ines);
  const codes = (assigneeId: string | null, state: ArticleState) => {
    const decision = checkAssignee(assigneeId, { state, words }, settings, colleagues);
    return decision.ok ? [] : decision.reasons.map(({ code }) => code);
  };

  test('is refused to those who cannot take the next step, and to strangers', () => {
    expect(codes(ines.id, 'in_review')).toEqual(['cannot_take']);
    expect(codes(idOf(99), 'draft')).toEqual(['cannot_take']);
    expect(codes(helen.id, 'in_review')).toEqual([]);
  });

  test('is refused where no next step is awaited, even to nobody', () => {
    const refused = States.options.filter((state) => codes(null, state).length > 0);
    expect(refused).toEqual(['published', 'retracted', 'archived']);
    expect(codes(null, 'published')).toEqual(['nothing_awaited']);
  });
});
