'use client';

import { type Topic, TopicContent } from '@viewpoints/domain/topics/topic';
import { Tags } from 'lucide-react';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { CataloguePage } from '../catalogue/catalogue-page.tsx';
import { useAllEntries } from '../catalogue/use-all-entries.ts';
import { useFilters } from '../data/use-filters.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { ListRow } from '../ui/list.tsx';
import { TextField } from '../ui/text-field.tsx';
import { TopicMoves } from './topic-moves.tsx';
import { useTopicOrder } from './use-topic-order.ts';

const labels = { description: 'Description', position: 'Place' };

const catalogue: Catalogue<typeof TopicContent, Topic> = {
  kind: 'topic',
  icon: Tags,
  api: viewpoints.editor.topics,
  schema: TopicContent,
  description: 'The navigation of the reading site, in this order.',
  empty:
    'Every published article is filed under at least one topic. Five to eight make a good navigation.',
  removal:
    'It leaves the navigation of the reading site, and its page with it. A topic under which articles are filed cannot be removed.',
  blank: (named) => ({ ...named, description: '', position: 0 }),
  labels,
  Fields: ({ form: { draft, set, fieldError } }) => (
    <TextField
      label={labels.description}
      optional
      rows={3}
      maxLength={1000}
      hint="Shown at the top of the topic’s page."
      value={draft.description}
      onChange={(description) => set('description', description)}
      error={fieldError('description')}
    />
  ),
};

const byPosition = (a: Topic, b: Topic) => a.position - b.position || a.name.localeCompare(b.name);

/** The topics in the order of the navigation, which is changed here. A new one comes last. */
export function TopicsScreen() {
  const filters = useFilters();
  const all = useAllEntries('topic', viewpoints.editor.topics.list);
  const topics = all.items.toSorted(byPosition);
  const order = useTopicOrder(topics);
  const mayEdit = useMay('topic.edit');
  return (
    <CataloguePage catalogue={catalogue} width="prose" given={{ position: topics.length }}>
      {(create) => (
        <RecordList
          label="Topics in order"
          pages={{ ...all, items: topics }}
          filtered={false}
          onClear={() => undefined}
          icon={catalogue.icon}
          empty={{ title: 'No topics yet', text: catalogue.empty, action: create }}
          row={(topic) => (
            <ListRow
              key={topic.id}
              title={topic.name}
              onOpen={() => filters.set({ open: topic.id })}
              meta={topic.description ? <span>{topic.description}</span> : null}
              end={mayEdit.ok ? <TopicMoves topic={topic} order={order} /> : null}
            />
          )}
        />
      )}
    </CataloguePage>
  );
}
