import { attribute, type HtmlElement, lineOf, oneLine } from './html-tree.ts';

export type Meta = { name: string; content: string; line: number };

/** Names of `meta` are compared by their letters: "dc.date", "DC:date" and "dc_date" are one. */
export const metaKey = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** The content of `meta` elements with any of these names, in the order of the names. */
export function metaContent(elements: HtmlElement[], names: readonly string[]): Meta[] {
  const all = elements.flatMap((element) => {
    if (element.tagName !== 'meta') return [];
    const name = attribute(element, 'property') ?? attribute(element, 'name') ?? '';
    const content = oneLine(attribute(element, 'content') ?? '');
    return content === '' ? [] : [{ name, content, line: lineOf(element) }];
  });
  return names.flatMap((name) => all.filter((meta) => metaKey(meta.name) === metaKey(name)));
}
