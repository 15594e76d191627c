import { randomUUID } from 'node:crypto';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import type { Desk } from './calls.ts';
import type { Random } from './random.ts';
import type { Page } from './together-page.ts';

type Verdict = 'accept' | 'refuse';

/** A word that a page suggests to put in or to delete, and what was done with that. */
type Made = {
  key: SuggestionKey;
  page: Page;
  word: string;
  kind: 'insert' | 'delete';
  /** A request without a response: a server was killed then, and may have carried it out. */
  asked: Verdict | null;
};

/** How many suggestions one call decides at most. */
const atOnce = 5;

/**
 * Suggestions that pages make, and a desk decides, at random. It knows which words the text must have
 * for that and which it must not.
 */
export function createSuggestions(
  desk: Desk,
  { articleId, by }: { articleId: string; by: string },
) {
  let pending: Made[] = [];
  const counts = { made: 0, accept: 0, refuse: 0 };

  /** A word only suggested does not count yet; one with a suggested deletion may go at any time. */
  const finish = ({ page, word, kind }: Made, verdict: Verdict): void => {
    counts[verdict] += 1;
    const isIn = (kind === 'insert') === (verdict === 'accept');
    if (isIn) page.adopt(word);
    else page.give(word);
  };
  return {
    counts,
    make: (page: Page, random: Random): void => {
      const key = { by, id: randomUUID() };
      const made = page.suggest(key, random);
      if (made === null) return;
      counts.made += 1;
      pending.push({ key, page, ...made, asked: null });
    },
    /** Decides some that pages have made; those that no server has yet are left for later. */
    decide: async (random: Random): Promise<void> => {
      const start = random.between(0, Math.max(pending.length - 1, 0));
      const chosen = pending.slice(start, start + random.between(1, atOnce));
      const verdict: Verdict = chosen[0]?.asked ?? (random.next() < 0.5 ? 'accept' : 'refuse');
      const alike = chosen.filter(({ asked }) => asked === null || asked === verdict);
      if (alike.length === 0) return;
      const listed = await desk.ask<{ id: string; digest: string }[]>(
        'editor.articles.suggestions.list',
        { articleId },
      );
      if (listed.kind !== 'done') return;
      const there = new Map(listed.value.map(({ id, digest }) => [id, digest]));
      // If one was requested and is gone, a server decided it without responding.
      const decided = alike.filter(({ key, asked }) => asked !== null && !there.has(key.id));
      const asked = alike.filter(({ key }) => there.has(key.id));
      const answer =
        asked.length === 0
          ? null
          : await desk.call(`editor.articles.suggestions.${verdict}`, {
              articleId,
              suggestions: asked.map(({ key }) => ({ ...key, digest: there.get(key.id) ?? '' })),
            });
      if (answer?.kind === 'done') decided.push(...asked);
      else for (const made of asked) made.asked = verdict;
      for (const made of decided) finish(made, verdict);
      pending = pending.filter((made) => !decided.includes(made));
    },
    /** Faults in the end: suggestions that are lost, and words that were not accepted. */
    faults: async (stored: string): Promise<string[]> => {
      const listed = await desk.ask<{ id: string }[]>('editor.articles.suggestions.list', {
        articleId,
      });
      if (listed.kind !== 'done') return ['The suggestions could not be read.'];
      const there = new Set(listed.value.map(({ id }) => id));
      return pending.flatMap((made) => {
        const { key, word, kind, asked } = made;
        if (!there.has(key.id) && asked !== null) {
          finish(made, asked);
          return [];
        }
        if (!there.has(key.id)) return [`The suggestion of “${word}” is lost.`];
        if (stored.includes(word) === (kind === 'delete')) return [];
        return [`“${word}” is ${kind === 'insert' ? 'stored' : 'gone'}, and nobody accepted it.`];
      });
    },
  };
}
