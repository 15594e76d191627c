import { visitAll } from './blocks.ts';
import type { Document } from './document.ts';
import { type DocumentVisitor, foldDocument, type NumberedNote } from './document-tree.ts';
import type { Mark } from './inline.ts';
import { markdownLines, prefixLines } from './markdown-blocks.ts';
import { codeToken, delimited, linkTokens, type MarkdownToken } from './markdown-inline.ts';
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

function visitor(
  pictureAddress: (mediaId: string) => string,
): DocumentVisitor<Tokens, string, string> {
  return {
    ...visitAll<Tokens, string>((kind, node, children, path) =>
      kind.markdown(node, children, { pictureAddress, path }),
    ),
    text: ({ text }) => [{ kind: 'text', text }],
    mark: (mark, children) => markTokens(mark, children.flat()),
    hardBreak: () => [{ kind: 'break' }],
    footnote: ({ number }) => [{ kind: 'raw', text: `[^${number}]` }],
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
      return linkTokens(mark.attrs.href, inside);
    case 'code':
      return inside.map(codeToken);
    default:
      return inside;
  }
}

function note({ number, children }: NumberedNote<Tokens>): string {
  return prefixLines(markdownLines(children), `[^${number}]: `, '    ');
}

/**
 * Without the marks Markdown cannot write, so that what they divided is joined again. Code is written as
 * it is typed, without escapes: a backslash before a bar looks like an escape in a table.
 */
function withoutUnwritableMarks(document: Document): Document {
  const stripped = JSON.parse(JSON.stringify(document), (_, value) => {
    if (!Array.isArray(value?.marks)) return value;
    const hasEscape = String(value.text).includes('\\|');
    const unwritable = ({ type }: Mark) =>
      type === 'language' || type === 'smallCaps' || (type === 'code' && hasEscape);
    return { ...value, marks: value.marks.filter((mark: Mark) => !unwritable(mark)) };
  });
  return normaliseDocument(stripped);
}
