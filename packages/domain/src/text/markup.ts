/** Characters that XML 1.0 cannot represent, not even by reference: most controls and lone surrogates. */
const UNSAYABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

const REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text without the characters that no XML document may hold. */
export const sayableText = (text: string): string => text.replace(UNSAYABLE, '');

/** Escapes a text for HTML or XML, between tags or between double quotes. */
export const escapeMarkup = (text: string): string =>
  sayableText(text).replace(/[&<>"]/g, (character) => REFERENCES[character] ?? character);

/** An element with its attributes escaped; what is inside is markup already, or null for nothing. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | null | undefined>>,
  inside: string | null,
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [` ${key}="${escapeMarkup(String(value))}"`],
  );
  const start = `<${name}${written.join('')}`;
  return inside === null ? `${start} />` : `${start}>${inside}</${name}>`;
}
