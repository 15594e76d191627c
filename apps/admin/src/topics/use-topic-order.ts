'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@viewpoints/domain/topics/topic';
import { allEntriesKey } from '../catalogue/use-all-entries.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { toast } from '../ui/toast.ts';

/** The order of the topics and moving one up or down in it, which shows before it is saved. */
export type TopicOrder = {
  topics: readonly Topic[];
  moving: boolean;
  move: (topic: Topic, by: 1 | -1) => void;
};

export function useTopicOrder(topics: readonly Topic[]): TopicOrder {
  const queries = useQueryClient();
  const key = allEntriesKey('topic');
  const mutation = useMutation({
    /** Writes the topics whose number is another in the new order. */
    mutationFn: async (order: readonly Topic[]) => {
      for (const [position, topic] of order.entries()) {
        if (topic.position === position) continue;
        const { id, save, ...content } = topic;
        await viewpoints.editor.topics.save.mutate({
          id,
          seen: save,
          content: { ...content, position },
        });
      }
    },
    onMutate: (order) => {
      queries.setQueryData(
        key,
        order.map((topic, position) => ({ ...topic, position })),
      );
    },
    onError: (error) => toast.failed(error, 'The order could not be saved'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['topics'] }),
  });
  return {
    topics,
    moving: mutation.isPending,
    move: (topic, by) => {
      const index = topics.indexOf(topic);
      mutation.mutate(topics.toSpliced(index, 1).toSpliced(index + by, 0, topic));
    },
  };
}
