import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Article,
  type ArticleContent,
  articleContentOf,
} from '@viewpoints/domain/articles/article';
import type { Desk, Outcome } from './calls.ts';
import type { Entry, Ledger } from './ledger.ts';

/** Who takes part, and what articles are about. */
export type Participants = { author: Desk; publisher: Desk; topicId: string; authorId: string };

/** Milliseconds before something that was not answered is looked at again. */
const pause = 300;

/** How often a step may be refused that another try of its own may have overtaken. */
const maxRefusals = 40;

/**
 * Steps in the life of one article, each retried until it was acknowledged or is found to be done,
 * whatever happens to the product meanwhile: after a missing response the state is read before a
 * retry. They return false if the run is over, or the step is refused for good.
 */
export function createSteps(entry: Entry, cast: Participants, ledger: Ledger, signal: AbortSignal) {
  const { author, publisher } = cast;
  const { id } = entry;

  const find = async (): Promise<Article | null> => {
    while (!signal.aborted) {
      const found = await author.ask<{ article: Article }>('editor.articles.get', { id });
      if (found.kind === 'done') return found.value.article;
      if (found.kind === 'refused' && found.code === 'not_found')
        ledger.faults.push(`An acknowledged article is lost: ${id}.`);
      if (found.kind === 'refused') return null;
      await sleep(pause);
    }
    return null;
  };

  const until = async (
    isDone: (article: Article) => boolean,
    work: (article: Article) => Promise<Outcome>,
  ): Promise<boolean> => {
    for (let left = maxRefusals; !signal.aborted; await sleep(pause)) {
      const article = await find();
      if (article === null) return false;
      if (isDone(article)) return true;
      const outcome = await work(article);
      if (outcome.kind === 'done') {
        ledger.acknowledged += 1;
        return true;
      }
      if (outcome.kind === 'unknown') ledger.open += 1;
      else left -= 1;
      if (outcome.kind === 'refused' && left === 0) {
        const { status, code, reasons } = outcome;
        ledger.faults.push(`A step was refused: ${status} ${code} ${reasons.join(' ')}.`);
        return false;
      }
    }
    return false;
  };

  return {
    find,
    /** Waits for what the product does by itself. */
    wait: async (isDone: (article: Article) => boolean): Promise<boolean> => {
      for (; !signal.aborted; await sleep(pause)) {
        const article = await find();
        if (article === null) return false;
        if (isDone(article)) return true;
      }
      return false;
    },
    save: async (headline: string): Promise<boolean> => {
      const done = await until(
        (article) => article.headline === headline,
        async (article) => {
          const content = written(articleContentOf(article), cast, headline);
          const input = { id, seen: article.save, content };
          const outcome = await author.call<{ article: Article }>('editor.articles.save', input);
          if (outcome.kind === 'done') entry.save = outcome.value.article.save;
          return outcome;
        },
      );
      if (done) entry.headline = headline;
      return done;
    },
    approve: async (): Promise<boolean> =>
      (await until(
        ({ state }) => state !== 'draft',
        () => author.call('editor.articles.submit', { id }),
      )) &&
      (await until(
        ({ state }) => state !== 'in_review',
        async () => {
          const revisionId = await latestRevision(publisher, id);
          if (revisionId === null) return { kind: 'unknown' };
          return publisher.call('editor.articles.approve', { id, revisionId });
        },
      )),
    publish: () =>
      until(
        ({ state }) => state === 'published',
        ({ approvedRevisionId: revisionId }) =>
          publisher.call('editor.articles.publish', { id, revisionId }),
      ),
    /** @param later a time to come, computed for each try */
    schedule: (later: () => string) =>
      until(
        ({ state }) => state === 'scheduled' || state === 'published',
        ({ approvedRevisionId: revisionId }) =>
          publisher.call('editor.articles.schedule', {
            ...{ id, revisionId, publishAt: later(), timeZone: 'UTC' },
          }),
      ),
    embargo: (later: () => string) =>
      until(
        ({ embargoUntil }) => embargoUntil !== null,
        () =>
          publisher.call('editor.articles.setEmbargo', {
            ...{ id, embargoUntil: later(), timeZone: 'UTC' },
          }),
      ),
    correct: () =>
      until(
        ({ state }) => state === 'published',
        () => publisher.call('editor.articles.correct', { id, corrections: [notice] }),
      ),
    retract: () =>
      until(
        ({ state }) => state === 'retracted',
        () => publisher.call('editor.articles.retract', { id, why: 'It was a trial.' }),
      ),
  };
}

const notice = {
  ...{ was: 'A word.', now: 'Another.', why: 'It was wrong.', severity: 'correction' },
  findingId: null,
};

async function latestRevision(desk: Desk, id: string): Promise<string | null> {
  type Screen = { revisions: { id: string; number: number }[] };
  const found = await desk.ask<Screen>('editor.articles.get', { id });
  if (found.kind !== 'done') return null;
  return found.value.revisions.toSorted((a, b) => b.number - a.number)[0]?.id ?? null;
}

function written(
  content: ArticleContent,
  { topicId, authorId }: Participants,
  headline: string,
): ArticleContent {
  const text = `The text of ${headline}.`;
  return {
    ...content,
    headline,
    standfirst: `Of ${headline}.`,
    body: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    },
    topicIds: [topicId],
    byline: { kind: 'authors', authorIds: [authorId] },
  };
}
