import { describe, expect, it } from 'vitest';
import { type DecimalSign, readNumbers } from './written-numbers.ts';

const read = (texts: string[], sign: DecimalSign = null) =>
  readNumbers(texts, sign).map((each) => ('value' in each ? each.value : each.problem));

describe('numbers as they are written', () => {
  it.each<[string[], (number | null)[]]>([
    [
      ['41', '-27', '−4', '+3', ''],
      [41, -27, -4, 3, null],
    ],
    [
      ['1.5', '0.25', '.5'],
      [1.5, 0.25, 0.5],
    ],
    [
      ['1,5', '0,25', ',5'],
      [1.5, 0.25, 0.5],
    ],
    [
      ['1,234.5', '1.234.567'.replace(/\./g, ',')],
      [1234.5, 1234567],
    ],
    [
      ['1.234,5', '1.234.567'],
      [1234.5, 1234567],
    ],
    [
      ['1 234', '1\u00A0234\u202F567', "1'234"],
      [1234, 1234567, 1234],
    ],
    [
      ['۴۱', '٤٢', '۱۲٫۵', '۱٬۲۳۴'],
      [41, 42, 12.5, 1234],
    ],
    [['0,123'], [0.123]],
    [['1234.567'], [1234.567]],
  ])('%j are read', (texts, values) => {
    expect(read(texts)).toEqual(values);
  });

  it('decide for one another where one might be read either way', () => {
    expect(read(['1,234', '1.5'])).toEqual([1234, 1.5]);
    expect(read(['1,234', '2,5'])).toEqual([1.234, 2.5]);
    expect(read(['1.234', '2,5'])).toEqual([1234, 2.5]);
  });

  it('are refused, not guessed, where nothing decides', () => {
    expect(read(['1,234', '7'])).toEqual([
      '“1,234” may be 1234 or 1.234. Say which the decimal sign is.',
      7,
    ]);
    expect(read(['1,234'], '.')).toEqual([1234]);
    expect(read(['1,234'], ',')).toEqual([1.234]);
  });

  it('are refused where two contradict each other, until somebody says which is right', () => {
    const [one, other] = read(['1.5', '2,5']);
    expect(one).toContain('some numbers here have a decimal point, others a comma');
    expect(other).toContain('Say which.');
    expect(read(['1.5', '2,5'], '.')[1]).toBe('“2,5” does not fit the decimal point.');
  });

  it.each(['abc', '1e308', 'NaN', 'Infinity', '1..2', '1.2.3', '--4', '4%', '€5', '=1+1', '0x10'])(
    '%s is no number',
    (text) => {
      const [read] = readNumbers([text], '.');
      expect(read).toHaveProperty('problem');
    },
  );

  it('are refused beyond what anybody reads, and without looking at megabytes', () => {
    expect(read(['1'.repeat(17)])[0]).toContain('too large');
    const started = performance.now();
    expect(read(['1,'.repeat(500_000)])[0]).toContain('is not a number');
    expect(performance.now() - started).toBeLessThan(500);
  });
});
