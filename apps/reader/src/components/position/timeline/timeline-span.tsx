import type { TimeExtent } from '@viewpoints/domain/positions/time-extent';
import type { Direction } from '@viewpoints/domain/values';

type Props = {
  span: { x1: number; x2: number };
  extent: Pick<TimeExtent, 'kind' | 'isDoubtful' | 'start' | 'end'>;
  y: number;
  across: (x: number) => string;
  direction: Direction;
};

/**
 * How long a position may have been held, or was: a thin line with ends is some time within it, a thick
 * one all of it; dashes are a date that is about right; an arrow goes on, a question mark is not known.
 */
export function TimelineSpan({ span: { x1, x2 }, extent, y, across, direction }: Props) {
  const { kind, isDoubtful, start, end } = extent;
  const forward = direction === 'ltr' ? 1 : -1;
  return (
    <g className="timeline-span" data-kind={kind} data-doubtful={isDoubtful || undefined}>
      <line x1={across(x1)} x2={across(x2)} y1={y} y2={y} />
      <SpanEnd x={across(x1)} y={y} side={start} towards={-forward} isBounded={kind === 'within'} />
      <SpanEnd x={across(x2)} y={y} side={end} towards={forward} isBounded={kind === 'within'} />
    </g>
  );
}

type EndProps = {
  x: string;
  y: number;
  side: TimeExtent['start'];
  towards: number;
  isBounded: boolean;
};

function SpanEnd({ x, y, side, towards, isBounded }: EndProps) {
  if (side === null) {
    return isBounded ? <line className="timeline-end" x1={x} x2={x} y1={y - 4} y2={y + 4} /> : null;
  }
  return (
    <svg x={x} y={y} width="1" height="1" aria-hidden="true">
      {side === 'open' ? (
        <path
          className="timeline-arrow"
          d={`M${-8 * towards} -5 ${-1 * towards} 0 ${-8 * towards} 5`}
        />
      ) : (
        <text x={-6 * towards} y="-4" textAnchor="middle">
          ?
        </text>
      )}
    </svg>
  );
}
