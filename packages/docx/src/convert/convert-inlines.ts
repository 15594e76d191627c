import { type Footnote, type Inline, Mark } from '@viewpoints/domain/document/inline';
import { normaliseInlines } from '@viewpoints/domain/document/normalise-inlines';
import { styleKey } from '@viewpoints/domain/imports/word-styles';
import { directionOf } from '@viewpoints/domain/text/direction';
import { withoutRedirect } from '@viewpoints/domain/text/redirect';
import { scriptDigits } from '@viewpoints/domain/text/script-digits';
import { chainOf } from '../read/styles.ts';
import {
  isGone,
  type Link,
  type Picture,
  type WordBlock,
  type WordInline,
  type WordParagraph,
} from '../read/word-blocks.ts';
import { type Conversion, tell } from './conversion.ts';

/** The line of a paragraph, and what follows it: a line has no pictures and no boxes. */
export type Line = {
  inlines: Inline[];
  pictures: Picture[];
  boxes: WordBlock[][];
  hasRule: boolean;
};

type Text = Extract<WordInline, { type: 'text' }>;
type Of = {
  paragraph: WordParagraph;
  /** Lines of a note, from its blocks. */
  linesOf: (blocks: readonly WordBlock[]) => Inline[][];
  inNote: boolean;
};

export function convertLine(conversion: Conversion, of: Of): Line {
  const { paragraph } = of;
  const line: Line = { inlines: [], pictures: [], boxes: [], hasRule: false };
  for (const inline of paragraph.inlines) {
    if (isGone(inline.changes)) {
      if (inline.type === 'text' && inline.link?.fate === 'empty') inline.link.fate = 'gone';
      continue;
    }
    line.inlines.push(...inlinesOf(conversion, inline, of));
    switch (inline.type) {
      case 'picture':
        line.pictures.push(inline.picture);
        break;
      case 'box':
        line.boxes.push(inline.blocks);
        break;
      case 'rule':
        line.hasRule = true;
        break;
      case 'left_out':
        tell(conversion, inline.code, paragraph, inline.words);
    }
  }
  line.inlines = normaliseInlines(line.inlines);
  return line;
}

/** The inline content of a Word inline, before the line is normalised. */
export function inlinesOf(
  conversion: Conversion,
  inline: WordInline,
  { paragraph, linesOf, inNote }: Of,
): Inline[] {
  switch (inline.type) {
    case 'text':
      return [textOf(conversion, inline, paragraph)];
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'formula':
      tell(conversion, 'formula', paragraph, inline.text);
      return inline.text === '' ? [] : [{ type: 'text', text: inline.text }];
    case 'note':
      return inNote ? [] : noteOf(conversion, inline, paragraph, linesOf);
    default:
      return [];
  }
}

function noteOf(
  conversion: Conversion,
  { kind, blocks }: Extract<WordInline, { type: 'note' }>,
  paragraph: WordParagraph,
  linesOf: Of['linesOf'],
): Footnote[] {
  const lines = linesOf(blocks).filter((inlines) => inlines.length > 0);
  if (lines.length === 0) {
    tell(conversion, 'note_empty', paragraph);
    return [];
  }
  const content = lines
    .flatMap((inlines, index): Inline[] =>
      index === 0 ? inlines : [{ type: 'hardBreak' }, ...inlines],
    )
    .filter((inline): inline is Footnote['content'][number] => inline.type !== 'footnote');
  conversion.broughtIn[kind] += 1;
  return [{ type: 'footnote', content }];
}

function textOf(conversion: Conversion, inline: Text, paragraph: WordParagraph): Inline {
  const { format, text } = inline;
  const words = format.script ? scriptDigits(text.trim(), format.script) : text;
  if (format.script && words === text.trim() && /[\p{L}\p{N}]/u.test(text))
    tell(conversion, 'superscript', paragraph, text);
  if (format.struck) tell(conversion, 'struck_through', paragraph, text);
  if (format.decorated && inline.link === null && text.trim() !== '')
    tell(conversion, 'formatting', paragraph, text);
  const marks = marksOf(conversion, inline, paragraph);
  return marks.length > 0 ? { type: 'text', text: words, marks } : { type: 'text', text: words };
}

function marksOf(conversion: Conversion, inline: Text, paragraph: WordParagraph): Mark[] {
  const { format, link, style } = inline;
  const target = chainOf(style)
    .map(({ name }) => conversion.targets.get(styleKey(name)))
    .find((found) => found !== undefined);
  const isPlain = target === 'plain_words';
  const marks: Mark[] = [];
  if (target === 'strong' || (format.bold && !isPlain)) marks.push({ type: 'strong' });
  if (target === 'emphasis' || (format.italic && !isPlain)) marks.push({ type: 'emphasis' });
  if (target === 'small_caps' || (format.smallCaps && !isPlain)) marks.push({ type: 'smallCaps' });
  if (isCode(inline)) marks.push({ type: 'code' });
  if (link !== null) marks.push(...linkMark(conversion, link, inline.text, paragraph));
  marks.push(...languageMark(conversion, inline, paragraph));
  return marks;
}

const isCode = ({ style }: Text): boolean =>
  chainOf(style).some(({ name }) => /^(?:verbatim char|html code|source code|code)$/i.test(name));

function linkMark(
  conversion: Conversion,
  link: Link,
  text: string,
  paragraph: WordParagraph,
): Mark[] {
  const isNew = link.fate === 'empty' || link.fate === 'gone';
  if (text.trim() === '' && isNew) return [];
  link.words += text;
  if (link.href === null) {
    if (isNew) tell(conversion, 'link_within', paragraph, text);
    link.fate = 'within';
    return [];
  }
  const mark = Mark.safeParse({ type: 'link', attrs: { href: addressOf(link.href) } });
  if (!mark.success && isNew) tell(conversion, 'link_unusable', paragraph, link.href);
  link.fate = mark.success ? 'kept' : 'unusable';
  return mark.success ? [mark.data] : [];
}

/** The address that was meant, as a browser would write it. */
function addressOf(target: string): string {
  const href = target.trim();
  if (/^mailto:/i.test(href)) return href.replace(/^mailto:/i, 'mailto:').replace(/\?.*$/, '');
  const address = /^www\./i.test(href) ? `https://${href}` : href;
  return URL.parse(withoutRedirect(address))?.href ?? address;
}

function languageMark(conversion: Conversion, inline: Text, paragraph: WordParagraph): Mark[] {
  const { lang } = inline.format;
  if (lang == null || conversion.language === null || !/\p{L}{2}/u.test(inline.text)) return [];
  const primary = new Intl.Locale(lang).language;
  if (primary === conversion.language) return [];
  const mark = Mark.safeParse({
    type: 'language',
    attrs: { lang: primary, dir: directionOf(primary) },
  });
  if (!mark.success) return [];
  tell(conversion, 'language', paragraph, `${primary}: ${inline.text}`);
  return [mark.data];
}

/** Takes a mark away that all words have: a bold heading is a heading, and nothing is stressed in it. */
export function withoutCommonMarks(inlines: Inline[]): Inline[] {
  const common = (['strong', 'emphasis', 'smallCaps'] as const).filter((type) =>
    hasAll(inlines, type),
  );
  if (common.length === 0) return inlines;
  return normaliseInlines(
    inlines.map((inline) =>
      inline.type === 'text'
        ? {
            ...inline,
            marks: (inline.marks ?? []).filter(({ type }) => !common.some((each) => each === type)),
          }
        : inline,
    ),
  );
}

/** Whether all words have a mark. */
export function hasAll(inlines: readonly Inline[], type: Mark['type']): boolean {
  const texts = inlines.filter((inline) => inline.type === 'text' && inline.text.trim() !== '');
  return (
    texts.length > 0 &&
    texts.every(
      (inline) => inline.type === 'text' && inline.marks?.some((mark) => mark.type === type),
    )
  );
}

/** The plain words of a line. */
export const plainWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.type === 'text' ? inline.text : inline.type === 'hardBreak' ? ' ' : '',
    )
    .join('')
    .trim();
