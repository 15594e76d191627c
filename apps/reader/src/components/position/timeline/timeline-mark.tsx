import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { ShiftKind } from '@viewpoints/domain/positions/shift-kind';
import type { TimeExtent } from '@viewpoints/domain/positions/time-extent';
import type { Direction } from '@viewpoints/domain/values';
import { shiftShapes } from '../../../words/shift-shapes.ts';
import { stanceShapes } from '../../../words/stance-shapes.ts';
import { MARK_SIZE, SEAL_HEIGHT, type TimelineMark } from './timeline-layout.ts';
import { TimelineSpan } from './timeline-span.tsx';

type Props = {
  mark: TimelineMark;
  finding: FindingView;
  extent: TimeExtent;
  shift: ShiftKind | undefined;
  /** What stands over it. */
  text: string;
  /** All that it says, for those who hear it. */
  words: string;
  /** The width of what can be pressed. */
  width: number;
  /** The height at which its lane begins. */
  top: number;
  across: (x: number) => string;
  direction: Direction;
};

/** A point of a timeline: a seal at its time, its words over it, and how long it may have been. */
export function TimelineMarkView(props: Props) {
  const { mark, finding, extent, shift, text, words, width, top, across, direction } = props;
  const { x, y, label, span } = mark;
  const half = MARK_SIZE / 2;
  // Words that follow the mark begin at its right where lines run to the left.
  const isRightwards = (label !== 'before') === (direction === 'ltr');
  const outward = isRightwards ? 1 : -1;
  return (
    <a href={`/findings/${finding.id}`} className="timeline-mark" data-state={finding.state}>
      <title>{words}</title>
      {span === null ? null : (
        <TimelineSpan {...{ span, extent, across, direction }} y={top + y + SEAL_HEIGHT} />
      )}
      <svg x={across(x)} y={top + y} width="1" height="1" aria-hidden="true">
        <rect
          className="timeline-area"
          x={isRightwards ? -half : half - width}
          y="0"
          width={width}
          height={SEAL_HEIGHT + half}
          rx="2"
        />
        {shift === undefined ? null : (
          <path
            className="shift-sign"
            d={shiftShapes[shift]}
            transform="translate(-6 2) scale(.75)"
          />
        )}
        {label === null ? null : (
          <text
            x={outward * (shift === undefined ? -8 : 10)}
            y="13"
            textAnchor={label === 'after' ? 'start' : 'end'}
          >
            {text}
          </text>
        )}
        <g className="seal" transform={`translate(-8 ${SEAL_HEIGHT - 8})`}>
          <circle className="timeline-ground" cx="8" cy="8" r="8" />
          {stanceShapes[finding.stance].map(({ d, draw }) => (
            <path key={d} d={d} className={draw === 'line' ? undefined : draw} />
          ))}
        </g>
      </svg>
    </a>
  );
}
