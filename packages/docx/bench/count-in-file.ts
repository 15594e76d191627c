import { openOfficeFile } from '../src/archive/office-parts.ts';
import { elementsIn, textIn, type XmlElement } from '../src/archive/parse-xml.ts';

/** The contents of a file, counted by element names and independent of the importer. */
export type FileCounts = Record<
  'footnotes' | 'endnotes' | 'comments' | 'changes' | 'tables' | 'pictures' | 'links',
  number
>;

const changes =
  /^w:(?:ins|del|moveTo|moveFrom|cellIns|cellDel|(?:rPr|pPr|tblPr|trPr|tcPr|sectPr|tblPrEx|tblGrid|numbering)Change)$/;

export async function countInFile(bytes: Buffer): Promise<FileCounts> {
  const file = await openOfficeFile(bytes);
  const comments = (await file.find('comments'))?.root;
  const notes = [await file.find('footnotes'), await file.find('endnotes')];
  const roots = [file.document.root, ...notes.flatMap((part) => part?.root ?? [])];
  const all = roots.flatMap((root) => [...shown(root)]);
  const count = (is: (element: XmlElement) => boolean) => all.filter(is).length;
  const named = (...names: string[]) => count(({ name }) => names.includes(name));
  const isLink = (instruction: string) =>
    /^\s*HYPERLINK\b|^\s*(?:REF|PAGEREF|NOTEREF)\b.*\\h\b/is.test(instruction);
  return {
    footnotes: named('w:footnoteReference'),
    endnotes: named('w:endnoteReference'),
    comments: comments === undefined ? 0 : elementsIn(comments).length,
    changes: count(({ name }) => changes.test(name)),
    tables: named('w:tbl'),
    pictures: count(
      ({ name, attributes }) =>
        (name === 'a:blip' && (attributes['r:embed'] ?? attributes['r:link'] ?? '') !== '') ||
        (name === 'v:imagedata' && (attributes['r:id'] ?? '') !== ''),
    ),
    links:
      named('w:hyperlink') +
      count(
        ({ name, attributes }) => name === 'w:fldSimple' && isLink(attributes['w:instr'] ?? ''),
      ) +
      count((element) => element.name === 'w:instrText' && isLink(textIn(element))),
  };
}

/** Every element, of alternatives only the first: the others say the same in older forms. */
function* shown(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    if (child.name === 'mc:Fallback') continue;
    yield child;
    yield* shown(child);
  }
}
