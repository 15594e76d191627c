import type { Document, Embed, Figure, Mark, Table } from './document.ts';
import { type DocumentVisitor, foldDocument, type NumberedNote } from './document-tree.ts';
import {
  delimited,
  escapePunctuation,
  linkDestination,
  type MarkdownToken,
  writeInline,
} from './markdown-inline.ts';
import { normaliseDocument } from './normalise-document.ts';

export type MarkdownOptions = {
  /** The address of a picture; by default its path on the reading site. */
  pictureAddress?: (mediaId: string) => string;
};

/**
 * A document as Markdown: CommonMark with tables and footnotes as GitHub reads them, every
 * character of the text escaped where it would mean more than itself, no raw HTML. Language and
 * small capitals have no Markdown and leave their text plain. Ends with a line feed unless empty.
 */
export function documentToMarkdown(document: Document, options: MarkdownOptions = {}): string {
  const pictureAddress = options.pictureAddress ?? ((mediaId: string) => `/media/${mediaId}`);
  return foldDocument(withoutUnwritableMarks(document), visitor(pictureAddress));
}

type Tokens = MarkdownToken[];

function visitor(pictureAddress: (id: string) => string): DocumentVisitor<Tokens, string, string> {
  return {
    text: ({ text }) => [{ kind: 'text', text }],
    mark: (mark, children) => markTokens(mark, children.flat()),
    hardBreak: () => [{ kind: 'break' }],
    footnote: ({ number }) => [{ kind: 'raw', text: `[^${number}]` }],
    paragraph: (_, children) => lines(children),
    heading: (node, children) => `${'#'.repeat(node.attrs.level)} ${heading(children)}`,
    pullQuote: (_, children) => prefixed(lines(children), '> ', '> '),
    figure: (node, caption) => figure(node, caption, pictureAddress),
    embed,
    codeBlock: (node, code) => fenced(code, node.attrs.language ?? ''),
    divider: () => '---',
    blockQuote: (_, children) => prefixed(children.join('\n\n'), '> ', '> '),
    bulletList: (_, items, path) => {
      const bullet = isOdd(path) ? '* ' : '- ';
      return items.map((item) => prefixed(item, bullet, '  ')).join('\n');
    },
    orderedList: (node, items, path) => {
      // Markdown counts to nine digits.
      const start = Math.min(node.attrs.start, 999_999_999 - items.length);
      const end = isOdd(path) ? ') ' : '. ';
      return items
        .map((item, index) => {
          const marker = `${start + index}${end}`;
          return prefixed(item, marker, ' '.repeat(marker.length));
        })
        .join('\n');
    },
    listItem: (_, children) => children.join('\n\n'),
    table: (node, rows) => table(node, rows),
    tableRow: (_, cells) => cells.join('\n'),
    tableHeader: (_, children) => cell(children),
    tableCell: (_, children) => cell(children),
    document: (children, notes) => {
      const all = [...children.filter((block) => block !== ''), ...notes.map(note)];
      return all.length > 0 ? `${all.join('\n\n')}\n` : '';
    },
  };
}

function markTokens(mark: Mark, inside: Tokens): Tokens {
  switch (mark.type) {
    case 'strong':
      return delimited('**', inside);
    case 'emphasis':
      return delimited('_', inside);
    case 'link':
      return [
        { kind: 'raw', text: '[' },
        ...inside,
        { kind: 'raw', text: `](${linkDestination(mark.attrs.href)})` },
      ];
    default:
      return inside;
  }
}

const lines = (children: Tokens[]): string => writeInline(children.flat(), '\\\n');

/** A heading is one line, and a run of `#` at its end would be read as its closing. */
const heading = (children: Tokens[]): string =>
  writeInline(children.flat(), ' ').replace(/#+$/, (closing) => `\\${closing}`);

function figure(node: Figure, caption: Tokens[], address: (id: string) => string): string {
  const { alt, credit, mediaId } = node.attrs;
  const picture = `![${escapePunctuation(alt)}](${linkDestination(address(mediaId))})`;
  const under = caption.flat();
  if (credit !== null) {
    under.push({ kind: 'text', text: under.length > 0 ? ` (${credit})` : `(${credit})` });
  }
  return under.length > 0 ? `${picture}\n\n${lines([under])}` : picture;
}

/** A link to where it stands: whoever reads Markdown asks nobody for anything by reading. */
function embed(node: Embed, caption: Tokens[]): string {
  const { title, href } = node.attrs;
  const link = lines([
    markTokens({ type: 'link', attrs: { href } }, [{ kind: 'text', text: title }]),
  ]);
  return caption.length > 0 ? `${link}\n\n${lines(caption)}` : link;
}

function fenced(code: string, language: string): string {
  const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language.replace(/[^\w+#.-]/g, '')}\n${code.replace(/\n$/, '')}\n${fence}`;
}

function note({ number, children }: NumberedNote<Tokens>): string {
  return prefixed(lines(children), `[^${number}]: `, '    ');
}

/** Two lists in a row would be one; neighbours differ in their marker, and so stay apart. */
const isOdd = (path: readonly number[]): boolean => (path.at(-1) ?? 0) % 2 === 1;

function prefixed(block: string, first: string, rest: string): string {
  return block
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n');
}

const cell = (paragraphs: string[]): string => paragraphs.join(' ').replaceAll('\\\n', ' ');

/** A table with spans laid out on its grid, where a spanned place is an empty cell. */
function table(node: Table, rows: string[]): string {
  const grid: string[][] = node.content.map(() => []);
  node.content.forEach((row, y) => {
    const texts = rows[y]?.split('\n') ?? [];
    let x = 0;
    row.content.forEach(({ attrs }, index) => {
      const reached = grid.slice(y, y + attrs.rowspan);
      while (reached[0]?.[x] !== undefined) x++;
      for (const [dy, places] of reached.entries()) {
        for (let dx = 0; dx < attrs.colspan; dx++) {
          places[x + dx] = dx === 0 && dy === 0 ? (texts[index] ?? '') : '';
        }
      }
    });
  });
  const width = Math.max(1, ...grid.map((row) => row.length));
  const line = (row: string[]) =>
    `| ${Array.from({ length: width }, (_, x) => row[x] ?? '').join(' | ')} |`;
  const isHeaded = node.content[0]?.content.every(({ type }) => type === 'tableHeader') ?? false;
  const [head, ...body] = isHeaded ? grid : [[], ...grid];
  return [line(head ?? []), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

/** Without the marks Markdown cannot write, so that what they divided is joined again. */
function withoutUnwritableMarks(document: Document): Document {
  const stripped = JSON.parse(JSON.stringify(document), (key, value) =>
    key === 'marks'
      ? value.filter(({ type }: Mark) => type !== 'language' && type !== 'smallCaps')
      : value,
  );
  return normaliseDocument(stripped);
}
