import { INVISIBLE_ENTITIES, LETTER_ENTITIES, PARTING_ENTITIES } from './mention-letters.ts';

/** A text with its escapes decoded; and the origin of each of its UTF-16 units if requested. */
export type Decoded = { text: string; origin: Origin | null };

/** The start and end in the original of what each unit of a text was decoded from. */
export type Origin = { starts: number[]; ends: number[] };

const ROUNDS = 5;

/** One character in UTF-8, or a byte of Latin-1 within a word; a reference of HTML or XML. */
const ESCAPE =
  /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-4](?:%[89ab][0-9a-f]){3}|(?<=[a-z/_=+-])%[c-f][0-9a-f]|&#(?:\d{1,7}|x[0-9a-f]{1,6});?|&[a-z][a-z0-9]{1,31};/gi;

const NAMED = new Map<string, string>([
  ...words(PARTING_ENTITIES).map((name): [string, string] => [name, ' ']),
  ...words(INVISIBLE_ENTITIES).map((name): [string, string] => [name, '']),
  ...words(LETTER_ENTITIES).map((pair): [string, string] => {
    const [name = '', letter = ''] = pair.split('=');
    return [name, letter];
  }),
  // Escapes of characters that may themselves begin an escape.
  ...['amp', 'AMP'].map((name): [string, string] => [name, '&']),
  ['percnt', '%'],
  ['num', '#'],
  ['semi', ';'],
]);

function words(lines: string): string[] {
  return lines.trim().split(/\s+/);
}

/**
 * Decodes percent-encoding and references of HTML wherever they occur, again and again until
 * nothing changes, at most five times: `%25C3%25B8`, `%C3%B8`, `&amp;oslash;` and `&#xF8;` are all ø.
 * What is no valid escape stays as it is.
 */
export function decodeEscapes(text: string, withOrigin: boolean): Decoded {
  let decoded: Decoded = { text, origin: null };
  for (let round = 0; round < ROUNDS; round += 1) {
    if (!decoded.text.includes('%') && !decoded.text.includes('&')) break;
    const next = withOrigin ? decodeTracking(decoded) : decodeOnce(decoded);
    if (next.text === decoded.text) break;
    decoded = next;
  }
  return decoded;
}

const decodeOnce = ({ text }: Decoded): Decoded => ({
  text: text.replace(ESCAPE, decodeEscape),
  origin: null,
});

function decodeTracking({ text, origin }: Decoded): Decoded {
  const starts: number[] = [];
  const ends: number[] = [];
  const startOf = (at: number) => origin?.starts[at] ?? at;
  const endOf = (at: number) => origin?.ends[at] ?? at + 1;
  let result = '';
  let from = 0;
  const copyUntil = (to: number) => {
    for (let at = from; at < to; at += 1) {
      starts.push(startOf(at));
      ends.push(endOf(at));
    }
    result += text.slice(from, to);
  };
  for (const match of text.matchAll(ESCAPE)) {
    const end = match.index + match[0].length;
    const value = decodeEscape(match[0]);
    copyUntil(match.index);
    for (let unit = 0; unit < value.length; unit += 1) {
      starts.push(startOf(match.index));
      ends.push(endOf(end - 1));
    }
    result += value;
    from = end;
  }
  copyUntil(text.length);
  return { text: result, origin: { starts, ends } };
}

function decodeEscape(written: string): string {
  if (written.startsWith('%')) return decodeBytes(written);
  if (!written.startsWith('&#')) return NAMED.get(written.slice(1, -1)) ?? written;
  const number = written.slice(2).toLowerCase();
  const code = number.startsWith('x')
    ? Number.parseInt(number.slice(1), 16)
    : Number.parseInt(number, 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : written;
}

function decodeBytes(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written.length === 3
      ? String.fromCharCode(Number.parseInt(written.slice(1), 16))
      : written;
  }
}
