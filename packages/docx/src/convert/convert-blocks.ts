import type { Inline } from '@viewpoints/domain/document/inline';
import type { WordBlock, WordParagraph, WordTable } from '../read/word-blocks.ts';
import { type Conversion, type Converted, pictureBlock, tell } from './conversion.ts';
import { convertLine, type Line, plainWords } from './convert-inlines.ts';
import { convertRun, type Run, type RunLine } from './convert-run.ts';
import { convertTable } from './convert-table.ts';
import { type Lines, linesOf } from './lines-of.ts';
import { continuesList, type Role, roleOf } from './paragraph-role.ts';

/** Roles whose paragraphs in a row become one block. */
const joining: ReadonlySet<Role> = new Set([
  'list',
  'block_quote',
  'indented_quote',
  'note',
  'warning',
  'key_points',
  'code',
]);

/** The blocks of an article, in order, each with the paragraphs that it was made of. */
export function convertBlocks(conversion: Conversion, blocks: readonly WordBlock[]): Converted[] {
  const converted: Converted[] = [];
  let run: Run = { role: 'paragraph', lines: [] };
  const begin = (role: Role, lines: RunLine[]) => {
    converted.push(...convertRun(conversion, run));
    for (const { paragraph, line } of run.lines)
      converted.push(...afterLine(conversion, paragraph, line, run.role));
    run = { role, lines };
  };
  for (const block of blocks) {
    if (block.type === 'table') {
      begin('paragraph', []);
      converted.push(...tableOf(conversion, block));
      continue;
    }
    const line = lineOf(conversion, block);
    const role = roleWithin(conversion, block, line, run);
    const isEmpty = line.inlines.length === 0;
    const isSpace = isEmpty && role !== 'code';
    if (isSpace && !hasMore(line)) continue;
    const lines = [{ paragraph: block, line, continues: block.numbering === null }];
    if (!isSpace && run.lines.length > 0 && run.role === role && joining.has(role))
      run.lines.push(...lines);
    else begin(isSpace ? 'paragraph' : role, lines);
  }
  begin('paragraph', []);
  return converted;
}

const lineOf = (conversion: Conversion, paragraph: WordParagraph): Line =>
  convertLine(conversion, {
    paragraph,
    inNote: false,
    linesOf: (inside) => linesOf(conversion, inside, { in: 'note', after: [] }),
  });

const hasMore = ({ pictures, boxes, hasRule }: Line): boolean =>
  pictures.length > 0 || boxes.length > 0 || hasRule;

/** The role of a paragraph in its context: an indented one after an item of a list is part of that. */
function roleWithin({ targets }: Conversion, paragraph: WordParagraph, line: Line, run: Run): Role {
  const role = roleOf(paragraph, targets);
  const isText = role === 'paragraph' || role === 'indented_quote';
  const isContinued =
    run.role === 'list' && run.lines.length > 0 && isText && line.inlines.length > 0;
  return isContinued && continuesList(paragraph) ? 'list' : role;
}

/** What cannot be inline follows the line. */
function afterLine(
  conversion: Conversion,
  paragraph: WordParagraph,
  line: Line,
  role: Role,
): Converted[] {
  const isBare = line.inlines.length === 0;
  const from = isBare ? [paragraph] : [];
  const pictures = line.pictures.flatMap((picture) => {
    if (!isBare && role !== 'caption') tell(conversion, 'picture_in_line', paragraph, picture.alt);
    return pictureBlock(conversion, picture, paragraph);
  });
  const boxes = line.boxes.flatMap((blocks) => {
    tell(conversion, 'text_box', paragraph, wordsOf(conversion, blocks));
    return convertBlocks(conversion, blocks);
  });
  return [
    ...pictures.map((block): Converted => ({ block, from })),
    ...boxes,
    ...(line.hasRule ? [{ block: { type: 'divider' as const }, from }] : []),
  ];
}

function wordsOf(conversion: Conversion, blocks: readonly WordBlock[]): string {
  const silent: Conversion = {
    ...conversion,
    notes: [],
    broughtIn: { ...conversion.broughtIn },
    pictures: [],
  };
  return linesOf(silent, blocks, { in: 'cell', after: [] }).map(plainWords).join(' ');
}

function tableOf(conversion: Conversion, table: WordTable): Converted[] {
  const lines: Lines = { in: 'cell', after: [] };
  const from = paragraphsIn(table);
  const tables = convertTable(table, ({ blocks }): Inline[][] =>
    linesOf(conversion, blocks, lines),
  );
  const at = from[0] ?? null;
  if (tables.length > 0) conversion.broughtIn.tables += 1;
  if (tables.length > 1) tell(conversion, 'table_split', at);
  if (table.title !== '') tell(conversion, 'table_title', at, table.title);
  return [...tables.map((block): Converted => ({ block, from })), ...lines.after];
}

/** Every paragraph of blocks, at any depth, but for those in notes. */
export function paragraphsIn(block: WordBlock): WordParagraph[] {
  return block.type === 'paragraph'
    ? [block]
    : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks.flatMap(paragraphsIn)));
}
