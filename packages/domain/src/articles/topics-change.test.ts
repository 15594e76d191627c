import { describe, expect, test } from 'vitest';
import { MAX_TOPICS } from './article.ts';
import { changedTopics, checkTopicsChange } from './topics-change.ts';

const [water, law, rivers] = ['water', 'law', 'rivers'];
const known = new Set([water, law, rivers]);
const add = (topicId: string) => ({ topicId, how: 'add' as const });
const remove = (topicId: string) => ({ topicId, how: 'remove' as const });
const codes = (...given: Parameters<typeof checkTopicsChange>) => {
  const decision = checkTopicsChange(...given);
  return decision.ok ? [] : decision.reasons.map(({ code }) => code);
};

describe('the topics of an article', () => {
  test('get a new one at the end, and keep the first, under which it is filed', () => {
    expect(changedTopics([water, law], add(rivers))).toEqual([water, law, rivers]);
    expect(changedTopics([water, law], add(water))).toEqual([water, law]);
  });

  test('lose one, and keep the order of the others', () => {
    expect(changedTopics([water, law, rivers], remove(law))).toEqual([water, rivers]);
    expect(changedTopics([water], remove(law))).toEqual([water]);
  });

  test('are restored by Undo, unless they were changed since', () => {
    const undo = { from: [law], to: [water, law] };
    expect(changedTopics([law], { ...remove(water), undo })).toEqual([water, law]);
    expect(codes([law], { ...remove(water), undo }, known)).toEqual([]);
    expect(codes([law, rivers], { ...remove(water), undo }, known)).toEqual(['topics_changed']);
  });

  test('have a maximum', () => {
    const most = Array.from({ length: MAX_TOPICS }, (_, each) => String(each));
    expect(codes(most, add(water), known)).toEqual(['too_many_topics']);
    expect(codes(most.slice(1), add(water), known)).toEqual([]);
    expect(codes(most, add('0'), known)).toEqual([]);
  });

  test('have to exist, unless the article has them already', () => {
    expect(codes([water], add('gone'), known)).toEqual(['topic_gone']);
    expect(codes(['gone'], add(water), known)).toEqual([]);
    expect(codes(['gone'], remove('gone'), known)).toEqual([]);
  });
});
