import type { Article } from '@viewpoints/domain/articles/article';
import { createSteps, type Participants } from './article-steps.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Random } from './random.ts';

export type StoryOptions = {
  cast: Participants;
  ledger: Ledger;
  random: Random;
  /** The story's number, which is in each of its words. */
  number: number;
  signal: AbortSignal;
};

/** Takes one article from its first draft to where it is to end. */
export async function runStory(options: StoryOptions): Promise<void> {
  const { ledger, random, number, cast, signal } = options;
  const draft = await create(options);
  if (draft === null) return;
  const entry: Entry = {
    ...{ id: draft.id, slug: draft.slug, save: draft.save, headline: draft.headline },
    ...{ versions: 0, corrections: 0, shown: null, gone: null },
    ...{ publishAt: null, embargoUntil: null },
  };
  ledger.entries.push(entry);
  const steps = createSteps(entry, cast, ledger, signal);
  // Words that no other article and no other version has.
  const named = (name: string) => `Soak ${number} ${name} end`;
  const first = named('first');

  for (let times = random.between(0, 2); times > 0; times -= 1)
    if (!(await steps.save(named(`draft ${times}`)))) return;
  if (!(await steps.save(first)) || !(await steps.approve())) return;

  const later = () => new Date(Date.now() + random.between(1_500, 8_000)).toISOString();
  const way = random.pick([
    ['publish', 4],
    ['schedule', 4],
    ['embargo', 2],
  ] as const);
  if (way === 'schedule') {
    if (!(await steps.schedule(later))) return;
    entry.publishAt = (await steps.find())?.publishAt ?? null;
    if (!(await steps.wait(({ state }) => state === 'published'))) return;
  } else {
    if (way === 'embargo') {
      if (!(await steps.embargo(later))) return;
      entry.embargoUntil = (await steps.find())?.embargoUntil ?? null;
    }
    if (!(await steps.publish())) return;
  }
  entry.versions += 1;
  if (way !== 'publish') return;
  entry.shown = first;

  if (random.next() < 0.5) {
    const next = named('corrected');
    if (!(await steps.save(next)) || !(await steps.approve())) return;
    // While it is under way either may be shown.
    entry.shown = null;
    if (!(await steps.correct())) return;
    entry.versions += 1;
    entry.corrections += 1;
    entry.shown = next;
  }
  if (random.next() < 0.3) {
    const was = entry.shown;
    entry.shown = null;
    if (await steps.retract()) entry.gone = was;
  }
}

/** A new draft. One without a response may exist all the same, outside of any story. */
async function create({ cast, ledger, number, signal }: StoryOptions): Promise<Article | null> {
  if (signal.aborted) return null;
  const headline = `Soak ${number} begun end`;
  const outcome = await cast.author.call<Article>('editor.articles.create', { headline });
  if (outcome.kind === 'unknown') ledger.open += 1;
  if (outcome.kind === 'refused')
    ledger.faults.push(`A new draft was refused: ${outcome.status} ${outcome.code}.`);
  if (outcome.kind !== 'done') return null;
  ledger.acknowledged += 1;
  return outcome.value;
}
