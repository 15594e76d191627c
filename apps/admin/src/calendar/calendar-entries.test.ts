import { describe, expect, it } from 'vitest';
import { entriesByDay, onDay } from './calendar-entries.ts';

const titled = {
  kind: 'article' as const,
  headline: 'Before the rains',
  language: 'en',
  direction: 'ltr' as const,
};
const article = (id: string, at: string, releaseId: string | null = null) => ({
  ...{ ...titled, id, at, publishAt: at, embargoUntil: null, timeZone: 'UTC', live: false },
  releaseId,
});
const empty = {
  scheduled: [],
  releases: [],
  published: [],
  reviews: [],
  due: [],
  incomplete: false,
};
const at = { zone: 'UTC', readerUrl: 'http://reader.example', now: '2031-05-01T00:00:00.000Z' };

describe('the entries of a calendar', () => {
  it('puts late evening in UTC on the next day further east', () => {
    const calendar = { ...empty, scheduled: [article('a', '2031-05-01T22:30:00.000Z')] };
    expect([...entriesByDay(calendar, at).keys()]).toEqual(['2031-05-01']);
    expect([...entriesByDay(calendar, { ...at, zone: 'Asia/Kabul' }).keys()]).toEqual([
      '2031-05-02',
    ]);
  });

  it('has deadlines of the day first, then what has an hour, soonest first', () => {
    const calendar = {
      ...empty,
      scheduled: [
        article('late', '2031-05-02T18:00:00.000Z'),
        article('early', '2031-05-02T08:00:00.000Z'),
      ],
      reviews: [{ ...titled, id: 'r', day: '2031-05-02', findings: 3 }],
    };
    const day = entriesByDay(calendar, at).get('2031-05-02') ?? [];
    expect(day.map(({ key }) => key)).toEqual([
      'review r 2031-05-02',
      'scheduled early',
      'scheduled late',
    ]);
  });

  it('lets what is scheduled by itself be moved, and not what goes out with a release', () => {
    const calendar = {
      ...empty,
      scheduled: [
        article('alone', '2031-05-02T08:00:00.000Z'),
        article('with', '2031-05-02T09:00:00.000Z', 'release'),
      ],
    };
    const day = entriesByDay(calendar, at).get('2031-05-02') ?? [];
    expect(day.map(({ moves }) => moves !== null)).toEqual([true, false]);
  });

  it('distinguishes embargoed from public articles, and opens others’ where they are read', () => {
    const out = {
      ...titled,
      slug: 'rains',
      path: null,
      state: 'published' as const,
      isPublic: true,
    };
    const calendar = {
      ...empty,
      published: [
        { ...out, id: 'a', at: '2031-04-30T08:00:00.000Z' },
        { ...out, id: 'b', at: '2031-05-02T08:00:00.000Z', isPublic: false },
      ],
    };
    const entries = [...entriesByDay(calendar, at).values()].flat();
    expect(entries.map(({ kind, href }) => [kind, href])).toEqual([
      ['published', 'http://reader.example/articles/rains'],
      ['embargo', '/articles/b'],
    ]);
  });
});

describe('a page', () => {
  it('is labelled as one, and opens at its own address where it is only read', () => {
    const page = { ...titled, kind: 'page' as const, headline: '', id: 'p' };
    const out = { ...page, slug: 'rules', path: 'about/rules', state: 'published' as const };
    const calendar = {
      ...empty,
      due: [{ ...page, day: '2031-04-29' }],
      published: [{ ...out, at: '2031-04-30T08:00:00.000Z', isPublic: true }],
    };
    const entries = [...entriesByDay(calendar, at).values()].flat();
    expect(entries.map(({ label, title, href }) => [label, title, href])).toEqual([
      ['Page', 'No title yet', '/articles/p'],
      ['Page', 'No title yet', 'http://reader.example/about/rules'],
    ]);
  });
});

describe('moving to another day', () => {
  it('keeps the hour on the clock over a change of the clock', () => {
    // London: GMT before 30 March 2031, an hour ahead of UTC from then on.
    expect(onDay('2031-03-28T09:00:00.000Z', '2031-04-02', 'Europe/London')).toBe(
      '2031-04-02T08:00:00.000Z',
    );
    expect(onDay('2031-03-28T09:00:00.000Z', '2031-04-02', 'UTC')).toBe('2031-04-02T09:00:00.000Z');
  });
});
