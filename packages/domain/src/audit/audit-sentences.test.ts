import { describe, expect, test } from 'vitest';
import { actions } from '../accounts/action.ts';
import {
  accountActions,
  auditPhrase,
  auditSentence,
  linkActions,
  nounOf,
  systemActions,
} from './audit-sentences.ts';

const recorded = [
  ...actions.filter((action) => !/\.(list|view)$/.test(action)),
  ...accountActions,
  ...linkActions,
  ...systemActions,
];

describe('the sentence of an audit record', () => {
  test.each<[string, string, string | null, string]>([
    ['article.approve', 'article', 'Before the rains', 'Ada Marsh approved “Before the rains”'],
    ['article.submit', 'article', null, 'Ada Marsh submitted an article for review'],
    ['account.sign_in', 'account', 'Ada Marsh', 'Ada Marsh signed in'],
    ['topic.create', 'topic', 'Rivers', 'Ada Marsh added “Rivers”'],
    ['clearance.record', 'clearance', null, 'Ada Marsh answered an alarm'],
    ['waiver.record', 'waiver', null, 'Ada Marsh recorded a waiver'],
    ['actor.edit', 'actor', null, 'Ada Marsh edited an actor'],
  ])('%s of a %s', (action, subjectKind, subject, sentence) => {
    expect(auditSentence({ action, subjectKind, subject, by: 'Ada Marsh' })).toBe(sentence);
  });

  test('of what nobody did names the system', () => {
    const record = { action: 'article.publish', subjectKind: 'article', subject: null, by: null };
    expect(auditSentence(record)).toBe('The system published an article');
  });

  test('of an action that no longer exists is shown by its code', () => {
    const record = {
      action: 'article.hold_back',
      subjectKind: 'article',
      subject: null,
      by: 'Ada',
    };
    expect(auditSentence(record)).toBe('Ada did “hold back” to an article');
  });

  test.each(recorded)('%s has words of its own', (action) => {
    const { before, after } = auditPhrase(action);
    expect(before).toMatch(/^[a-z]/);
    expect(`${before} ${after ?? ''}`).not.toMatch(/[{}“_]/);
  });

  test('what has no kind of its own is called by its code', () => {
    expect([nounOf('issue'), nounOf('article_copy')]).toEqual(['an issue', 'an article copy']);
  });
});
