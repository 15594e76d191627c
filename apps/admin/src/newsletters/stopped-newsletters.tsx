import type { Outputs } from '@viewpoints/client';
import { Badge } from '../ui/badge.tsx';
import { List, ListRow } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';

const sentences: Readonly<Record<string, string>> = {
  newsletter_nothing_public: 'It was stopped: readers can see none of its articles and findings.',
  newsletter_not_offered:
    'It was stopped: readers cannot subscribe to newsletters in its language.',
  protected_mention: 'It was stopped: its words have a name that terms protect.',
  possible_protected_mention: 'It was stopped: its words may have a name that terms protect.',
  newsletter_changed: 'It was stopped: it was not what was approved.',
  restored: 'It was stopped: the journal was restored from a backup.',
};

/** Why a newsletter did not go out, or not to everybody. */
export const stoppedSentence = (code: string): string => sentences[code] ?? 'It was stopped.';

/** Newsletters that did not go out at their time, or not to everybody. */
export function StoppedNewsletters(props: {
  newsletters: Outputs['editor']['desk']['stoppedNewsletters'];
}) {
  if (props.newsletters.length === 0) return null;
  return (
    <Panel title="Stopped newsletters">
      <List label="Stopped newsletters">
        {props.newsletters.map(({ id, subject, stoppedAt, code }) => (
          <ListRow
            key={id}
            href={`/newsletters/${id}`}
            title={subject}
            badges={<Badge tone="danger">Stopped</Badge>}
            meta={stoppedSentence(code)}
            end={<Time at={stoppedAt} />}
          />
        ))}
      </List>
    </Panel>
  );
}
