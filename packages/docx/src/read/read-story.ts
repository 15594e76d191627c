import {
  childOf,
  childValue,
  descendantsOf,
  elementsIn,
  type XmlElement,
} from '../archive/parse-xml.ts';
import { changesIn, readChange } from './changes.ts';
import { chosenForm } from './read-drawing.ts';
import { readParagraph } from './read-paragraph.ts';
import type { StoryReading } from './reading.ts';
import { numberOr } from './styles.ts';
import type {
  Change,
  WordBlock,
  WordCell,
  WordInline,
  WordParagraph,
  WordRow,
  WordTable,
} from './word-blocks.ts';

/** The blocks of a part, or of something in one that holds blocks. */
export function readBlocks(element: XmlElement, reading: StoryReading): WordBlock[] {
  return readWithin(elementsIn(element), reading, []);
}

function readWithin(
  children: readonly XmlElement[],
  reading: StoryReading,
  changes: readonly Change[],
): WordBlock[] {
  return children.flatMap((child): WordBlock[] => {
    switch (child.name) {
      case 'w:p':
        return [readParagraph(child, reading, readBlocks)];
      case 'w:tbl':
        return readTable(child, reading);
      case 'w:sdt':
        return readWithin(sdtContent(child), contentsIn(child, reading), changes);
      case 'w:smartTag':
      case 'w:customXml':
        return readWithin(elementsIn(child), reading, changes);
      case 'w:ins':
      case 'w:del':
      case 'w:moveTo':
      case 'w:moveFrom': {
        // Round formulas that are paragraphs of their own.
        const change = readChange(child, reading);
        const inside = change === null ? changes : [...changes, change];
        const touch: WordInline = { type: 'touch', words: '', changes: inside };
        return [lonely([touch]), ...readWithin(elementsIn(child), reading, inside)];
      }
      case 'm:oMathPara':
      case 'm:oMath':
        return [
          readParagraph({ name: 'w:p', attributes: {}, children: [child] }, reading, readBlocks),
        ];
      case 'mc:AlternateContent': {
        const form = chosenForm(child);
        return form === undefined ? [] : readWithin(elementsIn(form), reading, changes);
      }
      case 'w:altChunk':
        return [lonely([{ type: 'left_out', code: 'embedded_file', words: '', changes }])];
      case 'w:sectPr':
        return touches(changesIn(child, reading));
      default:
        return [];
    }
  });
}

const sdtContent = (element: XmlElement): XmlElement[] => {
  const content = childOf(element, 'w:sdtContent');
  return content === undefined ? [] : elementsIn(content);
};

/** Word marks the control that contains its own table of contents. */
function contentsIn(element: XmlElement, reading: StoryReading): StoryReading {
  const properties = childOf(element, 'w:sdtPr');
  const gallery = childValue(childOf(properties, 'w:docPartObj'), 'w:docPartGallery');
  return gallery === 'Table of Contents' ? { ...reading, inContents: true } : reading;
}

/** A paragraph that the file does not have, for content between its paragraphs. */
const lonely = (inlines: WordInline[]): WordParagraph => ({
  type: 'paragraph',
  style: null,
  outline: null,
  numbering: null,
  indent: 0,
  firstLine: 0,
  dropCap: false,
  inlines,
  endChanges: [],
});

function readTable(element: XmlElement, reading: StoryReading): WordBlock[] {
  reading.met.tables += 1;
  const properties = childOf(element, 'w:tblPr');
  const look = childOf(properties, 'w:tblLook')?.attributes ?? {};
  const flags = Number.parseInt(look['w:val'] ?? '0', 16);
  const style = reading.styles.table(childValue(properties, 'w:tblStyle') ?? '');
  const isPlain = style === null || /^(?:normal table|table grid|table normal)$/i.test(style.name);
  const changes = [
    ...changesIn(properties, reading),
    ...changesIn(childOf(element, 'w:tblGrid'), reading),
  ];
  const table: WordTable = {
    type: 'table',
    rows: rowsIn(element, reading),
    firstRow: !isPlain && (look['w:firstRow'] === '1' || (flags & 0x20) !== 0),
    title: [childValue(properties, 'w:tblCaption'), childValue(properties, 'w:tblDescription')]
      .filter((words) => words !== null && words !== '')
      .join('. '),
  };
  return [...touches(changes), table];
}

function rowsIn(element: XmlElement, reading: StoryReading): WordRow[] {
  return elementsIn(element).flatMap((child): WordRow[] => {
    if (child.name === 'w:tr') return [readRow(child, reading)];
    if (child.name === 'w:sdt') return rowsIn(childOf(child, 'w:sdtContent') ?? child, reading);
    return child.name === 'w:customXml' || child.name === 'w:smartTag'
      ? rowsIn(child, reading)
      : [];
  });
}

function readRow(element: XmlElement, reading: StoryReading): WordRow {
  const properties = childOf(element, 'w:trPr');
  const header = childOf(properties, 'w:tblHeader');
  const before = numberOr(childValue(properties, 'w:gridBefore'), 0);
  const after = numberOr(childValue(properties, 'w:gridAfter'), 0);
  const gap = (colspan: number): WordCell[] =>
    colspan > 0 ? [{ colspan, merge: null, blocks: [] }] : [];
  const changes = [
    ...changesIn(properties, reading),
    ...changesIn(childOf(element, 'w:tblPrEx'), reading),
  ];
  const [first, ...others] = [...gap(before), ...cellsIn(element, reading), ...gap(after)];
  return {
    header: header !== undefined && !/^(?:0|false|off)$/.test(header.attributes['w:val'] ?? ''),
    cells:
      first === undefined
        ? []
        : [{ ...first, blocks: [...touches(changes), ...first.blocks] }, ...others],
    changes,
  };
}

/** Paragraphs that only record changes without words, one for all. */
const touches = (changes: readonly Change[]): WordParagraph[] =>
  changes.length === 0
    ? []
    : [lonely(changes.map((change) => ({ type: 'touch', words: '', changes: [change] })))];

function cellsIn(element: XmlElement, reading: StoryReading): WordCell[] {
  return elementsIn(element).flatMap((child): WordCell[] => {
    if (child.name === 'w:tc') return [readCell(child, reading)];
    if (child.name === 'w:sdt') return cellsIn(childOf(child, 'w:sdtContent') ?? child, reading);
    return child.name === 'w:customXml' || child.name === 'w:smartTag'
      ? cellsIn(child, reading)
      : [];
  });
}

function readCell(element: XmlElement, reading: StoryReading): WordCell {
  const properties = childOf(element, 'w:tcPr');
  const vertical = childOf(properties, 'w:vMerge');
  return {
    colspan: Math.max(1, numberOr(childValue(properties, 'w:gridSpan'), 1)),
    merge:
      vertical === undefined
        ? null
        : vertical.attributes['w:val'] === 'restart'
          ? 'begin'
          : 'continue',
    blocks: [...touches(changesIn(properties, reading)), ...readBlocks(element, reading)],
  };
}

/** Whether a part has words or pictures. */
export const hasContent = (element: XmlElement): boolean =>
  ['w:t', 'a:blip', 'v:imagedata'].some((name) => !descendantsOf(element, name).next().done);
