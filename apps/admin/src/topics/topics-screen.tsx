'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Topic } from '@viewpoints/domain/topics/topic';
import { ArrowDown, ArrowUp, Plus, Tags } from 'lucide-react';
import { readAll } from '../data/read-all.ts';
import { useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { OpenedRecord } from '../records/opened-record.tsx';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { toast } from '../ui/toast.tsx';
import { TopicDialog } from './topic-dialog.tsx';

const byPosition = (a: Topic, b: Topic) => a.position - b.position || a.name.localeCompare(b.name);

export function TopicsScreen() {
  const filters = useFilters();
  const opened = filters.get('open');
  const queries = useQueryClient();
  const mayCreate = useMay('topic.create');
  const mayEdit = useMay('topic.edit');
  const all = useQuery({
    queryKey: ['topics', 'all'],
    queryFn: () =>
      readAll((cursor) =>
        viewpoints.editor.topics.list.query({ limit: 100, ...(cursor ? { cursor } : {}) }),
      ),
  });
  const topics = (all.data ?? []).toSorted(byPosition);
  const record = useQuery({
    queryKey: ['topics', 'one', opened],
    queryFn: () => viewpoints.editor.topics.get.query({ id: opened ?? '' }),
    enabled: opened !== null && opened !== 'new',
  });

  const move = useMutation({
    /** Numbers the topics anew in their new order and writes those whose number changed. */
    mutationFn: async (order: Topic[]) => {
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
        ['topics', 'all'],
        order.map((topic, position) => ({ ...topic, position })),
      );
    },
    onError: (error) => toast.failed(error, 'The order could not be saved'),
    onSettled: () => queries.invalidateQueries({ queryKey: ['topics'] }),
  });
  const shift = (index: number, by: 1 | -1) => {
    const order = [...topics];
    const [moved] = order.splice(index, 1);
    if (!moved) return;
    order.splice(index + by, 0, moved);
    move.mutate(order);
  };

  const close = () => filters.set({ open: null });
  const create = (
    <Button
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => filters.set({ open: 'new' })}
    >
      New topic
    </Button>
  );

  return (
    <Page
      width="prose"
      title="Topics"
      description="The navigation of the reading site, in this order."
      actions={create}
    >
      <Panel>
        {all.error ? (
          <div className="p-4">
            <ErrorNote error={all.error} onRetry={() => void all.refetch()} />
          </div>
        ) : all.isPending ? (
          <SkeletonRows />
        ) : topics.length === 0 ? (
          <EmptyState icon={Tags} title="No topics yet" action={create}>
            Every published article is filed under at least one topic. Five to eight make a good
            navigation.
          </EmptyState>
        ) : (
          <List label="Topics in order">
            {topics.map((topic, index) => (
              <ListRow
                key={topic.id}
                title={topic.name}
                onOpen={() => filters.set({ open: topic.id })}
                meta={topic.description ? <span>{topic.description}</span> : null}
                end={
                  mayEdit.ok ? (
                    <>
                      <Button
                        variant="quiet"
                        icon={ArrowUp}
                        label={`Move ${topic.name} up`}
                        disabled={index === 0 || move.isPending}
                        onClick={() => shift(index, -1)}
                      />
                      <Button
                        variant="quiet"
                        icon={ArrowDown}
                        label={`Move ${topic.name} down`}
                        disabled={index === topics.length - 1 || move.isPending}
                        onClick={() => shift(index, 1)}
                      />
                    </>
                  ) : null
                }
              />
            ))}
          </List>
        )}
      </Panel>
      <OpenedRecord kind="topic" opened={opened} query={record} onClose={close}>
        {(topic) => (
          <TopicDialog
            key={topic?.id ?? 'new'}
            topic={topic}
            position={topics.length}
            onClose={close}
          />
        )}
      </OpenedRecord>
    </Page>
  );
}
