import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { looseDate } from '../testing/loose-dates.ts';
import { Edtf } from './edtf.ts';
import { edtfYears, looseDateInWords } from './loose-date-words.ts';

describe('a loose date in words', () => {
  it.each([
    ['2012', '2012'],
    ['2012-09', 'September 2012'],
    ['2012-09-10', '10 September 2012'],
    ['0033', '33'],
    ['2012~', 'about 2012'],
    ['2012?', 'possibly 2012'],
    ['2012-09%', 'possibly about September 2012'],
    ['?2012-09-~10', 'possibly about 10 September 2012'],
    ['2012-09-10T23:30Z', '10 September 2012, 23:30 UTC'],
    ['2012-09-10T23:30:01-03:00', '11 September 2012, 02:30:01 UTC'],
    ['2014/..', 'from 2014 on'],
    ['2014/', 'from 2014, until when is not known'],
    ['../2024', 'until 2024'],
    ['/2024', 'until 2024, since when is not known'],
    ['2012~/2014-06', 'about 2012 to June 2014'],
    ['2012-21', 'spring 2012'],
    ['2012-24~', 'about winter 2012'],
    ['2012-30', 'the southern summer of 2012'],
    ['2012-33', 'the first quarter of 2012'],
    ['2012-21/2012-23', 'spring 2012 to autumn 2012'],
    ['196X', 'some year in the 1960s'],
    ['19XX', 'some year from 1900 to 1999'],
    ['2012-XX', 'some month in 2012'],
    ['2012-XX-XX', 'some day in 2012'],
    ['2012-09-XX', 'some day in September 2012'],
    ['{2012,2014,2016-03}', '2012, 2014 and March 2016'],
    ['[2012,2014]', '2012 or 2014'],
    ['{2012..2014,2016}', '2012 to 2014 and 2016'],
    ['[2012..2014]', 'some time from 2012 to 2014'],
    ['{..2012}', '2012 and earlier'],
    ['{2012..}', '2012 and later'],
    ['{..2012,2014}', '2012 and earlier and 2014'],
    ['[..2012]', '2012 or earlier'],
    ['[2012..]', '2012 or later'],
    // Taken by earlier rules.
    ['2023-02-29', 'February 2023'],
    ['0000', '0000'],
    ['that winter', 'that winter'],
  ])('reads %s as “%s”', (edtf, words) => {
    expect(looseDateInWords(edtf, 'en')).toBe(words);
  });

  it('words a day in the calendar of the language, and a year in that of the date', () => {
    expect(looseDateInWords('2012-09-10', 'de')).toBe('10. September 2012');
    expect(looseDateInWords('2012-09-10', 'fa')).toBe('۲۰ شهریور ۱۳۹۱');
    expect(looseDateInWords('2012', 'fa')).toBe('۲۰۱۲');
  });

  test('never shows the code of one that is taken', () => {
    const taken = looseDate.filter((edtf) => Edtf.safeParse(edtf).success);
    fc.assert(
      fc.property(taken, (edtf) => {
        for (const words of [looseDateInWords(edtf, 'en'), edtfYears(edtf)])
          expect(words).toMatch(/^[^X~%/[\]{}]+$/);
        expect(looseDateInWords(edtf, 'en')).not.toMatch(/\d-\d|\.\.|[?]|undefined/);
        expect(edtfYears(edtf)).not.toMatch(/\d-\d|\.\.|undefined/);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the years of a loose date', () => {
  it.each([
    ['2012-09-10', '2012'],
    ['2012~', 'c. 2012'],
    ['2012-09?', '2012?'],
    ['2012-06/2012-09', '2012'],
    ['2012/2014', '2012–2014'],
    ['2014/..', '2014–'],
    ['2014/', '2014–?'],
    ['../2014', '–2014'],
    ['/2014', '?–2014'],
    ['196X', '1960s'],
    ['19XX', '1900–1999'],
    ['{2012,2014}', '2012, 2014'],
    ['[2012-03,2012-05]', '2012'],
    ['[2012,2014]', '2012 or 2014'],
    ['{2012..2014,2016..}', '2012–2014, 2016–'],
    ['{..2012,2014}', '–2012, 2014'],
    ['[..2012]', '–2012'],
    // Taken by earlier rules.
    ['0000', '0000'],
    ['that winter', 'that winter'],
  ])('of %s are printed “%s”', (edtf, years) => {
    expect(edtfYears(edtf)).toBe(years);
  });
});
