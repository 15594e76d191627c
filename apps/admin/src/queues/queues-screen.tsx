'use client';

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
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { Page } from '../ui/page.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { FindingGroupRow } from './finding-group-row.tsx';
import { queueWords } from './queue-labels.ts';
import { QueueLinks } from './queue-links.tsx';
import { useChosen } from './use-chosen.ts';
import { useQueueCounts } from './use-queue-counts.ts';

/** Waiting work, by the next step. */
export function QueuesScreen() {
  const filters = useFilters();
  const queue = oneOf<Queue>(queues, filters.get('queue')) ?? 'mine';
  const counts = useQueueCounts();
  const ofArticles = oneOf(articleQueues, queue);
  return (
    <Page title={queueWords[queue].label} description={queueWords[queue].description}>
      <div className="grid gap-4">
        <QueueLinks counts={counts.data} here={queue} />
        {ofArticles ? (
          <Articles key={queue} queue={ofArticles} />
        ) : (
          <Findings key={queue} queue={queue as FindingQueue} />
        )}
      </div>
    </Page>
  );
}

function Articles({ queue }: { queue: ArticleQueue }) {
  // Retracted articles have no assignee: anybody who can confirm the text may do it.
  const mayAssign = useMay('article.assign').ok && queue !== 'confirm';
  const pages = usePages(['queues', 'articles', queue], (cursor) =>
    viewpoints.editor.queues.articles.query({ queue, limit: 30, ...(cursor ? { cursor } : {}) }),
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
        filtered={false}
        onClear={() => {}}
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

function Findings({ queue }: { queue: FindingQueue }) {
  const pages = usePages(['queues', 'findings', queue], (cursor) =>
    viewpoints.editor.queues.findings.query({ queue, limit: 30, ...(cursor ? { cursor } : {}) }),
  );
  return (
    <RecordList
      label={queueWords[queue].label}
      pages={pages}
      filtered={false}
      onClear={() => {}}
      icon={CalendarCheck2}
      empty={{ title: 'Nothing to do', text: queueWords[queue].empty }}
      row={(group) => <FindingGroupRow key={group.id} group={group} queue={queue} />}
    />
  );
}
