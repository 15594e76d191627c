import { lockArticles } from '@viewpoints/db/editorial/articles';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { listTopicNames } from '@viewpoints/db/editorial/topics';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { type Article, articleContentOf } from '@viewpoints/domain/articles/article';
import {
  changedTopics,
  checkTopicsChange,
  type TopicsChange,
} from '@viewpoints/domain/articles/topics-change';
import type { Reason } from '@viewpoints/domain/refusal';
import { allow, type Command, type CommandContext, permit, runCommand } from '../command.ts';
import { requireFieldsOfKind } from '../pages/fields-of-kind.ts';
import type { ChangeTopics, Input } from './article-inputs.ts';
import { lockExistingArticle, step } from './lock-article.ts';
import { askEach, nameFor, requireNoneRefused } from './refused-articles.ts';
import { saveArticleIn } from './save-article.ts';

/** The topics of an article before and after the change, which Undo needs. */
type Changed = { id: string; before: string[]; after: string[] };

/** Opening and storing a hundred shared documents takes longer than one command. */
const timeout = 60_000;

/**
 * Adds a topic to several articles or removes it, as saving each of them would: in the working copy,
 * so that readers of a published article see it with its next version. If one is refused none is
 * changed, and all that were refused are named.
 */
export function changeTopics(
  ctx: CommandContext,
  input: Input<typeof ChangeTopics>,
): Promise<{ changed: Changed[] }> {
  return runCommand(
    ctx,
    async (command) => {
      const plans = await planEach(command, input);
      const refused = plans.filter(({ reasons }) => reasons.length > 0);
      requireNoneRefused(
        command,
        new Map(refused.map(({ article, reasons }) => [article, reasons])),
      );
      const changed: Changed[] = [];
      for (const { article, after } of plans) {
        if (after.join() === article.topicIds.join()) continue;
        const content = { ...articleContentOf(article), topicIds: after };
        await saveArticleIn(command, { id: article.id, seen: article.save, content });
        changed.push({ id: article.id, before: article.topicIds, after });
      }
      return { changed };
    },
    { timeout },
  );
}

/** The topics of an article before and after a change that is not made yet. */
export type TopicsPreview = {
  id: string;
  headline: string;
  before: string[];
  after: string[];
  /** The topics that readers see until its next version; null if it is not published. */
  readers: string[] | null;
  /** Whether an approval, and a time to publish at, end with it. */
  voids: boolean;
  reasons: Reason[];
};

/** Previews a change of the topics of several articles. Nothing is changed. */
export function previewTopics(
  ctx: CommandContext,
  input: Input<typeof ChangeTopics>,
): Promise<TopicsPreview[]> {
  return runCommand(ctx, async (command) => {
    const { tx } = command;
    const plans = await planEach(command, input);
    const live = new Map<string, string[]>();
    for (const { article, isSeen } of plans)
      if (isSeen && article.liveRevisionId !== null) {
        const revision = await findRevision(tx, article.liveRevisionId);
        live.set(article.id, revision?.content.topicIds ?? []);
      }
    const names = await listTopicNames(tx, [
      ...new Set([...plans.flatMap(({ article, after }) => [...article.topicIds, ...after])]),
      ...[...live.values()].flat(),
    ]);
    const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []);
    return plans.map(({ article, after, isSeen, reasons }) => ({
      id: article.id,
      headline: nameFor(command, article),
      before: isSeen ? named(article.topicIds) : [],
      after: isSeen && reasons.length === 0 ? named(after) : [],
      readers: live.has(article.id) ? named(live.get(article.id) ?? []) : null,
      voids:
        (article.state === 'approved' || article.state === 'scheduled') &&
        after.join() !== article.topicIds.join(),
      reasons,
    }));
  });
}

type Plan = {
  article: Article;
  after: string[];
  /** Whether the caller may edit it, and so see its topics. */
  isSeen: boolean;
  reasons: Reason[];
};

/** Locks the articles, and computes the new topics or the refusal of each. */
async function planEach(
  command: Command,
  { articles: requested, ...change }: Input<typeof ChangeTopics>,
): Promise<Plan[]> {
  const { tx } = command;
  const undos = new Map(requested.map(({ id, undo }) => [id, undo]));
  await lockArticles(tx, [...undos.keys()]);
  const articles: Article[] = [];
  for (const id of undos.keys()) articles.push(await lockExistingArticle(command, id));
  const changeOf = (id: string): TopicsChange => {
    const undo = undos.get(id);
    return { ...change, ...(undo === undefined ? {} : { undo }) };
  };
  const known = await listTopicNames(tx, [
    change.topicId,
    ...[...undos.values()].flatMap((undo) => undo?.to ?? []),
  ]);
  const seen = new Set<string>();
  const refused = await askEach(articles, async (article) => {
    permit(command, 'article.edit', articleSubject(article));
    seen.add(article.id);
    step(article, 'edit');
    const after = changedTopics(article.topicIds, changeOf(article.id));
    requireFieldsOfKind(article, { ...articleContentOf(article), topicIds: after }, ['topicIds']);
    allow(checkTopicsChange(article.topicIds, changeOf(article.id), new Set(known.keys())));
  });
  return articles.map((article) => ({
    article,
    after: changedTopics(article.topicIds, changeOf(article.id)),
    isSeen: seen.has(article.id),
    reasons: refused.get(article) ?? [],
  }));
}
