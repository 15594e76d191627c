/** Opening and closing marks of quoted speech, and of quotes within it. */
export type QuotationMarks = {
  outer: readonly [opening: string, closing: string];
  inner: readonly [opening: string, closing: string];
};

const marks = (outer: string, inner: string): QuotationMarks => {
  const [opening = '', closing = ''] = outer.split(' ');
  const [innerOpening = '', innerClosing = ''] = inner.split(' ');
  return { outer: [opening, closing], inner: [innerOpening, innerClosing] };
};

const english = marks('“ ”', '‘ ’');
const low = marks('„ “', '‚ ‘');
const angled = marks('« »', '“ ”');
const slavic = marks('« »', '„ “');
const nordic = marks('” ”', '’ ’');
const norwegian = marks('« »', '‘ ’');
/** A narrow space that no line breaks at. */
const space = '\u202f';

/** By language, or by language and region where a region has its own. */
const marksOf: Record<string, QuotationMarks> = {
  ...{ en: english, da: english, es: english, pt: english, tr: english, cy: english, ga: english },
  ...{ id: english, ps: english, zh: english, ko: english, sq: english, lv: english, az: english },
  ...{ de: low, cs: low, sk: low, sl: low, hr: low, is: low, et: low, mk: low },
  ...{ lt: marks('„ “', '„ “'), bg: marks('„ “', '„ “'), ka: marks('„ “', '« »') },
  ...{ pl: marks('„ ”', '« »'), ro: marks('„ ”', '« »'), hu: marks('„ ”', '» «') },
  ...{ bs: marks('„ ”', '‘ ’'), sr: marks('„ ”', '’ ’'), nl: marks('‘ ’', '“ ”') },
  ...{ it: angled, ca: angled, el: angled, kk: angled, 'pt-PT': angled },
  ...{ ru: slavic, uk: slavic, be: slavic },
  ...{ nb: norwegian, nn: norwegian, no: norwegian, sv: nordic, fi: nordic, he: nordic },
  ...{ ar: marks('” “', '’ ‘'), ur: marks('” “', '’ ‘'), fa: marks('« »', '‹ ›') },
  ...{ hy: marks('« »', '« »'), ja: marks('「 」', '『 』'), 'fr-CH': marks('« »', '‹ ›') },
  fr: { outer: [`«${space}`, `${space}»`], inner: ['“', '”'] },
};

/**
 * The quotation marks of a language (a BCP 47 tag), or null if they are not known. After the
 * delimiters of Unicode's CLDR 48, with the spaces that French sets within its own; Dutch has the
 * double ones, which CLDR leaves out, within the single.
 */
export function quotationMarks(language: string): QuotationMarks | null {
  const { language: base, region } = new Intl.Locale(language);
  return marksOf[`${base}-${region}`] ?? marksOf[base] ?? null;
}
