import type { ReactNode } from 'react';
import { markShapes } from './mark-shapes.ts';

/** A place across a drawing in per cent, mirrored where it is read from right to left. */
export type Across = (place: number) => string;

export const acrossOf =
  (direction: 'ltr' | 'rtl'): Across =>
  (place) =>
    `${Math.round((direction === 'rtl' ? 1 - place : place) * 10_000) / 100}%`;

const shapeOf = (column: number) => markShapes[column % markShapes.length];

/** The mark of a column at a place. */
export function Mark(props: { column: number; x: string; y: number }) {
  const { column, x, y } = props;
  return (
    <svg
      x={x}
      y={y}
      overflow="visible"
      aria-hidden="true"
      className={`chart-mark chart-${column + 1}`}
    >
      <path d={shapeOf(column)} />
    </svg>
  );
}

type BarProps = {
  column: number;
  x: string;
  width: string;
  y: number;
  height: number;
  from: string;
  to: string;
};

/** A bar in the pattern of its column. */
export function Bar({ column, x, width, y, height, from, to }: BarProps) {
  const middle = y + height / 2;
  return (
    <g className={`chart-bar chart-${column + 1}`}>
      <rect x={x} y={y} width={width} height={height} />
      {column === 0 || column === 2 ? null : (
        <line x1={from} x2={to} y1={middle} y2={middle} strokeWidth={column === 3 ? 2 : height} />
      )}
    </g>
  );
}

/** What stands for a column in the key. */
export function Swatch({
  kind,
  column,
}: {
  kind: 'bars' | 'dots' | 'lines';
  column: number;
}): ReactNode {
  if (kind === 'bars')
    return (
      <svg width="24" height="12" aria-hidden="true">
        <Bar {...{ column, x: '0', width: '24', y: 0, height: 12, from: '0', to: '24' }} />
      </svg>
    );
  return (
    <svg width={kind === 'lines' ? 30 : 12} height="12" aria-hidden="true">
      {kind === 'lines' ? <path className={`chart-line chart-${column + 1}`} d="M0 6H30" /> : null}
      <Mark column={column} x="50%" y={6} />
    </svg>
  );
}
