import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { looseDate } from '../testing/loose-dates.ts';
import { Instant } from '../values.ts';
import { Edtf, edtfBounds, isCalendarDate, looseDateReasons } from './edtf.ts';

const messages = (value: string) =>
  Edtf.safeParse(value).error?.issues.map(({ message }) => message) ?? [];

describe('a loose date', () => {
  it.each([
    '2024-02-29',
    '2000-02-29',
    '0001',
    '9999-12-31',
    '2012-09-10?',
    '2012-09-10T10:00Z',
    '2012-~09',
    '?2012-09-~10',
    '2012-21',
    '2012-21~',
    '2012-21/2012-23',
    '2012-34',
    '196X',
    '19XX',
    '2012-XX',
    '2012-XX-XX',
    '2012-09-XX',
    '2014/',
    '2014/..',
    '/2014',
    '../2014',
    '2012~/2014-06',
    '2012/2012-06',
    '2012-01/2012',
    '0001-01-01T10:00Z',
    '9999-12-31T23:30Z',
    '{2012,2014}',
    '[2012, 2014]',
    '[2012..2014,2016]',
    '{..2012}',
    '[2012..]',
  ])('%s is taken', (value) => {
    expect(messages(value)).toEqual([]);
  });

  it.each([
    ['2023-02-29', 'there is no 29 February 2023: check the day, or leave it out'],
    ['1900-02-29', 'there is no 29 February 1900: check the day, or leave it out'],
    ['2022/2023-02-29~', 'there is no 29 February 2023: check the day, or leave it out'],
    ['{2022,2023-02-29}', 'there is no 29 February 2023: check the day, or leave it out'],
    ['0000', 'there is no year 0: use a year from 0001 to 9999'],
    ['0000-05', 'there is no year 0: use a year from 0001 to 9999'],
    ['0000~', 'there is no year 0: use a year from 0001 to 9999'],
    ['0000-21', 'there is no year 0: use a year from 0001 to 9999'],
    ['000X', 'there is no year 0: use a year from 0001 to 9999'],
    ['00XX', 'there is no year 0: use a year from 0001 to 9999'],
    ['../0000', 'there is no year 0: use a year from 0001 to 9999'],
    ['0000/2000', 'there is no year 0: use a year from 0001 to 9999'],
    ['[0000,2000]', 'there is no year 0: use a year from 0001 to 9999'],
    ['-0300', 'use a year from 0001 to 9999'],
    ['Y17000', 'use a year from 0001 to 9999'],
    ['Y-17E7', 'use a year from 0001 to 9999'],
    ['1950S2', 'write about 1950 as 1950~'],
    ['196', 'write a decade as 196X and a century as 19XX'],
    ['19', 'write a decade as 196X and a century as 19XX'],
    ['XXXX', 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X'],
    ['XXXX-12', 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X'],
    ['2012-1X', 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X'],
    ['2012-XX-10', 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X'],
    ['2012-09-10T10:00', 'give the time zone as well, as in 2012-09-10T18:30Z'],
    ['2023-02-29T10:00Z', 'there is no 29 February 2023: check the day, or leave it out'],
    ['0001-01-01T01:00+02:00', 'use a year from 0001 to 9999'],
    ['9999-12-31T23:30-01:00', 'use a year from 0001 to 9999'],
    ['201X-05', 'leave out what is not known, as in 2012, 2012-XX, 2012-09-XX or 196X'],
    ['2014/2012', 'the end has to come after the beginning'],
    ['2014/2014', 'the end has to come after the beginning'],
    ['{2014..2012}', 'the end has to come after the beginning'],
    ['/', 'give at least one date'],
    ['../..', 'give at least one date'],
    ['[..2012..]', 'give at least one date'],
    ['[..1990,2000..]', 'leave dates open at one end only'],
    ['20120910', 'use a date such as 2012, 2012-09, 2012-09-10, 2012~ or 2014/..'],
    ['2012-13', 'use a date such as 2012, 2012-09, 2012-09-10, 2012~ or 2014/..'],
    ['last spring', 'use a date such as 2012, 2012-09, 2012-09-10, 2012~ or 2014/..'],
  ])('%s is refused: %s', (value, message) => {
    expect(messages(value)).toEqual([message]);
  });

  it('is checked where it changes, and not where it is unchanged', () => {
    expect(looseDateReasons('content.issued', '0000', '0000')).toEqual([]);
    expect(looseDateReasons('content.issued', '0000', null)).toEqual([]);
    expect(looseDateReasons('content.issued', '2012', '0000')).toEqual([
      {
        code: 'date_invalid',
        message: 'There is no year 0: use a year from 0001 to 9999.',
        at: 'content.issued',
        details: {},
      },
    ]);
  });

  it('is a date to programs where it is a year, a month or a day', () => {
    const values = ['2012', '2012-09', '2012-09-10', '2012-21', '2012~', '2023-02-29', '0000', '/'];
    values.push('?2012-09', '2012/2014', '2014/..', '{2012,2014}', 'spring');
    expect(values.filter(isCalendarDate)).toEqual(['2012', '2012-09', '2012-09-10']);
  });
});

describe('the bounds of a loose date', () => {
  it.each([
    ['2012', '2012-01-01', '2012-12-31'],
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['2012-09-10', '2012-09-10', '2012-09-10'],
    ['0033', '0033-01-01', '0033-12-31'],
    ['9999-12', '9999-12-01', '9999-12-31'],
    ['9999-24', '9999-01-01', '9999-12-31'],
    ['196X', '1960-01-01', '1969-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2012-XX', '2012-01-01', '2012-12-31'],
    ['2012-09-XX', '2012-09-01', '2012-09-30'],
    ['2012-21', '2012-03-01', '2012-05-31'],
    ['2012-29', '2012-09-01', '2012-11-30'],
    ['2012-24', '2012-01-01', '2013-02-28'],
    ['2012-36', '2012-10-01', '2012-12-31'],
    ['2012-40', '2012-01-01', '2012-06-30'],
    ['2014/..', '2014-01-01', null],
    ['2014/', '2014-01-01', null],
    ['../2014-02', null, '2014-02-28'],
    ['/2014-02', null, '2014-02-28'],
    ['2012-06/2014', '2012-06-01', '2014-12-31'],
    ['{2014,2012-03}', '2012-03-01', '2014-12-31'],
    ['[..2012-02]', null, '2012-02-29'],
    ['{2012..2014,2016..}', '2012-01-01', null],
    // Taken by earlier rules: the month is known.
    ['2023-02-29', '2023-02-01', '2023-02-28'],
  ])('of %s are %s and %s', (value, from, to) => {
    expect(edtfBounds(value)).toEqual({
      from: from && `${from}T00:00:00.000Z`,
      to: to && `${to}T23:59:59.999Z`,
    });
  });

  it('of a time of day are that moment, in UTC', () => {
    const at = '2012-09-10T20:30:00.000Z';
    expect(edtfBounds('2012-09-10T23:30+03:00')).toEqual({ from: at, to: at });
  });

  it.each([
    ...['0000', '-0300', 'Y17000', 'never', '[0000,2000]'],
    ...['{0000..2012,2014}', '{2012..Y17000,2014}'],
  ])('of %s are none', (value) => {
    expect(edtfBounds(value)).toBe(null);
  });

  test('are instants in order, for whatever is taken', () => {
    fc.assert(
      fc.property(looseDate, (value) => {
        if (!Edtf.safeParse(value).success) return;
        const { from = null, to = null } = edtfBounds(value) ?? {};
        expect(from ?? to).not.toBe(null);
        for (const instant of [from, to]) Instant.nullable().parse(instant);
        if (from !== null && to !== null) expect(from <= to).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
