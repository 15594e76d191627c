import type { Direction } from '../values.ts';

/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
]);

/** The direction in which a language is written, by its likeliest script (CLDR); `ltr` if unknown. */
export function directionOf(tag: string): Direction {
  try {
    const { script } = new Intl.Locale(tag).maximize();
    return script !== undefined && RIGHT_TO_LEFT.has(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}
