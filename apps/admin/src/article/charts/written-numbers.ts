/** The sign between whole and decimals: a point, a comma, or null where the numbers have to show it. */
export type DecimalSign = '.' | ',' | null;

/** A number as somebody wrote it: read, left out, or refused in a sentence. */
export type WrittenNumber = { value: number | null } | { problem: string };

/** Digits of other scripts have their value by their place in a row of ten. */
const asciiDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/** The Arabic decimal sign means nothing else: a zero at the end keeps it from being read as thousands. */
const withoutArabicSign = (text: string): string =>
  text.includes('٫') ? `${text.replace('٫', '.')}0` : text;

/** In ASCII: with a hyphen for any minus, and without the spaces that part thousands. */
const plain = (text: string): string =>
  withoutArabicSign(asciiDigits(text))
    .replace(/[\u200E\u200F\u061C]/g, '')
    .trim()
    .replace(/^[\u2212\u2012\u2013\uFE63\uFF0D]/, '-')
    .replace(/(?<=\d)[\s\u00A0\u202F\u2009'’٬](?=\d{3}(?!\d))/g, '');

const shape = /^[+-]?(\d[\d.,]*|[.,]\d+)$/;

/** The decimal sign that a number shows by itself; null where it has none, or might have either. */
function shownSign(text: string): DecimalSign {
  const signs = [...text.matchAll(/[.,]/g)].map(({ 0: sign }) => sign);
  const [first] = signs;
  const last = signs.at(-1);
  if (first === undefined || last === undefined) return null;
  if (new Set(signs).size === 2) return last === '.' ? '.' : ',';
  if (signs.length > 1) return first === '.' ? ',' : '.';
  const [whole = '', rest = ''] = text.replace(/^[+-]/, '').split(first);
  const mightPartThousands = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
  return mightPartThousands ? null : first === '.' ? '.' : ',';
}

const thousands = {
  '.': /^[+-]?\d{1,3}(,\d{3})*(\.\d*)?$/,
  ',': /^[+-]?\d{1,3}(\.\d{3})*(,\d*)?$/,
};
const ungrouped = { '.': /^[+-]?\d*\.?\d*$/, ',': /^[+-]?\d*,?\d*$/ };

function read(text: string, sign: '.' | ','): number | null {
  if (!thousands[sign].test(text) && !ungrouped[sign].test(text)) return null;
  const other = sign === '.' ? ',' : '.';
  return Number(text.replaceAll(other, '').replace(',', '.'));
}

/**
 * Reads the numbers of a table together: one that shows its decimal sign decides for those that might be read
 * either way. Nothing is guessed: where none shows it, or two contradict each other, they are refused.
 * @param given the decimal sign, where somebody said which
 */
export function readNumbers(texts: readonly string[], given: DecimalSign): WrittenNumber[] {
  const written = texts.map((text) => (text.length > 60 ? 'x' : plain(text)));
  const shown = new Set(
    written.filter((text) => shape.test(text)).flatMap((text) => shownSign(text) ?? []),
  );
  const [only] = shown.size === 1 ? shown : [];
  const sign = given ?? only ?? null;
  return written.map((text, at) => {
    if (text === '') return { value: null };
    const said = (texts[at] ?? '').trim().slice(0, 40);
    if (!shape.test(text))
      return { problem: `“${said}” is not a number. Leave the cell empty if there is no value.` };
    if (given === null && shown.size > 1 && /[.,]/.test(text))
      return {
        problem: `“${said}”: some numbers here have a decimal point, others a comma. Say which.`,
      };
    if (sign === null && /[.,]/.test(text)) {
      const [points, commas] = [read(text, '.'), read(text, ',')];
      return { problem: `“${said}” may be ${points} or ${commas}. Say which the decimal sign is.` };
    }
    const value = read(text, sign ?? '.');
    if (value === null || !Number.isFinite(value))
      return { problem: `“${said}” does not fit the decimal ${sign === ',' ? 'comma' : 'point'}.` };
    return Math.abs(value) > 1e15
      ? { problem: `“${said}” is too large. Give it in thousands or millions.` }
      : { value };
  });
}
