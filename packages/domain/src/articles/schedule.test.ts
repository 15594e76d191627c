import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSchedule, isVisible, visibleFrom } from './schedule.ts';

const at = (hour: number) => `2031-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const anyTime = fc.option(fc.integer({ min: 0, max: 23 }).map(at));
const anyHour = fc.integer({ min: 0, max: 23 }).map(at);

describe('when readers see it', () => {
  test('given any times then if and only if it is published and both have come', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        anyTime,
        anyTime,
        anyHour,
        (published, publishAt, embargoUntil, now) => {
          const haveCome = [publishAt, embargoUntil].every(
            (time) => time === null || Date.parse(time) <= Date.parse(now),
          );
          expect(isVisible({ published, publishAt, embargoUntil }, now)).toBe(
            published && haveCome,
          );
        },
      ),
    );
  });

  test('given both times then the later counts', () => {
    expect(visibleFrom({ publishAt: at(9), embargoUntil: at(12) })).toBe(at(12));
    expect(visibleFrom({ publishAt: at(13), embargoUntil: at(12) })).toBe(at(13));
    expect(visibleFrom({ publishAt: at(9), embargoUntil: null })).toBe(at(9));
    expect(visibleFrom({ publishAt: null, embargoUntil: null })).toBeNull();
  });
});

describe('setting a schedule', () => {
  test('given times to come then it can be set', () => {
    expect(checkSchedule({ publishAt: at(9), embargoUntil: at(8) }, at(7))).toEqual({ ok: true });
  });

  test('given times that have passed, or none, then every reason is said', () => {
    expect(checkSchedule({ publishAt: at(7), embargoUntil: at(6) }, at(7))).toMatchObject({
      reasons: [{ code: 'publish_at_past' }, { code: 'embargo_past' }],
    });
    expect(checkSchedule({ publishAt: null, embargoUntil: null }, at(7))).toMatchObject({
      reasons: [{ code: 'publish_at_missing' }],
    });
  });
});
