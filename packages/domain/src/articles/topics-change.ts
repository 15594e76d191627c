import { z } from 'zod';
import { type Decision, decide, reason } from '../refusal.ts';
import { Id } from '../values.ts';
import { MAX_TOPICS } from './article.ts';

const TopicIds = z.array(Id).max(MAX_TOPICS);

/** A change of the topics of one of several articles. */
export const TopicsChange = z.strictObject({
  topicId: Id,
  how: z.enum(['add', 'remove']),
  /** For Undo: the topics to restore (`to`), and those that the change left (`from`). */
  undo: z.strictObject({ from: TopicIds, to: TopicIds }).optional(),
});
export type TopicsChange = z.infer<typeof TopicsChange>;

/**
 * The topics of an article after a change. An added one comes last, so that the article stays filed under
 * the same topic. Adding one that it has, or removing one that it has not, changes nothing.
 */
export function changedTopics(
  topicIds: readonly string[],
  { topicId, how, undo }: TopicsChange,
): string[] {
  if (undo !== undefined) return [...undo.to];
  const others = topicIds.filter((id) => id !== topicId);
  if (how === 'remove') return others;
  return topicIds.includes(topicId) ? [...topicIds] : [...others, topicId];
}

/** Whether the topics of an article can be changed in this way. `known` are the existing topics. */
export function checkTopicsChange(
  topicIds: readonly string[],
  change: TopicsChange,
  known: ReadonlySet<string>,
): Decision {
  const { undo } = change;
  const after = changedTopics(topicIds, change);
  const isOther = undo !== undefined && undo.from.join() !== topicIds.join();
  const isUnknown = after.some((id) => !topicIds.includes(id) && !known.has(id));
  return decide([
    ...(isOther
      ? [reason('topics_changed', 'Its topics were changed meanwhile.', 'topicIds')]
      : []),
    ...(isUnknown
      ? [reason('topic_gone', 'This topic has been removed meanwhile.', 'topicId')]
      : []),
    ...(after.length > MAX_TOPICS
      ? [
          reason(
            'too_many_topics',
            `It has ${MAX_TOPICS} topics, which is the most: remove one first.`,
            'topicIds',
          ),
        ]
      : []),
  ]);
}
