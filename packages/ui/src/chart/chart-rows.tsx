import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import type { ReactNode } from 'react';
import type { Across } from './chart-marks.tsx';
import { Bar, Mark } from './chart-marks.tsx';
import type { ChartNumbers } from './chart-numbers.ts';
import type { ValueScale } from './chart-scale.ts';
import { each } from './each.ts';

type Props = {
  chart: Chart['attrs'];
  scale: ValueScale;
  numbers: ChartNumbers;
  across: Across;
  direction: 'ltr' | 'rtl';
  noValue: string;
};

const BAR = 16;
const ROW = 26;

/** Bars, dots and ranges: a strip for each row, under its label on a phone and beside it elsewhere. */
export function ChartRows(props: Props) {
  const { chart, scale, numbers, across } = props;
  const { columns, rows } = chart.data;
  const height = chart.kind === 'bars' ? columns.length * (BAR + 2) + 8 : ROW;
  return (
    <div className="chart-rows">
      <div className="chart-row chart-axis">
        <span className="chart-label" />
        <svg className="chart-strip" aria-hidden="true" width="100%" height="20">
          {scale.ticks.map(({ value, at }) => (
            <text key={value} x={across(at)} y="13" textAnchor="middle">
              {numbers.tick(value)}
            </text>
          ))}
        </svg>
      </div>
      {each(rows, ({ label, values }) => (
        <div className="chart-row">
          <span className="chart-label">
            <bdi>{label}</bdi>
          </span>
          <svg className="chart-strip" aria-hidden="true" width="100%" height={height}>
            {scale.ticks.map(({ value, at }) => (
              <line
                key={value}
                className={value === 0 ? 'chart-zero' : 'chart-grid'}
                {...{ x1: across(at), x2: across(at), y1: 0, y2: height }}
              />
            ))}
            <RowMarks {...props} values={values.slice(0, columns.length)} />
          </svg>
        </div>
      ))}
    </div>
  );
}

type MarksProps = Props & { values: readonly (number | null)[] };

function RowMarks(props: MarksProps): ReactNode {
  const { kind } = props.chart;
  if (kind === 'bars') return each(props.values, (value, at) => bar(props, value, at));
  const [low = null, high = null] = props.values;
  if (kind === 'ranges' && low !== null && high !== null) return range(props, low, high);
  return dots(props);
}

/** A number beside a mark, on the side on which reading goes on, or on the other. */
function Label(props: {
  of: Pick<Props, 'across' | 'direction'>;
  at: number;
  y: number;
  side?: 'after' | 'before';
  className?: string;
  children: ReactNode;
}) {
  const { of, at, y, side = 'after', className } = props;
  const away = (side === 'after') === (of.direction === 'ltr') ? 8 : -8;
  return (
    <text
      {...{ x: of.across(at), dx: away, y: y + 4.5, className }}
      textAnchor={side === 'after' ? 'start' : 'end'}
    >
      {props.children}
    </text>
  );
}

function bar(props: MarksProps, value: number | null, column: number): ReactNode {
  const { scale, across, direction, numbers } = props;
  const y = 4 + column * (BAR + 2);
  const zero = scale.zero ?? 0;
  const place = value === null ? zero : scale.place(value);
  const [left, right] = [Math.min(zero, place), Math.max(zero, place)];
  return (
    <g>
      {value === null ? null : (
        <Bar
          {...{ column, y, height: BAR, from: across(zero), to: across(place) }}
          x={across(direction === 'rtl' ? right : left)}
          width={`${Math.round((right - left) * 10_000) / 100}%`}
        />
      )}
      <Label
        {...{ of: props, at: place, y: y + BAR / 2 }}
        {...(value === null ? { className: 'chart-none' } : {})}
        side={value !== null && value < 0 ? 'before' : 'after'}
      >
        {value === null ? props.noValue : numbers.short(value)}
      </Label>
    </g>
  );
}

function dots(props: MarksProps): ReactNode {
  const { scale, across, numbers } = props;
  const y = ROW / 2;
  const known = props.values.filter((value) => value !== null);
  if (known.length === 0)
    return (
      <Label of={props} at={0} y={y} className="chart-none">
        {props.noValue}
      </Label>
    );
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return (
    <>
      <line
        className="chart-span"
        {...{ x1: across(scale.place(low)), x2: across(scale.place(high)), y1: y, y2: y }}
      />
      {each(props.values, (value, column) =>
        value === null ? null : <Mark column={column} x={across(scale.place(value))} y={y} />,
      )}
      {low === high ? null : (
        <Label of={props} at={scale.place(low)} y={y} side="before">
          {numbers.short(low)}
        </Label>
      )}
      <Label of={props} at={scale.place(high)} y={y}>
        {numbers.short(high)}
      </Label>
    </>
  );
}

function range(props: MarksProps, one: number, other: number): ReactNode {
  const { scale, across, numbers } = props;
  const y = ROW / 2;
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  const [from, to] = [scale.place(low), scale.place(high)];
  const point = props.values[2] ?? null;
  return (
    <>
      <line
        className="chart-range chart-1"
        {...{ x1: across(from), x2: across(to), y1: y, y2: y }}
      />
      {[from, to].map((end, at) => (
        <line
          key={at === 0 ? 'low' : 'high'}
          className="chart-range-end chart-1"
          {...{ x1: across(end), x2: across(end), y1: y - 6, y2: y + 6 }}
        />
      ))}
      {point === null ? null : <Mark column={2} x={across(scale.place(point))} y={y} />}
      <Label of={props} at={from} y={y} side="before">
        {numbers.short(low)}
      </Label>
      <Label of={props} at={to} y={y}>
        {numbers.short(high)}
      </Label>
    </>
  );
}
