'use client';

import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import {
  type ArticleQueue,
  articleQueues,
  type FindingQueue,
  type Queue,
  queues,
} from '@viewpoints/domain/desk/queues';
import { CalendarCheck2, Inbox } from 'lucide-react';
import { ArticleRow } from '../articles/article-row.tsx';
import { oneOf, useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { authorField, dayFields, topicField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { terms } from '../labels.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Page } from '../ui/page.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FindingGroupRow } from './finding-group-row.tsx';
import { queueWords } from './queue-labels.ts';
import { QueueLinks } from './queue-links.tsx';
import { useChosen } from './use-chosen.ts';
import { type QueueFilter, useQueueCounts } from './use-queue-counts.ts';

/** The same for every queue. What presses most comes first in each, so none has another order. */
const fields = {
  genre: { ...choice('Genre', 'Any genre', genreLabels), isMain: true },
  topic: { ...topicField, isMain: true },
  author: { ...authorField, isMain: true },
  terms: choice('Terms', 'Any terms', terms),
  ...dayFields('Saved'),
};
const orders = ['oldest'] as const;

/** Waiting work, by the next step. */
export function QueuesScreen() {
  const address = useFilters();
  const queue = oneOf<Queue>(queues, address.get('queue')) ?? 'mine';
  const filters = useListFilters('queues', fields, orders);
  const narrowed = { filter: filters.values, isFiltered: filters.filtered, onClear: filters.clear };
  const counts = useQueueCounts(filters.values);
  const ofArticles = oneOf(articleQueues, queue);
  return (
    <Page title={queueWords[queue].label} description={queueWords[queue].description}>
      <div className="grid gap-4">
        <QueueLinks counts={counts.data} here={queue} filter={filters.values} />
        <div>
          <FilterBar
            filters={filters}
            count={counts.data?.[queue]}
            noun={
              ofArticles
                ? { one: 'article', many: 'articles' }
                : { one: 'finding', many: 'findings' }
            }
          />
          {ofArticles ? (
            <Articles key={queue} queue={ofArticles} {...narrowed} />
          ) : (
            <Findings key={queue} queue={queue as FindingQueue} {...narrowed} />
          )}
        </div>
      </div>
    </Page>
  );
}

type Narrowed = { filter: QueueFilter; isFiltered: boolean; onClear: () => void };

function Articles({ queue, ...narrowed }: Narrowed & { queue: ArticleQueue }) {
  const { filter } = narrowed;
  // Retracted articles have no assignee: anybody who can confirm the text may do it.
  const mayAssign = useMay('article.assign').ok && queue !== 'confirm';
  const pages = usePages(['queues', 'articles', queue, filter], (cursor) =>
    viewpoints.editor.queues.articles.query({
      ...{ queue, limit: 30, ...filter },
      ...(cursor ? { cursor } : {}),
    }),
  );
  const { chosen, all, none, choiceOf } = useChosen(pages.items);
  return (
    <div className="grid gap-3">
      {mayAssign && pages.items.length > 0 ? (
        <BulkBar articles={chosen} onAll={all} onNone={none} />
      ) : null}
      <RecordList
        label={queueWords[queue].label}
        pages={pages}
        filtered={narrowed.isFiltered}
        onClear={narrowed.onClear}
        icon={Inbox}
        empty={{ title: 'Nothing to do', text: queueWords[queue].empty }}
        row={(article) => (
          <ArticleRow
            key={article.id}
            article={article}
            {...(mayAssign ? { choice: choiceOf(article) } : {})}
          />
        )}
      />
    </div>
  );
}

function Findings({ queue, ...narrowed }: Narrowed & { queue: FindingQueue }) {
  const { filter } = narrowed;
  const pages = usePages(['queues', 'findings', queue, filter], (cursor) =>
    viewpoints.editor.queues.findings.query({
      ...{ queue, limit: 30, ...filter },
      ...(cursor ? { cursor } : {}),
    }),
  );
  return (
    <RecordList
      label={queueWords[queue].label}
      pages={pages}
      filtered={narrowed.isFiltered}
      onClear={narrowed.onClear}
      icon={CalendarCheck2}
      empty={{ title: 'Nothing to do', text: queueWords[queue].empty }}
      row={(group) => <FindingGroupRow key={group.id} group={group} queue={queue} />}
    />
  );
}
