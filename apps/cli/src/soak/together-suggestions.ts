import { randomUUID } from 'node:crypto';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import type { Desk } from './calls.ts';
import type { Random } from './random.ts';
import type { Page } from './together-page.ts';

/** Somebody at the desk, who decides suggestions. */
export type Decider = { desk: Desk; accountId: string };

type Verdict = 'accept' | 'refuse';

/** A word that a page suggests to put in or to delete, and what was done with that. */
type Made = {
  key: SuggestionKey;
  page: Page;
  word: string;
  /** Words that other pages put into the same suggestion. */
  further: { page: Page; word: string }[];
  kind: 'insert' | 'delete';
  /** A request without a response: a server was killed then, and may have carried it out. */
  requested: Verdict | null;
};

/** How many suggestions one call decides at most. */
const atOnce = 5;

/**
 * Suggestions that pages make, and others at the desk decide, at random. It knows which words the text
 * must have for that and which it must not, and who their authors are.
 * @param options.onAccepted told whose words are in the text by an acceptance: of who suggested them and who accepted
 */
export function createSuggestions(
  deciders: readonly [Decider, ...Decider[]],
  {
    articleId,
    onAccepted,
  }: { articleId: string; onAccepted: (word: string, authors: string[]) => void },
) {
  let pending: Made[] = [];
  const counts = { made: 0, shared: 0, accept: 0, refuse: 0 };
  const [{ desk }] = deciders;
  const authorsOf = ({ page, further }: Made): string[] => [
    ...new Set([page, ...further.map((each) => each.page)].map(({ accountId }) => accountId)),
  ];

  /** A word only suggested does not count yet; one with a suggested deletion may go at any time. */
  const finish = (made: Made, verdict: Verdict, deciderId: string | null): void => {
    counts[verdict] += 1;
    const { kind } = made;
    const isIn = (kind === 'insert') === (verdict === 'accept');
    for (const { page, word } of [made, ...made.further]) {
      if (isIn) page.adopt(word);
      else page.give(word);
      if (isIn && kind === 'insert')
        onAccepted(word, [...authorsOf(made), ...(deciderId === null ? [] : [deciderId])]);
    }
  };
  return {
    counts,
    make: (page: Page, random: Random): void => {
      const key = { by: page.accountId, id: randomUUID() };
      const made = page.suggest(key, random);
      if (made === null) return;
      counts.made += 1;
      pending.push({ key, page, ...made, further: [], requested: null });
    },
    /** Puts a word of one page into what another has suggested, and waits until that is stored. */
    join: async (page: Page, random: Random): Promise<void> => {
      const begun = pending.filter(
        (made) =>
          made.kind === 'insert' &&
          made.page !== page &&
          made.requested === null &&
          page.sees(made.word),
      );
      const made = begun[random.between(0, Math.max(begun.length - 1, 0))];
      if (made === undefined || !page.isConnected()) return;
      counts.shared += 1;
      made.further.push({ page, word: page.suggestMore(made.key, random) });
      await page.allAcknowledged();
    },
    /** Decides some that pages have made; those that no server has yet are left for later. */
    decide: async (random: Random): Promise<void> => {
      const start = random.between(0, Math.max(pending.length - 1, 0));
      const chosen = pending.slice(start, start + random.between(1, atOnce));
      const verdict: Verdict = chosen[0]?.requested ?? (random.next() < 0.5 ? 'accept' : 'refuse');
      const decider = deciders[random.between(0, deciders.length - 1)] ?? deciders[0];
      const alike = chosen.filter(({ requested }) => requested === null || requested === verdict);
      if (alike.length === 0) return;
      const listed = await desk.ask<{ id: string; digest: string }[]>(
        'editor.articles.suggestions.list',
        { articleId },
      );
      if (listed.kind !== 'done') return;
      const there = new Map(listed.value.map(({ id, digest }) => [id, digest]));
      // If one was requested and is gone, a server decided it without responding.
      const decided = alike.filter(
        ({ key, requested }) => requested !== null && !there.has(key.id),
      );
      const present = alike.filter(({ key }) => there.has(key.id));
      const answer =
        present.length === 0
          ? null
          : await decider.desk.call(`editor.articles.suggestions.${verdict}`, {
              articleId,
              suggestions: present.map(({ key }) => ({ ...key, digest: there.get(key.id) ?? '' })),
            });
      const isDone = answer?.kind === 'done';
      if (!isDone) for (const made of present) made.requested = verdict;
      // Who had it done without an answer is not known here.
      for (const made of decided) finish(made, verdict, null);
      if (isDone) for (const made of present) finish(made, verdict, decider.accountId);
      const done = new Set([...decided, ...(isDone ? present : [])]);
      pending = pending.filter((made) => !done.has(made));
    },
    /** Faults in the end: suggestions that are lost, and words that were not accepted. */
    faults: async (stored: string): Promise<string[]> => {
      const listed = await desk.ask<{ id: string; authors: { id: string }[] }[]>(
        'editor.articles.suggestions.list',
        {
          articleId,
        },
      );
      if (listed.kind !== 'done') return ['The suggestions could not be read.'];
      const there = new Map(listed.value.map(({ id, authors }) => [id, authors]));
      return pending.flatMap((made) => {
        const { key, word, kind, requested } = made;
        if (!there.has(key.id) && requested !== null) {
          finish(made, requested, null);
          return [];
        }
        if (!there.has(key.id)) return [`The suggestion of “${word}” is lost.`];
        const authors = there.get(key.id)?.map(({ id }) => id) ?? [];
        const isSame = authors.toSorted().join() === authorsOf(made).toSorted().join();
        if (!isSame) return [`The suggestion of “${word}” has the wrong authors.`];
        if (stored.includes(word) === (kind === 'delete')) return [];
        return [`“${word}” is ${kind === 'insert' ? 'stored' : 'gone'}, and nobody accepted it.`];
      });
    },
  };
}
