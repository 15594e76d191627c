import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { each } from './each.ts';

type Props = {
  data: Chart['attrs']['data'];
  label: string;
  noValue: string;
  number: (value: number) => string;
};

/** The numbers of a chart as a table, which scrolls where it is wider than the page. */
export function ChartTable({ data, label, noValue, number }: Props) {
  const heads = each(data.columns, ({ label }) => (
    <th scope="col" dir="auto">
      {label}
    </th>
  ));
  const rows = each(data.rows, ({ label, values }) => (
    <tr>
      <th scope="row" dir="auto">
        {label}
      </th>
      {each(data.columns, (_, column) => {
        const value = values[column] ?? null;
        return <td>{value === null ? noValue : number(value)}</td>;
      })}
    </tr>
  ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a section would promise a heading
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls
    <div className="table-scroll" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {data.heading === null ? <td /> : <th scope="col">{data.heading}</th>}
            {heads}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </div>
  );
}
