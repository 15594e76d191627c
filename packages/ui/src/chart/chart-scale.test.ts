import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { describe, expect, it } from 'vitest';
import { chartNumbers } from './chart-numbers.ts';
import { valueScale } from './chart-scale.ts';
import { endLabels, lineColumns, rowLabels } from './line-layout.ts';
import { apart, rowPlaces, shownLabels } from './row-places.ts';

type Attrs = Chart['attrs'];
const chart = (kind: Attrs['kind'], ...values: (number | null)[]) => ({
  ...{ kind, fromZero: false },
  data: {
    heading: null,
    columns: [{ label: 'Gauge' }],
    rows: values.map((value, row) => ({ label: String(2000 + row), values: [value] })),
  },
});

describe('the axis of values', () => {
  it.each([
    ['bars', [4, 9], 0, 10],
    ['bars', [-3, 4], -4, 4],
    ['bars', [-3], -3, 0],
    ['dots', [70, 80], 70, 80],
    ['dots', [7, 7], 6, 8],
    ['dots', [0, 0], 0, 1],
    ['lines', [null, null], 0, 1],
    ['lines', [-1e15, 1e15], -1e15, 1e15],
    ['lines', [5, 5 + 1e-12], 4, 6],
  ] as const)('of %s with %j runs from %d to %d', (kind, values, from, to) => {
    const { ticks, place } = valueScale(chart(kind, ...values));
    expect(ticks[0]?.value).toBeGreaterThanOrEqual(from);
    expect(ticks.at(-1)?.value).toBeLessThanOrEqual(to);
    for (const value of values) {
      if (value === null) continue;
      expect(place(value)).toBeGreaterThanOrEqual(0);
      expect(place(value)).toBeLessThanOrEqual(1);
    }
  });

  it('begins at zero for bars, and elsewhere where that is asked for', () => {
    expect(valueScale(chart('bars', 70, 80)).zero).toBe(0);
    expect(valueScale(chart('dots', 70, 80)).zero).toBeNull();
    expect(valueScale({ ...chart('dots', 70, 80), fromZero: true }).zero).toBe(0);
  });
});

describe('numbers', () => {
  const of = (unit: string | null, language: string, ...values: number[]) =>
    chartNumbers({ ...chart('bars', ...values), unit }, 0.5, language);
  it.each([
    [of(null, 'en', 1234.5), 1234.5, '1,235', '1,234.5'],
    [of('%', 'en', -2.256), -2.256, '\u22122.26%', '\u22122.256'],
    [of('km', 'en', 3), 3, '3\u00A0km', '3'],
    [of(null, 'en', 1_234_567_890), 1_234_567_890, '1.23B', '1,234,567,890'],
    [of(null, 'fa', 41), 41, '۴۱', '۴۱'],
    [of(null, 'en', 0.000123456), 0.000123456, '0.000123', '0.000123456'],
  ])('are short in the drawing and whole in the table', (numbers, value, short, whole) => {
    expect(numbers.short(value)).toBe(short);
    expect(numbers.whole(value)).toBe(whole);
  });
});

it.each([
  [5, 5],
  [0.3, 0.1 + 0.2],
  [-2e9, -2e9],
])(
  'an axis of values that are the same, %d and %d, has room on both sides of them',
  (one, other) => {
    const { ticks, step, place } = valueScale(chart('dots', one, other));
    expect(ticks.length).toBeGreaterThan(1);
    expect(step).toBeGreaterThan(Math.abs(one) / 100);
    expect(place(one)).toBeCloseTo(0.5, 1);
  },
);

describe('rows of lines', () => {
  it('stand by their dates, in any digits, and else one after the other', () => {
    expect(rowPlaces(['2000', '2001', '2010'])).toEqual([0, 0.1, 1]);
    expect(rowPlaces(['۱۴۰۰', '۱۴۰۱', '۱۴۰۲'])).toEqual([0, 0.5, 1]);
    expect(rowPlaces(['2001', '2000', '2010'])).toEqual([0, 0.5, 1]);
    expect(rowPlaces(['Monday', 'Tuesday', 'Friday'])).toEqual([0, 0.5, 1]);
    expect(rowPlaces(['2020-01', '2020-07', '2021-01'])[1]).toBeCloseTo(0.5, 2);
    expect(rowPlaces(['2020'])).toEqual([0.5]);
  });

  it('have as many labels as there is room for, always the first and the last', () => {
    const places = Array.from({ length: 40 }, (_, at) => at / 39);
    const shown = shownLabels(places, 0.2);
    expect([shown[0], shown.at(-1)]).toEqual([0, 39]);
    expect(shown.length).toBeLessThanOrEqual(5);
    expect(shownLabels([0.5], 0.2)).toEqual([0]);
    expect(rowLabels(chart('lines', 1, 2, 3)).every(({ on }) => on === 'both')).toBe(true);
  });

  it('are broken where there is no value, and a point without a neighbour is marked', () => {
    const [line] = lineColumns(chart('lines', 1, null, 2, 4), valueScale(chart('lines', 1, 4)));
    expect(line?.path.match(/M/g)).toHaveLength(2);
    expect(line?.marks).toHaveLength(3);
    const [empty] = lineColumns(chart('lines', null), valueScale(chart('lines', null)));
    expect([empty?.path, empty?.marks, empty?.end]).toEqual(['', [], null]);
  });
});

describe('labels at the ends of lines', () => {
  it('never cover one another, and are left out where there is no room', () => {
    const tops = apart(
      [
        { at: 10, height: 20 },
        { at: 12, height: 20 },
        { at: 90, height: 20 },
      ],
      100,
    );
    expect(tops).toEqual([0, 20, 80]);
    expect(
      apart(
        [
          { at: 0, height: 60 },
          { at: 0, height: 60 },
        ],
        100,
      ),
    ).toBeNull();
  });

  it('are broken into lines', () => {
    const column = {
      label: 'The coastal strip between the port and the border',
      path: '',
      marks: [],
    };
    const end = { x: 1, y: 100, value: 4, isFalling: false };
    const [label] = endLabels([{ ...column, end }], String) ?? [];
    expect(label?.lines.length).toBeGreaterThan(1);
  });
});
