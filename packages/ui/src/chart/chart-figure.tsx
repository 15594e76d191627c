import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { directionOfText } from '@viewpoints/domain/text/direction';
import type { ChartFiles } from './chart-files.ts';
import type { ChartLabels } from './chart-labels.ts';
import { ChartLines } from './chart-lines.tsx';
import { acrossOf, Swatch } from './chart-marks.tsx';
import { chartNumbers } from './chart-numbers.ts';
import { ChartRows } from './chart-rows.tsx';
import { valueScale } from './chart-scale.ts';
import { ChartTable } from './chart-table.tsx';
import { each } from './each.ts';

type Props = {
  chart: Chart['attrs'];
  /** The id of the element. */
  anchor: string;
  words: ChartLabels;
  /** Of the text that it is in: its digits and names of large numbers. */
  language: string;
  /** Null where it has none. */
  files?: ChartFiles | null;
};

const fileTypes = ['csv', 'svg', 'png'] as const;

/**
 * A chart with its title, source and table. Places across are per cent and heights are pixels, so that one
 * drawing without a script or a style fits a phone, a desk and paper, and its letters stay as large as the page's.
 */
export function ChartFigure({ chart, anchor, words, language, files = null }: Props) {
  const { kind, title, description, unit, data, source, sourceUrl, note } = chart;
  const direction = directionOfText(`${title} ${description}`);
  const scale = valueScale(chart);
  const numbers = chartNumbers(chart, scale.step, language);
  const drawn = { chart, scale, numbers, direction, across: acrossOf(direction) };
  const gaps = unsaidGaps(chart);
  const longest = Math.max(
    ...scale.ticks.map(({ value }) => numbers.tick(value).length),
    ...data.rows.flatMap(({ values }) =>
      values.map((value) => (value === null ? 0 : numbers.short(value).length)),
    ),
  );
  return (
    <figure
      className="chart"
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      dir={direction}
      data-kind={kind}
      data-room={longest > 7 ? 'large' : longest > 4 ? 'medium' : 'small'}
      data-before={hasBefore(chart) ? '' : undefined}
    >
      <p className="chart-title" id={`${anchor}-title`}>
        {title}
      </p>
      {unit === null ? null : <p className="chart-unit">{unit}</p>}
      <ChartKey chart={chart} />
      <div className="chart-drawing" role="img" aria-label={description}>
        {kind === 'lines' ? (
          <ChartLines {...drawn} />
        ) : (
          <ChartRows {...drawn} noValue={words.noValue} />
        )}
      </div>
      <details className="chart-data">
        <summary>{words.data}</summary>
        <ChartTable {...{ data, label: title, noValue: words.noValue, number: numbers.whole }} />
        {files === null ? null : <Files {...{ files, anchor, words }} />}
      </details>
      <figcaption>
        {note === null ? null : <bdi>{note} </bdi>}
        {gaps.length > 0 ? <bdi>{words.gaps(gaps)} </bdi> : null}
        <span className="chart-source">
          <bdi>{words.source}:</bdi>{' '}
          {sourceUrl === null ? <bdi>{source}</bdi> : <a href={sourceUrl}>{source}</a>}
        </span>
      </figcaption>
    </figure>
  );
}

function Files({ files, anchor, words }: { files: ChartFiles } & Pick<Props, 'anchor' | 'words'>) {
  return (
    <>
      <p className="chart-files">
        {fileTypes.map((type) => (
          <a key={type} href={`${files.path}.${type}`}>
            {words.files[type]}
          </a>
        ))}
      </p>
      <p className="chart-embed">
        <label htmlFor={`${anchor}-embed`}>{words.embed}</label>
        <textarea
          id={`${anchor}-embed`}
          readOnly
          rows={3}
          spellCheck={false}
          dir="ltr"
          defaultValue={files.embed}
        />
      </p>
    </>
  );
}

/** Where there is no number and the drawing does not say so itself. */
function unsaidGaps({ kind, data }: Chart['attrs']): string[] {
  if (kind === 'bars') return [];
  return data.rows.flatMap(({ label, values }) => {
    const missing = data.columns.filter((_, column) => (values[column] ?? null) === null);
    if (kind !== 'lines' && missing.length === data.columns.length) return [];
    return missing.map((column) =>
      data.columns.length === 1 ? label : `${column.label}, ${label}`,
    );
  });
}

/** Whether numbers stand before their marks, and need room there. */
function hasBefore({ kind, data }: Chart['attrs']): boolean {
  if (kind === 'lines' || kind === 'ranges') return true;
  if (kind === 'dots') return data.columns.length > 1;
  return data.rows.some(({ values }) => values.some((value) => value !== null && value < 0));
}

/** Which mark is which column; of ranges, only a point within them needs a name. */
function ChartKey({ chart: { kind, data } }: Pick<Props, 'chart'>) {
  const { columns } = data;
  if (columns.length === 1) return null;
  const [low, high, point] = columns;
  if (kind === 'ranges')
    return (
      <ul className="chart-key">
        <li>
          <svg width="30" height="12" aria-hidden="true">
            <path className="chart-range chart-1" d="M1 6H29" />
            <path className="chart-range-end chart-1" d="M1 0V12M29 0V12" />
          </svg>
          <span>
            <bdi>{low?.label}</bdi> – <bdi>{high?.label}</bdi>
          </span>
        </li>
        {point === undefined ? null : (
          <li>
            <Swatch kind="dots" column={2} />
            <bdi>{point.label}</bdi>
          </li>
        )}
      </ul>
    );
  return (
    <ul className="chart-key">
      {each(columns, ({ label }, column) => (
        <li>
          <Swatch kind={kind} column={column} />
          <bdi>{label}</bdi>
        </li>
      ))}
    </ul>
  );
}
