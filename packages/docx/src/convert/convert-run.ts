import type { Block } from '@viewpoints/domain/document/blocks';
import type { Nested } from '@viewpoints/domain/document/blocks/list';
import type { Inline } from '@viewpoints/domain/document/inline';
import { isGone, type WordParagraph } from '../read/word-blocks.ts';
import { type Conversion, type Converted, tell } from './conversion.ts';
import { hasAll, type Line, plainWords, withoutCommonMarks } from './convert-inlines.ts';
import { buildLists, hasDigits, isBullet } from './convert-list.ts';
import type { Role } from './paragraph-role.ts';

export type RunLine = {
  paragraph: WordParagraph;
  line: Line;
  /** Whether it goes on with the item of a list before it. */
  continues: boolean;
};

/** Paragraphs in a row that become one block; one paragraph, for most roles. */
export type Run = { role: Role; lines: RunLine[] };

/** Signs that represent a line between two parts. */
const dividers = /^(?:(?:\*\s*){3,}|⁂|(?:[-–—_]\s*){3,})$/u;

/** The blocks that paragraphs become, without what is in them and is no text. */
export function convertRun(conversion: Conversion, { role, lines }: Run): Converted[] {
  const from = lines.map(({ paragraph }) => paragraph);
  const [first] = lines;
  if (first === undefined || lines.every(({ line }) => line.inlines.length === 0)) return [];
  const made = (...blocks: Block[]): Converted[] => blocks.map((block) => ({ block, from }));
  const { inlines } = first.line;
  switch (role) {
    case 'heading_2':
    case 'heading_3':
    case 'heading_4': {
      if (first.paragraph.numbering !== null && !isBullet(first.paragraph.numbering))
        tell(conversion, 'heading_number', first.paragraph, plainWords(inlines));
      const level = Number(role.at(-1)) as 2 | 3 | 4;
      const content = withoutCommonMarks(inlines);
      return made({ type: 'heading', attrs: { level }, content });
    }
    case 'list':
      return listsOf(conversion, lines);
    case 'indented_quote':
      tell(conversion, 'indented_quote', first.paragraph, plainWords(inlines));
      return made({ type: 'blockQuote', content: nested(lines) });
    case 'block_quote':
      return made({ type: 'blockQuote', content: nested(lines) });
    case 'note':
    case 'warning':
      return made({
        type: 'callout',
        attrs: { kind: role, title: null },
        content: nested(lines),
      });
    case 'key_points':
      return made({
        type: 'keyPoints',
        content: lines.map(({ line }) => ({ type: 'keyPoint', content: line.inlines })),
      });
    case 'pull_quote':
      return made({ type: 'pullQuote', content: inlines });
    case 'code':
      return made(codeOf(conversion, lines));
    case 'left_out':
      tell(conversion, 'style_left_out', first.paragraph, plainWords(inlines));
      return [];
    default:
      return made(paragraphOf(conversion, first));
  }
}

function paragraphOf(conversion: Conversion, { paragraph, line: { inlines } }: RunLine): Block {
  const words = plainWords(inlines);
  if (dividers.test(words)) return { type: 'divider' };
  const isShort = words.length <= 100 && !/[.!?:;,…]$/u.test(words);
  if (isShort && hasAll(inlines, 'strong')) tell(conversion, 'bold_paragraph', paragraph, words);
  return { type: 'paragraph', content: inlines };
}

const nested = (lines: readonly RunLine[]): Nested[] =>
  lines.map(({ line }) => ({ type: 'paragraph', content: line.inlines }));

function listsOf(conversion: Conversion, lines: readonly RunLine[]): Converted[] {
  const lettered = lines.find(
    ({ paragraph: { numbering } }) =>
      numbering !== null && !isBullet(numbering) && !hasDigits(numbering),
  );
  if (lettered !== undefined)
    tell(conversion, 'list_numbers', lettered.paragraph, plainWords(lettered.line.inlines));
  const entries = lines.map(({ paragraph, line: { inlines }, continues }) => ({
    numbering: continues ? null : paragraph.numbering,
    paragraph: { type: 'paragraph' as const, content: inlines },
    from: paragraph,
  }));
  return buildLists(entries).map(({ list, from }) => ({ block: list, from }));
}

/** Code as it was typed; it has no marks, no links and no notes. */
function codeOf(conversion: Conversion, lines: readonly RunLine[]): Block {
  const text = lines.map(({ paragraph }) => rawWords(paragraph)).join('\n');
  for (const { paragraph, line } of lines)
    for (const inline of line.inlines) {
      if (inline.type === 'footnote') lostNote(conversion, paragraph, inline.content);
      if (inline.type === 'text' && inline.marks?.some(({ type }) => type === 'link'))
        tell(conversion, 'code_marks', paragraph, inline.text);
    }
  return { type: 'codeBlock', attrs: { language: null }, content: [{ type: 'text', text }] };
}

function lostNote(conversion: Conversion, paragraph: WordParagraph, content: Inline[]): void {
  const note = paragraph.inlines.find((inline) => inline.type === 'note');
  if (note?.type === 'note') conversion.broughtIn[note.kind] -= 1;
  tell(conversion, 'note_moved', paragraph, plainWords(content));
}

/** The words of a line of code, with its spaces and breaks. */
const rawWords = ({ inlines }: WordParagraph): string =>
  inlines
    .filter(({ changes }) => !isGone(changes))
    .map((inline) => (inline.type === 'text' ? inline.text : inline.type === 'break' ? '\n' : ''))
    .join('');
