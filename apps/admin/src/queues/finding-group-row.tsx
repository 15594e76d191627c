'use client';

import type { FindingQueue } from '@viewpoints/domain/desk/queues';
import { counted } from '@viewpoints/domain/text/counted';
import type { Direction } from '@viewpoints/domain/values';
import { PeopleInArticle } from '../presence/people-in-article.tsx';
import { Badge } from '../ui/badge.tsx';
import { DueDay } from '../ui/due-day.tsx';
import { ListRow } from '../ui/list.tsx';

export type FindingGroup = {
  id: string;
  headline: string;
  language: string;
  direction: Direction;
  count: number;
  firstId: string;
  since: string;
};

/** The findings of one article that wait for the same; opens the first of them. */
export function FindingGroupRow(props: {
  group: FindingGroup;
  queue: FindingQueue;
  /** They wait for another account. */
  forOthers?: boolean;
}) {
  const { group, queue } = props;
  const findings = counted(group.count, 'finding');
  return (
    <ListRow
      href={`/articles/${group.id}?finding=${group.firstId}`}
      serif
      title={group.headline || <span className="text-ink-faint italic">No headline yet</span>}
      lang={group.language}
      dir={group.direction}
      badges={
        <>
          <Badge tone="warn">
            {queue === 'verify'
              ? `${findings} ${props.forOthers ? 'to be verified' : 'to verify'}`
              : findings}
          </Badge>
          {queue === 'review_by' ? <DueDay label="Review by" day={group.since} /> : null}
          <PeopleInArticle articleId={group.id} />
        </>
      }
    />
  );
}
