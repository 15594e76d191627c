import type { Shift } from '@viewpoints/domain/positions/shift-kind';
import { SEAL_HEIGHT, type TimelineLayout } from './timeline-layout.ts';

type Props = {
  layout: TimelineLayout;
  shifts: readonly Shift[];
  across: (x: number) => string;
};

/** A dotted line from what was held before to what it became. */
export function TimelineConnectors({ layout, shifts, across }: Props) {
  const places = new Map(
    layout.lanes.flatMap(({ y: top, marks }) =>
      marks.map(({ id, x, y }) => [id, { x: across(x), y: top + y + SEAL_HEIGHT }] as const),
    ),
  );
  return (
    <g className="timeline-connectors">
      {shifts.map(({ findingId, fromId }) => {
        const [from, to] = [places.get(fromId), places.get(findingId)];
        if (from === undefined || to === undefined) return null;
        return <line key={findingId} x1={from.x} y1={from.y} x2={to.x} y2={to.y} />;
      })}
    </g>
  );
}
