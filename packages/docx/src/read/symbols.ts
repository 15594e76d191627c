/** Greek letters and signs of the Symbol font, from 0x41 on, by the code that Word writes. */
const greek: Readonly<Record<string, string>> = Object.fromEntries(
  [...'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'].map((letter, index) => [0x41 + index, letter]),
);
const smallGreek: Readonly<Record<string, string>> = Object.fromEntries(
  [...'αβχδεϕγηιφκλμνοπθρστυϖωξψζ'].map((letter, index) => [0x61 + index, letter]),
);
const signs: Readonly<Record<number, string>> = {
  ...{ 162: '′', 163: '≤', 165: '∞', 171: '↔', 172: '←', 173: '↑', 174: '→', 175: '↓' },
  ...{ 176: '°', 177: '±', 178: '″', 179: '≥', 180: '×', 181: '∝', 182: '∂', 183: '•' },
  ...{ 185: '≠', 186: '≡', 187: '≈', 188: '…', 196: '⊗', 197: '⊕', 198: '∅', 199: '∩' },
  ...{ 200: '∪', 201: '⊃', 204: '⊂', 205: '⊆', 206: '∈', 207: '∉', 208: '∠', 209: '∇' },
  ...{ 213: '∏', 214: '√', 215: '⋅', 216: '¬', 217: '∧', 218: '∨', 219: '⇔', 220: '⇐' },
  ...{ 222: '⇒', 229: '∑', 242: '∫' },
};
const wingdings: Readonly<Record<number, string>> = {
  [0x4a]: '☺',
  [0x6c]: '●',
  [0x6e]: '■',
  [0x6f]: '□',
  [0x71]: '❑',
  [0xa7]: '▪',
  [0xa8]: '☐',
  [0xd8]: '➢',
  [0xdf]: '←',
  [0xe0]: '→',
  [0xe8]: '➔',
  [0xfb]: '✗',
  [0xfc]: '✓',
  [0xfd]: '☒',
  [0xfe]: '☑',
};

/** Text in a symbol font, whose letters are codes of the private area; what is not known goes. */
export const plainSymbols = (font: string, text: string): string =>
  /^(?:symbol|wingdings)$/i.test(font)
    ? text.replace(/[\uf000-\uf0ff]/g, (sign) => {
        const code = sign.charCodeAt(0).toString(16);
        return readSymbol({ 'w:font': font, 'w:char': code }) ?? '';
      })
    : text;

/** The letter that a sign of a symbol font represents; null if none is known. */
export function readSymbol(attributes: Readonly<Record<string, string>>): string | null {
  const { 'w:font': font = '', 'w:char': char = '' } = attributes;
  const code = /^[0-9a-f]{1,6}$/i.test(char) ? Number.parseInt(char, 16) : Number.NaN;
  if (Number.isNaN(code)) return null;
  // Fonts of symbols have their signs in the private area, from 0xF000 on.
  const at = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol$/i.test(font)) return greek[at] ?? smallGreek[at] ?? signs[at] ?? null;
  if (/^wingdings$/i.test(font)) return wingdings[at] ?? null;
  const isPrivate = (code >= 0xe000 && code <= 0xf8ff) || code > 0x10ffff;
  return isPrivate || code < 0x20 ? null : String.fromCodePoint(code);
}
