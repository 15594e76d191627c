import { timeExtentOf } from '@viewpoints/domain/positions/time-extent';
import { idOf } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  layOutTimeline,
  MARK_SIZE,
  MIN_WIDTH,
  type TimelineLayout,
  type TimelinePoint,
} from './timeline-layout.ts';

function point(number: number, edtf: string, more: Partial<TimelinePoint> = {}): TimelinePoint {
  const extent = timeExtentOf(edtf);
  if (extent === null) throw new Error(`not a date: ${edtf}`);
  return { id: idOf(number), lane: 'public', extent, labelWidth: 90, ...more };
}

const ticksOf = (...dates: string[]) =>
  layOutTimeline(dates.map((date, at) => point(at, date))).ticks.map(({ at, unit }) => [
    new Date(at).toISOString().slice(0, 10),
    unit,
  ]);
const count = ({ lanes }: TimelineLayout) =>
  lanes
    .flatMap(({ marks, rest }) => [...marks.map(() => 1), ...rest.map((each) => each.count)])
    .reduce((sum, each) => sum + each, 0);

describe('the axis of a timeline', () => {
  test('has years over years, and months over months or a single day', () => {
    const years = ticksOf('2012-05-04', '2024-01-01');
    expect(years.every(([date, unit]) => date?.endsWith('-01-01') && unit === 'year')).toBe(true);
    expect(years.length).toBeGreaterThan(3);
    const months = ticksOf('2024-11', '2026-02-02');
    expect(months.every(([date, unit]) => date?.endsWith('-01') && unit === 'month')).toBe(true);
    expect(months.length).toBeGreaterThan(3);
    expect(ticksOf('2026-02-02')).toContainEqual(['2026-02-01', 'month']);
  });

  test('has ticks that do not overlap, with the year where it begins', () => {
    fc.assert(
      fc.property(
        fc.array(fc.date({ min: new Date(0), max: new Date('2100'), noInvalidDate: true }), {
          minLength: 1,
          maxLength: 12,
        }),
        (dates) => {
          const days = dates.map((date) => date.toISOString().slice(0, 10));
          const { ticks } = layOutTimeline(days.map((day, at) => point(at, day)));
          const places = ticks.map(({ x }) => x * MIN_WIDTH);
          for (const [at, x] of places.entries()) {
            expect(x - (places[at - 1] ?? -100)).toBeGreaterThan(40);
          }
          expect(ticks.every(({ hasYear }, at) => at > 0 || hasYear)).toBe(true);
        },
      ),
    );
  });
});

describe('the points of a timeline', () => {
  test('are in two lanes, and in a third where it is not known', () => {
    const known = layOutTimeline([point(1, '2031')]);
    expect(known.lanes.map(({ register }) => register)).toEqual(['public', 'private']);
    const unknown = layOutTimeline([point(1, '2031', { lane: 'unknown' })]);
    expect(unknown.lanes.map(({ register, marks }) => [register, marks.length])).toEqual([
      ['public', 0],
      ['private', 0],
      ['unknown', 1],
    ]);
  });

  test('have a span as long as their date is vague, to the edge where it is open', () => {
    const { lanes } = layOutTimeline([
      point(1, '2031-05-06'),
      point(2, '2029'),
      point(3, '2033/..'),
      point(4, '../2028'),
      point(5, '2030-05'),
    ]);
    const spans = new Map(lanes[0]?.marks.map(({ id, span }) => [id, span]));
    expect(spans.get(idOf(1))).toBe(null);
    expect(spans.get(idOf(2))?.x1).toBeGreaterThan(0);
    expect(spans.get(idOf(2))?.x2).toBeLessThan(0.5);
    expect(spans.get(idOf(3))?.x2).toBe(1);
    expect(spans.get(idOf(4))?.x1).toBe(0);
    // A month in five years is covered by its mark.
    expect(spans.get(idOf(5))).toBe(null);
  });

  test('one by itself is in the middle, with its words', () => {
    const mark = layOutTimeline([point(1, '2031-05-06')]).lanes[0]?.marks[0];
    expect(mark).toMatchObject({ label: 'after', span: null });
    expect(mark?.x).toBeCloseTo(0.5, 1);
  });

  test('at the end have their words before them', () => {
    const { lanes } = layOutTimeline([point(1, '2031-05-06'), point(2, '2039-05-06')]);
    expect(lanes[0]?.marks.map(({ label }) => label)).toEqual(['after', 'before']);
  });

  test('never lie over each other, however many there are, and none is lost', () => {
    const dates = fc
      .tuple(fc.integer({ min: 2020, max: 2031 }), fc.integer({ min: 1, max: 12 }), fc.boolean())
      .map(([year, month, vague]) =>
        vague ? `${year}` : `${year}-${String(month).padStart(2, '0')}-11`,
      );
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 200 }), (all) => {
        const layout = layOutTimeline(
          all.map((date, at) => point(at, date, { lane: at % 3 === 0 ? 'private' : 'public' })),
        );
        expect(count(layout)).toBe(all.length);
        for (const { marks, rest, y, height } of layout.lanes) {
          const places = [...marks, ...rest].map((each) => [each.x * MIN_WIDTH, each.y] as const);
          for (const [at, [x, row]] of places.entries()) {
            expect(row + y).toBeLessThan(y + height);
            for (const [otherX, otherRow] of places.slice(at + 1))
              if (otherRow === row)
                expect(Math.abs(otherX - x)).toBeGreaterThanOrEqual(MARK_SIZE - 1e-6);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('two hundred in one month are counted where there is no room, in a drawing no higher', () => {
    const many = Array.from({ length: 200 }, (_, at) => point(at, '2031-05-06'));
    const layout = layOutTimeline([...many, point(999, '2020')]);
    expect(count(layout)).toBe(201);
    expect(layout.lanes[0]?.rest).toHaveLength(1);
    expect(layout.height).toBeLessThan(500);
  });
});
