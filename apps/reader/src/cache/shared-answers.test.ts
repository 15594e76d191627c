import type { ReaderCalls } from '@viewpoints/api/reader-caller';
import { describe, expect, it } from 'vitest';
import { SharedAnswers } from './shared-answers.ts';

/** The two calls that are shared and one that is not, each ended when the test says so. */
function source() {
  const pending: { name: string; answer: (value: unknown) => void; fail: () => void }[] = [];
  const ask = (name: string) => () =>
    new Promise((answer, reject) => {
      pending.push({ name, answer, fail: () => reject(new Error('no database')) });
    });
  const calls = {
    journal: { get: ask('journal') },
    menus: { get: ask('menus of the journal') },
    navigation: { topics: ask('topics'), findingFilters: ask('menus') },
  } as unknown as ReaderCalls;
  return { pending, calls: () => calls };
}

describe('data of every page', () => {
  it('is requested once, its tags given to each render, and requested again once it has changed', async () => {
    const { pending, calls } = source();
    const shared = new SharedAnswers(calls, () => true);
    const settled: string[] = [];
    const first = shared.calls((tags) => settled.push(...tags)).journal.get();
    const second = shared.calls((tags) => settled.push(...tags)).journal.get();
    pending[0]?.answer('as it was');
    expect(await Promise.all([first, second])).toEqual(['as it was', 'as it was']);
    expect([pending.length, settled]).toEqual([1, ['journal', 'journal']]);
    shared.drop(['article:1']);
    expect(await shared.calls(() => {}).journal.get()).toBe('as it was');
    shared.drop(['journal']);
    const third = shared.calls(() => {}).journal.get();
    pending[1]?.answer('as it is');
    expect(await third).toBe('as it is');
  });

  it('given a change during its request, is not given to later renders', async () => {
    const { pending, calls } = source();
    const shared = new SharedAnswers(calls, () => true);
    const before = shared.calls(() => {}).navigation.topics();
    shared.drop(['list:topics']);
    const after = shared.calls(() => {}).navigation.topics();
    pending[0]?.answer('old');
    pending[1]?.answer('new');
    expect(await Promise.all([before, after])).toEqual(['old', 'new']);
  });

  it('is requested each time while announcements may be lost, and after a failure', async () => {
    const { pending, calls } = source();
    let sure = false;
    const shared = new SharedAnswers(calls, () => sure);
    for (const at of [0, 1]) {
      const answer = shared.calls(() => {}).journal.get();
      pending[at]?.answer(at);
      expect(await answer).toBe(at);
    }
    sure = true;
    const failing = shared.calls(() => {}).journal.get();
    pending[2]?.fail();
    await expect(failing).rejects.toThrow('no database');
    const again = shared.calls(() => {}).journal.get();
    pending[3]?.answer(3);
    expect(await again).toBe(3);
  });

  it('has other menus once they, the settings or the topics have changed', async () => {
    const { pending, calls } = source();
    const shared = new SharedAnswers(calls, () => true);
    const shown: string[] = [];
    for (const [at, tag] of ['menus', 'journal', 'list:topics'].entries()) {
      const answer = shared.calls((tags) => shown.push(...tags)).menus.get();
      pending[at]?.answer(at);
      expect(await answer).toBe(at);
      shared.drop(['topic:trade', 'article:1']);
      expect(await shared.calls(() => {}).menus.get()).toBe(at);
      shared.drop([tag]);
    }
    expect(new Set(shown)).toEqual(new Set(['menus', 'journal', 'list:topics']));
  });

  it('leaves the other calls as they are', async () => {
    const { pending, calls } = source();
    const shared = new SharedAnswers(calls, () => true);
    void shared.calls(() => {}).navigation.findingFilters();
    void shared.calls(() => {}).navigation.findingFilters();
    expect(pending.map(({ name }) => name)).toEqual(['menus', 'menus']);
  });

  it('given a new article, is not requested again: the masthead counts nothing', async () => {
    const { pending, calls } = source();
    const shared = new SharedAnswers(calls, () => true);
    const first = shared.calls(() => {}).navigation.topics();
    pending[0]?.answer('the topics');
    await first;
    shared.drop(['list:articles', 'article:1', 'front']);
    expect(await shared.calls(() => {}).navigation.topics()).toBe('the topics');
    expect(pending).toHaveLength(1);
  });
});
