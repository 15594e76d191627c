import { Direction } from '../values.ts';

/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = ['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'];

const BEGINS_RIGHT_TO_LEFT = new RegExp(
  `^\\P{L}*[${RIGHT_TO_LEFT.map((script) => `\\p{Script=${script}}`).join('')}]`,
  'u',
);

/** The direction in which a language is written, by its likeliest script (CLDR); `ltr` if unknown. */
export function directionOf(tag: string): Direction {
  try {
    const { script } = new Intl.Locale(tag).maximize();
    return script !== undefined && RIGHT_TO_LEFT.includes(script) ? 'rtl' : 'ltr';
  } catch {
    return 'ltr';
  }
}

/** The direction of a text whose language is not known, by its first letter. */
export const directionOfText = (text: string): Direction =>
  BEGINS_RIGHT_TO_LEFT.test(text) ? 'rtl' : 'ltr';

/** A direction as markup gives it; null if it gives none, or anything else ("auto"). */
export const readDirection = (attribute: string | null | undefined): Direction | null =>
  Direction.safeParse(attribute).data ?? null;
