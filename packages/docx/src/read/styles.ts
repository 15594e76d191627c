import { childOf, childValue, elementsIn, type XmlElement } from '../archive/parse-xml.ts';
import { type RunFormat, readRunFormat } from './run-format.ts';

export type Style = {
  id: string;
  name: string;
  /** The styles it is based on, nearest first. */
  basis: Style[];
  outline: number | null;
  numbering: { id: string | null; level: number | null };
  indent: number;
  format: RunFormat;
};

export type Styles = {
  paragraph: (id: string | null) => Style | null;
  character: (id: string) => Style | null;
  table: (id: string) => Style | null;
  /** The language of words that say none. */
  language: string | null;
};

/** Reads `styles.xml`; a file without one has no styles. */
export function readStyles(root: XmlElement | null): Styles {
  const found = new Map<string, { element: XmlElement; style: Style }>();
  let standard: string | null = null;
  for (const element of root === null ? [] : elementsIn(root)) {
    const {
      'w:styleId': id = '',
      'w:type': kind = 'paragraph',
      'w:default': isDefault,
    } = element.attributes;
    if (element.name !== 'w:style') continue;
    if (kind === 'paragraph' && /^(?:1|true|on)$/.test(isDefault ?? '')) standard = id;
    found.set(`${kind} ${id}`, { element, style: styleOf(element, id) });
  }
  for (const [key, { style }] of found) style.basis = basisOf(found, key);
  const get = (kind: string, id: string) => found.get(`${kind} ${id}`)?.style ?? null;
  const defaults = childOf(childOf(root ?? undefined, 'w:docDefaults'), 'w:rPrDefault');
  return {
    paragraph: (id) => get('paragraph', id ?? standard ?? ''),
    character: (id) => get('character', id),
    table: (id) => get('table', id),
    language: readRunFormat(childOf(defaults, 'w:rPr')).lang ?? null,
  };
}

function styleOf(element: XmlElement, id: string): Style {
  const properties = childOf(element, 'w:pPr');
  const numbering = childOf(properties, 'w:numPr');
  return {
    id,
    name: childValue(element, 'w:name') ?? id,
    basis: [],
    outline: numberOr(childValue(properties, 'w:outlineLvl'), null),
    numbering: {
      id: childValue(numbering, 'w:numId'),
      level: numberOr(childValue(numbering, 'w:ilvl'), null),
    },
    indent: indentOf(properties)?.left ?? 0,
    format: readRunFormat(childOf(element, 'w:rPr')),
  };
}

/** Follows `w:basedOn`; a circle, which damaged files have, ends it. */
function basisOf(found: Map<string, { element: XmlElement; style: Style }>, key: string): Style[] {
  const [kind] = key.split(' ', 1);
  const keys = [key];
  for (;;) {
    const id = childValue(found.get(keys.at(-1) ?? '')?.element, 'w:basedOn');
    const next = `${kind} ${id}`;
    if (id === null || keys.includes(next) || !found.has(next)) break;
    keys.push(next);
  }
  return keys.slice(1).flatMap((each) => found.get(each)?.style ?? []);
}

/** A style and what it is based on, nearest first. */
export const chainOf = (style: Style | null): Style[] =>
  style === null ? [] : [style, ...style.basis];

/** The format of a style, with those that it is based on. */
export const formatOf = (style: Style | null): RunFormat =>
  Object.assign(
    {},
    ...chainOf(style)
      .map(({ format }) => format)
      .toReversed(),
  );

/** How far a paragraph is set in, in twentieths of a point; undefined if nothing is said. */
export function indentOf(
  properties: XmlElement | undefined,
): { left: number; firstLine: number } | undefined {
  const indent = childOf(properties, 'w:ind');
  if (indent === undefined) return undefined;
  const read = (...names: string[]) =>
    numberOr(names.map((name) => indent.attributes[name]).find(Boolean) ?? null, 0);
  return {
    left: read('w:left', 'w:start'),
    firstLine: read('w:firstLine') - read('w:hanging'),
  };
}

/** A whole number that a file has as text. */
export function numberOr<Other>(text: string | null | undefined, other: Other): number | Other {
  return text != null && /^-?\d{1,9}$/.test(text) ? Number(text) : other;
}
