import {
  childOf,
  childValue,
  elementsIn,
  isElement,
  textIn,
  type XmlElement,
} from '../archive/parse-xml.ts';
import { changesIn, paragraphChanges, readChange } from './changes.ts';
import {
  hyperlinkOf,
  inContents,
  inInstruction,
  isCitation,
  linkInFields,
  linkOfField,
  markField,
} from './fields.ts';
import { chosenForm, readDrawing } from './read-drawing.ts';
import type { StoryReading } from './reading.ts';
import { readRunFormat } from './run-format.ts';
import { chainOf, formatOf, indentOf, numberOr, type Style } from './styles.ts';
import { plainSymbols, readSymbol } from './symbols.ts';
import type { Change, Link, WordBlock, WordInline, WordParagraph } from './word-blocks.ts';

export type ReadBlocks = (element: XmlElement, reading: StoryReading) => WordBlock[];

/** The context in which inlines are read: their changes and their link. */
type Within = { changes: readonly Change[]; link: Link | null };

export function readParagraph(
  element: XmlElement,
  reading: StoryReading,
  readBlocks: ReadBlocks,
): WordParagraph {
  const properties = childOf(element, 'w:pPr');
  const style = reading.styles.paragraph(childValue(properties, 'w:pStyle'));
  const { end, format } = paragraphChanges(properties, reading);
  const indent = indentOf(properties);
  const styleIndent = chainOf(style).find((each) => each.indent !== 0)?.indent ?? 0;
  const inlines = readInlines(element, reading, { changes: [], link: null }, readBlocks);
  return {
    type: 'paragraph',
    style,
    outline: outlineOf(properties, style),
    numbering: numberingOf(properties, style, reading),
    indent: indent === undefined ? 0 : indent.left - styleIndent,
    firstLine: indent?.firstLine ?? 0,
    dropCap: childOf(properties, 'w:framePr')?.attributes['w:dropCap'] !== undefined,
    inlines: [
      ...format.map((change): WordInline => ({ type: 'touch', words: '', changes: [change] })),
      ...inlines,
    ],
    endChanges: end,
  };
}

function outlineOf(properties: XmlElement | undefined, style: Style | null): number | null {
  const own = numberOr(childValue(properties, 'w:outlineLvl'), null);
  const level = own ?? chainOf(style).find(({ outline }) => outline !== null)?.outline ?? null;
  // 9 is the level of text.
  return level === null || level > 8 ? null : level;
}

function numberingOf(
  properties: XmlElement | undefined,
  style: Style | null,
  reading: StoryReading,
) {
  const own = childOf(properties, 'w:numPr');
  const inherited = chainOf(style).find(({ numbering }) => numbering.id !== null)?.numbering;
  const id = childValue(own, 'w:numId') ?? inherited?.id ?? null;
  const level = numberOr(childValue(own, 'w:ilvl'), null) ?? inherited?.level ?? 0;
  return id === null ? null : reading.lists.count(id, Math.min(Math.max(level, 0), 8));
}

/** Elements that only hold what is in them. */
const transparent = new Set([
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
]);

function readInlines(
  element: XmlElement,
  reading: StoryReading,
  within: Within,
  readBlocks: ReadBlocks,
): WordInline[] {
  return elementsIn(element).flatMap((child): WordInline[] => {
    const go = (more: Partial<Within> = {}, from = child) =>
      readInlines(from, reading, { ...within, ...more }, readBlocks);
    const { changes } = within;
    if (child.name === 'w:r') return readRun(child, reading, within, readBlocks);
    if (transparent.has(child.name)) return go();
    switch (child.name) {
      case 'w:hyperlink':
        return go({ link: hyperlinkOf(child, reading) });
      case 'w:fldSimple': {
        const instruction = child.attributes['w:instr'] ?? '';
        const link = linkOfField({ instruction }, reading);
        reading.fields.push({ instruction, phase: 'result', link });
        const inner = go(link === null ? {} : { link });
        reading.fields.pop();
        return inner;
      }
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom': {
        const change = readChange(child, reading);
        const inside = change === null ? changes : [...changes, change];
        return [{ type: 'touch', words: '', changes: inside }, ...go({ changes: inside })];
      }
      case 'w:commentRangeStart':
        return [{ type: 'comment_start', id: child.attributes['w:id'] ?? '', changes }];
      case 'w:commentRangeEnd':
        return [{ type: 'comment_end', id: child.attributes['w:id'] ?? '', changes }];
      case 'm:oMath':
      case 'm:oMathPara':
        return [{ type: 'formula', text: formulaText(child), changes }];
      case 'mc:AlternateContent': {
        const form = chosenForm(child);
        return form === undefined ? [] : go({}, form);
      }
      case 'w:subDoc':
        return [{ type: 'left_out', code: 'embedded_file', words: '', changes }];
      default:
        return [];
    }
  });
}

const formulaText = (element: XmlElement): string =>
  elementsIn(element)
    .map((child) => (child.name === 'm:t' ? textIn(child) : formulaText(child)))
    .join('');

function readRun(
  run: XmlElement,
  reading: StoryReading,
  within: Within,
  readBlocks: ReadBlocks,
): WordInline[] {
  const properties = childOf(run, 'w:rPr');
  const changes = [...within.changes, ...changesIn(properties, reading)];
  const style = reading.styles.character(childValue(properties, 'w:rStyle') ?? '');
  const format = { ...formatOf(style), ...readRunFormat(properties) };
  const font = childOf(properties, 'w:rFonts')?.attributes['w:ascii'] ?? '';
  const customMark = { follows: false };
  const text = (words: string): WordInline[] => {
    if (words === '' || inInstruction(reading)) return [];
    if (customMark.follows) {
      customMark.follows = false;
      return [];
    }
    if (inContents(reading)) {
      const link = within.link ?? linkInFields(reading);
      if (link !== null) link.fate = 'contents';
      return [{ type: 'left_out', code: 'contents', words, changes }];
    }
    if (format.hidden === true) return [{ type: 'left_out', code: 'hidden', words, changes }];
    const link = within.link ?? linkInFields(reading);
    return [{ type: 'text', text: words, format, style, link, changes }];
  };
  const citation = reading.fields.find(
    ({ instruction, phase }) => phase === 'result' && isCitation(instruction),
  );
  const inlines = elementsIn(run).flatMap((child): WordInline[] => {
    switch (child.name) {
      case 'w:t':
      case 'w:delText':
        return text(plainSymbols(font, textIn(child)));
      case 'w:tab':
      case 'w:ptab':
        return text('\t');
      case 'w:noBreakHyphen':
        return text('\u2011');
      case 'w:br':
      case 'w:cr': {
        const kind = child.attributes['w:type'] ?? 'textWrapping';
        return inInstruction(reading) || kind !== 'textWrapping'
          ? []
          : [{ type: 'break', changes }];
      }
      case 'w:sym': {
        const letter = readSymbol(child.attributes);
        return letter === null
          ? [{ type: 'left_out', code: 'symbol', words: child.attributes['w:font'] ?? '', changes }]
          : text(letter);
      }
      case 'w:fldChar':
        markField(child, reading);
        return [];
      case 'w:instrText':
      case 'w:delInstrText': {
        const field = reading.fields.at(-1);
        if (field?.phase === 'instruction') field.instruction += textIn(child);
        return [];
      }
      case 'w:footnoteReference':
      case 'w:endnoteReference': {
        const kind = child.name === 'w:footnoteReference' ? 'footnotes' : 'endnotes';
        const blocks = reading.note(kind, child.attributes['w:id'] ?? '');
        customMark.follows = /^(?:1|true|on)$/.test(child.attributes['w:customMarkFollows'] ?? '');
        return blocks === null ? [] : [{ type: 'note', kind, blocks, changes }];
      }
      case 'w:commentReference':
        return [{ type: 'comment_here', id: child.attributes['w:id'] ?? '', changes }];
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
        return readDrawing(child, reading, { changes, readBlocks });
      case 'mc:AlternateContent': {
        const form = chosenForm(child);
        return form === undefined
          ? []
          : readRun(
              {
                ...form,
                children: [...(properties ? [withoutChanges(properties)] : []), ...form.children],
              },
              reading,
              within,
              readBlocks,
            );
      }
      case 'w:ruby': {
        const base = childOf(child, 'w:rubyBase');
        return base === undefined ? [] : readInlines(base, reading, within, readBlocks);
      }
      default:
        return [];
    }
  });
  const touched = inlines.length === 0 && changes.length > within.changes.length;
  if (touched) inlines.push({ type: 'touch', words: '', changes });
  if (
    citation !== undefined &&
    inlines.some(({ type }) => type === 'text') &&
    !reported.has(citation)
  ) {
    reported.add(citation);
    const words = inlines.map((each) => (each.type === 'text' ? each.text : '')).join('');
    inlines.push({ type: 'left_out', code: 'citation', words, changes });
  }
  return inlines;
}

/** Citations that were already reported: their result may be several runs. */
const reported = new WeakSet<object>();

/** The properties of a run for a second reading of it: its changes were met once. */
const withoutChanges = (properties: XmlElement): XmlElement => ({
  ...properties,
  children: properties.children.filter(
    (child) => !isElement(child) || !/^w:(?:ins|del|rPrChange|moveFrom|moveTo)$/.test(child.name),
  ),
});
