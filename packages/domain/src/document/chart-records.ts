/** A chart as far as its words and numbers go. */
type ChartWords = {
  title: string;
  description: string;
  unit: string | null;
  data: {
    heading: string | null;
    columns: readonly { label: string }[];
    rows: readonly { label: string; values: readonly (number | null)[] }[];
  };
  source: string;
  note: string | null;
};

/** A number as programs read it: with a point, without groups or an exponent. */
export const plainNumber = (value: number): string => {
  const written = String(value);
  return written.includes('e') ? value.toFixed(20).replace(/\.?0+$/, '') : written;
};

/** A chart as a table: its head, then a line for each row; empty where there is no value. */
export const chartRecords = ({ data }: Pick<ChartWords, 'data'>): string[][] => [
  [data.heading ?? '', ...data.columns.map(({ label }) => label)],
  ...data.rows.map(({ label, values }) => [
    label,
    ...values.map((value) => (value === null ? '' : plainNumber(value))),
  ]),
];

/** What readers see of a chart besides its title: its head, its rows with their numbers, and what is said of it. */
export const chartTexts = (chart: ChartWords): string[] =>
  [
    chart.unit ?? '',
    ...chartRecords(chart).map((cells) => cells.filter((cell) => cell !== '').join(' ')),
    chart.description,
    chart.note ?? '',
    chart.source,
  ].filter((each) => each !== '');

/**
 * A chart's words as they stand beside each other in the table and in the drawing, so that a name which is
 * written across two labels, or a label and a number, is found.
 */
export const joinedChartTexts = (chart: ChartWords): string[] => {
  const { heading, columns, rows } = chart.data;
  const [unit, note] = [chart.unit ?? '', chart.note ?? ''];
  const table = chartRecords(chart).map((cells) => cells.join(' '));
  const labels = rows.map(({ label }) => label);
  const heads = [heading ?? '', ...columns.map(({ label }) => label)];
  return [
    [chart.title, unit, ...table, note, chart.source].join(' '),
    [chart.title, unit, ...heads.slice(1), ...labels, note, chart.source].join(' '),
    [chart.title, chart.description].join(' '),
  ];
};
