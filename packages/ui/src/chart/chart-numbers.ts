import type { Chart } from '@viewpoints/domain/document/blocks/chart';
import { chartValues } from './chart-scale.ts';

/** How the numbers of a chart are written. */
export type ChartNumbers = {
  /** In the drawing: rounded, in thousands or millions where they are large. */
  short: (value: number) => string;
  /** In the table: as the editor gave it. */
  whole: (value: number) => string;
  tick: (value: number) => string;
};

/** From here on numbers are written in short: "1.2M". */
const LARGE = 1e6;

/** Numbers in the digits of a language, with the unit where that is a sign such as %. */
export function chartNumbers(
  { unit, data }: Pick<Chart['attrs'], 'unit' | 'data'>,
  step: number,
  language: string,
): ChartNumbers {
  const isLarge = chartValues(data).some((value) => Math.abs(value) >= LARGE);
  const sign = unit !== null && [...unit].length <= 2 ? unit : '';
  const gap = sign === '' || sign === '%' || sign === '°' || sign === '٪' ? '' : '\u00A0';
  const write = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(language, options).format(value).replace('-', '\u2212');
  const large = { notation: 'compact', maximumSignificantDigits: 3 } as const;
  const short = (value: number) => write(value, isLarge ? large : roundingOf(Math.abs(value)));
  const places = Math.min(12, Math.max(0, -Math.floor(Math.log10(step || 1))));
  return {
    short: (value) => short(value) + gap + sign,
    whole: (value) => write(value, { maximumFractionDigits: 20 }),
    tick: (value) =>
      (isLarge ? write(value, large) : write(value, { maximumFractionDigits: places })) +
      gap +
      sign,
  };
}

function roundingOf(size: number): Intl.NumberFormatOptions {
  if (size >= 1000) return { maximumFractionDigits: 0 };
  if (size >= 1) return { maximumFractionDigits: size >= 100 ? 1 : 2 };
  return { maximumSignificantDigits: 3 };
}
