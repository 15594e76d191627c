import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { type Across, Mark } from './chart-marks.tsx';
import type { ChartNumbers } from './chart-numbers.ts';
import type { ValueScale } from './chart-scale.ts';
import { each } from './each.ts';
import { END_LEADING, endLabels, LINES_HEIGHT, lineColumns, rowLabels } from './line-layout.ts';

type Props = {
  chart: Chart['attrs'];
  scale: ValueScale;
  numbers: ChartNumbers;
  across: Across;
  direction: 'ltr' | 'rtl';
};

/** Lines over the rows in their order, named at their ends where the page is wide enough. */
export function ChartLines({ chart, scale, numbers, across, direction }: Props) {
  const columns = lineColumns(chart, scale);
  const labels = rowLabels(chart);
  const ends = columns.length === 1 ? null : endLabels(columns, numbers.short);
  const below = Math.max(...labels.map(({ lines }) => lines.length)) * 16 + 12;
  const side = direction === 'rtl' ? -1 : 1;
  const only = columns.length === 1 ? columns[0]?.end : undefined;
  return (
    <div className="chart-lines" data-ends={ends === null ? undefined : ''}>
      <svg className="chart-plot" aria-hidden="true" width="100%" height={LINES_HEIGHT + below}>
        {scale.ticks.map(({ value, at }) => {
          const y = (1 - at) * LINES_HEIGHT;
          return (
            <g key={value}>
              <line
                className={value === 0 ? 'chart-zero' : 'chart-grid'}
                {...{ x1: '0', x2: '100%', y1: y, y2: y }}
              />
              <text x={across(0)} dx={-10 * side} y={y + 4.5} textAnchor="end">
                {numbers.tick(value)}
              </text>
            </g>
          );
        })}
        {labels.map(({ row, place, lines, on, anchor }) => (
          <g key={row} className={on === 'both' ? undefined : `chart-${on}`}>
            <line
              className="chart-grid"
              {...{ x1: across(place), x2: across(place), y1: LINES_HEIGHT, y2: LINES_HEIGHT + 5 }}
            />
            {each(lines, (line, at) => (
              <text x={across(place)} y={LINES_HEIGHT + 20 + at * 16} textAnchor={anchor}>
                {line}
              </text>
            ))}
          </g>
        ))}
        <svg
          aria-hidden="true"
          width="100%"
          height={LINES_HEIGHT}
          viewBox={`0 0 1000 ${LINES_HEIGHT}`}
          preserveAspectRatio="none"
          overflow="visible"
        >
          <g transform={direction === 'rtl' ? 'matrix(-1 0 0 1 1000 0)' : undefined}>
            {each(columns, ({ path }, column) => (
              <path
                className={`chart-line chart-${column + 1}`}
                vectorEffect="non-scaling-stroke"
                d={path}
              />
            ))}
          </g>
        </svg>
        {each(columns, ({ marks }, column) =>
          each(marks, ({ x, y }) => <Mark {...{ column, y }} x={across(x)} />),
        )}
        {only ? (
          <text
            className="chart-last"
            x={across(only.x)}
            y={only.isFalling ? only.y + 22 : only.y - 12}
            textAnchor="end"
          >
            {numbers.short(only.value)}
          </text>
        ) : null}
      </svg>
      {ends === null ? null : (
        <svg className="chart-ends" aria-hidden="true" width="160" height={LINES_HEIGHT + below}>
          {each(ends, ({ column, top, lines }) =>
            each(lines, (line, at) => (
              <text
                className={`chart-end chart-${column + 1}`}
                x={direction === 'rtl' ? '100%' : '0'}
                y={top + 13 + at * END_LEADING}
              >
                {line}
              </text>
            )),
          )}
        </svg>
      )}
    </div>
  );
}
