import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkEmbargo, checkSchedule, isVisible, visibleFrom } from './schedule.ts';

const at = (hour: number) => `2031-03-03T${String(hour).padStart(2, '0')}:00:00.000Z`;
const noon = '2031-03-03T12:00:00.000Z';
/** A millisecond before noon, noon itself, and a millisecond after. */
const [justBefore, justAfter] = ['2031-03-03T11:59:59.999Z', '2031-03-03T12:00:00.001Z'];
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

  test.each([
    [justBefore, false],
    [noon, true],
    [justAfter, true],
  ])('given it is to be seen from noon then at %s it is: %s', (now, visible) => {
    const schedules = [
      { publishAt: noon, embargoUntil: null },
      { publishAt: null, embargoUntil: noon },
      { publishAt: at(9), embargoUntil: noon },
    ];
    for (const schedule of schedules)
      expect(isVisible({ published: true, ...schedule }, now)).toBe(visible);
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

  test.each([
    [justBefore, []],
    [noon, ['publish_at_past']],
    [justAfter, ['publish_at_past']],
  ])('given it is to go out at noon then at %s the reasons are %j', (now, codes) => {
    const decision = checkSchedule({ publishAt: noon, embargoUntil: null }, now);
    expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual(codes);
  });

  test.each([
    [justBefore, []],
    [noon, ['embargo_past']],
    [justAfter, ['embargo_past']],
  ])('given an embargo until noon then at %s the reasons are %j', (now, codes) => {
    const decisions = [
      checkEmbargo(noon, now),
      checkSchedule({ publishAt: at(20), embargoUntil: noon }, now),
    ];
    for (const decision of decisions)
      expect(decision.ok ? [] : decision.reasons.map(({ code }) => code)).toEqual(codes);
  });

  test('given no embargo then it can be lifted at any time', () => {
    expect(checkEmbargo(null, noon)).toEqual({ ok: true });
  });
});
