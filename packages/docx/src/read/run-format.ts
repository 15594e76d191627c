import { childOf, type XmlElement } from '../archive/parse-xml.ts';

/** The explicit format of a run; undefined if its style decides. */
export type RunFormat = {
  bold?: boolean;
  italic?: boolean;
  smallCaps?: boolean;
  hidden?: boolean;
  struck?: boolean;
  /** Underlined, coloured or highlighted: nothing that articles have. */
  decorated?: boolean;
  script?: 'sup' | 'sub' | null;
  lang?: string | null;
};

/** On, off or unsaid. */
const toggle = (properties: XmlElement, name: string): boolean | undefined => {
  const element = childOf(properties, name);
  if (element === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(element.attributes['w:val'] ?? 'true');
};

const scripts: Readonly<Record<string, 'sup' | 'sub'>> = { superscript: 'sup', subscript: 'sub' };

/** Reads `w:rPr` of a run or a style. */
export function readRunFormat(properties: XmlElement | undefined): RunFormat {
  if (properties === undefined) return {};
  const script = childOf(properties, 'w:vertAlign')?.attributes['w:val'];
  const color = childOf(properties, 'w:color')?.attributes['w:val'] ?? 'auto';
  const all: RunFormat = {
    bold: toggle(properties, 'w:b'),
    italic: toggle(properties, 'w:i'),
    smallCaps: toggle(properties, 'w:smallCaps'),
    hidden: toggle(properties, 'w:vanish'),
    struck: toggle(properties, 'w:strike') ?? toggle(properties, 'w:dstrike'),
    decorated:
      toggle(properties, 'w:u') === true ||
      toggle(properties, 'w:highlight') === true ||
      !/^(?:auto|0{6})$/i.test(color) ||
      undefined,
    script: script === undefined ? undefined : (scripts[script] ?? null),
    lang: languageOf(properties),
  } as RunFormat;
  return Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== undefined),
  ) as RunFormat;
}

/** The language of a run: Word has one for each of three kinds of script. */
function languageOf(properties: XmlElement): string | null | undefined {
  const lang = childOf(properties, 'w:lang');
  if (lang === undefined) return undefined;
  const isRightToLeft = toggle(properties, 'w:rtl') === true;
  const tag = isRightToLeft ? lang.attributes['w:bidi'] : lang.attributes['w:val'];
  try {
    return tag === undefined ? undefined : (Intl.getCanonicalLocales(tag)[0] ?? null);
  } catch {
    return null;
  }
}
