import type { Outputs } from '@viewpoints/client';
import { countStep } from '@viewpoints/domain/subscriptions/subscriber-counts';
import { Cell, Panel, Row, Table } from '../../ui/table.tsx';

type Counts = Outputs['editor']['settings']['countSubscribers'];
type Kind = Counts['kinds'][number]['kind'];
type Subscriptions = Counts['kinds'][number]['counts'];

const kindLabels: Record<Kind, string> = {
  everything: 'Everything',
  topic: 'Topics',
  actor: 'Actors',
  issue: 'Issues',
  position: 'Positions',
  author: 'Authors',
  newsletter: 'Newsletters',
};

const columns = ['At once', 'Daily', 'Weekly', 'Waiting', 'Ended'];

/** How many subscribe, to what and how often. Counts below five are not told apart. */
export function SubscriberCounts({ counts, isOff }: { counts: Counts; isOff: boolean }) {
  const { subscribers, waiting, kinds, subjects } = counts;
  return (
    <div className="space-y-5">
      {isOff ? (
        <p className="text-ink-soft">
          Subscriptions are off: nothing is sent, and no link in a message works.
        </p>
      ) : null}
      <dl className="grid grid-cols-2 gap-4">
        <Total label="Subscribers" count={subscribers} hint="confirmed addresses" />
        <Total label="Waiting" count={waiting} hint="not confirmed yet; forgotten after two days" />
      </dl>
      <Panel
        title="Subscriptions"
        description="What readers follow, and how often they get e-mail."
      >
        <Table label="Subscriptions" columns={['What', ...columns]}>
          {kinds.map(({ kind, counts: own }) => (
            <Row key={kind}>
              <Cell header>{kindLabels[kind]}</Cell>
              <Numbers counts={own} />
            </Row>
          ))}
        </Table>
      </Panel>
      {subjects.length > 0 ? (
        <Panel title="Most followed" description="Subjects that at least five readers follow.">
          <Table label="Most followed" columns={['Subject', ...columns]}>
            {subjects.map(({ name, path, counts: own }) => (
              <Row key={path}>
                <Cell header className="min-w-48 break-words">
                  <bdi>{name}</bdi>
                </Cell>
                <Numbers counts={own} />
              </Row>
            ))}
          </Table>
        </Panel>
      ) : null}
      <p className="text-sm text-ink-soft">
        Counts are rounded down to fives, so that none tells of one reader. “Ended” is what ended in
        the last twelve months. Addresses are shown on no screen: on the machine itself, see{' '}
        <code>npm run viewpoints -- subscribers --help</code>.
      </p>
    </div>
  );
}

function Total(props: { label: string; count: number; hint: string }) {
  return (
    <div className="flex flex-col rounded-lg border border-line bg-surface px-4 py-3">
      <dt className="text-sm text-ink-soft">{props.label}</dt>
      <dd className="order-first text-2xl font-semibold tabular-nums">{countText(props.count)}</dd>
      <dd className="text-sm text-ink-faint">{props.hint}</dd>
    </div>
  );
}

function Numbers({ counts }: { counts: Subscriptions }) {
  const { at_once, daily, weekly, waiting, ended } = counts;
  return [at_once, daily, weekly, waiting, ended].map((count, at) => (
    <Cell
      key={columns[at]}
      className={`whitespace-nowrap tabular-nums ${count === 0 ? 'text-ink-faint' : ''}`}
    >
      {countText(count)}
    </Cell>
  ));
}

/** A count that was rounded down: 0 stands for fewer than five. */
const countText = (count: number): string =>
  count === 0 ? `< ${countStep}` : `${count.toLocaleString('en-GB')}+`;
