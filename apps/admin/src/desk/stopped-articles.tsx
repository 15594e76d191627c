import type { Outputs } from '@viewpoints/client';
import { Badge } from '../ui/badge.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { stoppedReason } from './stopped-reason.ts';

/** Scheduled articles that were refused at their time, each with its reason. */
export function StoppedArticles(props: { articles: Outputs['editor']['desk']['stoppedArticles'] }) {
  if (props.articles.length === 0) return null;
  return (
    <Panel title="Not published">
      <List label="Not published">
        {props.articles.map(({ id, headline, direction, refused }) => (
          <ListRow
            key={id}
            href={`/articles/${id}`}
            serif
            title={headline || 'Untitled'}
            dir={direction}
            badges={<Badge tone="danger">Refused</Badge>}
            meta={stoppedReason(refused)}
            end={<Time at={refused.at} />}
          />
        ))}
      </List>
    </Panel>
  );
}
