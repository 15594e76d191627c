import { Cell, Row, Table } from '../ui/table.tsx';
import { dayInWords, inNumbers, readsInWords, sumOf } from './read-words.ts';

type Day = { day: string; reads: number };

const HEIGHT = 100;

/**
 * Reads by day as bars, with the same as a table behind. The chart says in words what it shows;
 * its bars are the colour of its text, so that forced colours reach them.
 */
export function ReadsChart(props: { days: readonly Day[]; table?: boolean }) {
  const { days } = props;
  const most = Math.max(1, ...days.map(({ reads }) => reads));
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const best = days.find(({ reads }) => reads === most);
  const summary = `${readsInWords(sumOf(days))} from ${dayInWords(first.day)} to ${dayInWords(last.day)}${
    best ? `; most on ${dayInWords(best.day)}: ${inNumbers(most)}` : ''
  }.`;
  return (
    <figure className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <div className="flex items-stretch gap-2">
        <svg
          role="img"
          aria-label={summary}
          viewBox={`0 0 ${days.length * 10} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-28 w-0 min-w-0 flex-1 border-b border-line-strong text-accent"
        >
          {days.map(({ day, reads }, index) => {
            const height = reads === 0 ? 0 : Math.max(1.5, (reads / most) * HEIGHT);
            return (
              <rect
                key={day}
                x={index * 10 + 1.5}
                y={HEIGHT - height}
                width={7}
                height={height}
                fill="currentColor"
              >
                <title>{`${dayInWords(day)}: ${readsInWords(reads)}`}</title>
              </rect>
            );
          })}
        </svg>
        <div
          aria-hidden
          className="flex w-12 flex-col justify-between text-end text-xs text-ink-faint"
        >
          <span>{best ? inNumbers(most) : ''}</span>
          <span>0</span>
        </div>
      </div>
      <figcaption className="me-14 flex justify-between text-xs text-ink-faint">
        <span>{dayInWords(first.day)}</span>
        <span>{dayInWords(last.day)}</span>
      </figcaption>
      {props.table ? (
        <details className="mt-1">
          <summary className="w-fit rounded-sm text-sm text-ink-soft hover:text-ink">
            Show as table
          </summary>
          <div className="mt-2 max-h-80 overflow-y-auto rounded-md border border-line">
            <Table label="Reads by day" columns={['Day', 'Reads']}>
              {days.toReversed().map(({ day, reads }) => (
                <Row key={day}>
                  <Cell header>
                    <time dateTime={day}>{dayInWords(day)}</time>
                  </Cell>
                  <Cell>{inNumbers(reads)}</Cell>
                </Row>
              ))}
            </Table>
          </div>
        </details>
      ) : null}
    </figure>
  );
}
