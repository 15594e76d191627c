/** A CDATA section with the space around it; nothing inside one is taken for another. */
const SECTION = /\s*<!\[CDATA\[([\s\S]*?)\]\]>\s*/g;

/**
 * XML with nothing but its words in each element: what writes a feed sets each CDATA section on a
 * line of its own, and the line breaks round it would be part of the title.
 */
export const oneLineSections = (xml: string): string =>
  xml.replace(SECTION, (_, words: string) => `<![CDATA[${words}]]>`);
