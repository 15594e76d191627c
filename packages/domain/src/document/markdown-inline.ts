/**
 * Inline Markdown is put together from tokens, since whether a delimiter opens or closes depends
 * on the characters on both its sides (CommonMark 0.31, section 6.2).
 */
export type MarkdownToken =
  | { kind: 'text'; text: string }
  /** Markdown written as it is: a link's brackets, a note's reference. */
  | { kind: 'raw'; text: string }
  /** Words between backticks, in which nothing is escaped. */
  | { kind: 'code'; text: string }
  | { kind: 'open' | 'close'; delimiter: '**' | '_' }
  | { kind: 'break' };

/** A link round what is inside. */
export const linkTokens = (href: string, inside: readonly MarkdownToken[]): MarkdownToken[] => [
  { kind: 'raw', text: '[' },
  ...inside,
  { kind: 'raw', text: `](${linkDestination(href)})` },
];

/** Words as code; white space alone stays text, which Markdown has no code for. */
export const codeToken = (token: MarkdownToken): MarkdownToken =>
  token.kind === 'text' && token.text.trim() !== '' ? { kind: 'code', text: token.text } : token;

/** Wraps what a delimiter covers; white space at its edges goes outside, where it must be. */
export function delimited(
  delimiter: '**' | '_',
  inside: readonly MarkdownToken[],
): MarkdownToken[] {
  const first = inside.findIndex((token) => !isBlank(token));
  if (first < 0) return [...inside];
  const last = inside.findLastIndex((token) => !isBlank(token));
  const [before, middle, after] = [
    inside.slice(0, first),
    inside.slice(first, last + 1),
    inside.slice(last + 1),
  ];
  const start = middle[0];
  if (start?.kind === 'text' && start.text.startsWith(' ')) {
    before.push({ kind: 'text', text: ' ' });
    middle[0] = { kind: 'text', text: start.text.trimStart() };
  }
  const end = middle.at(-1);
  if (end?.kind === 'text' && end.text.endsWith(' ')) {
    after.unshift({ kind: 'text', text: ' ' });
    middle[middle.length - 1] = { kind: 'text', text: end.text.trimEnd() };
  }
  return [
    ...before,
    { kind: 'open', delimiter },
    ...middle,
    { kind: 'close', delimiter },
    ...after,
  ];
}

const isBlank = (token: MarkdownToken): boolean =>
  token.kind === 'break' || (token.kind === 'text' && token.text.trim() === '');

/**
 * The tokens as Markdown. `lineBreak` is what a hard break becomes: a heading and a table cell
 * cannot hold a second line.
 */
export function writeInline(tokens: readonly MarkdownToken[], lineBreak: '\\\n' | ' '): string {
  let line = '';
  tokens.forEach((token, index) => {
    const atLineStart = line === '' || line.endsWith('\n');
    switch (token.kind) {
      case 'text': {
        const afterDelimiter = tokens[index - 1]?.kind === 'close';
        const afterRaw = tokens[index - 1]?.kind === 'raw';
        const beforeDelimiter = tokens[index + 1]?.kind === 'open';
        line += escapeText(token.text, {
          atLineStart,
          afterDelimiter,
          beforeDelimiter,
          afterRaw,
        });
        break;
      }
      case 'break':
        line += lineBreak;
        break;
      case 'raw':
        line += token.text;
        break;
      case 'code':
        line += codeSpan(token.text);
        break;
      default:
        line += token.delimiter;
    }
  });
  return line;
}

/** A code span (CommonMark 0.31, section 6.1): delimited by more backticks than any run inside it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A reader takes one space off each end where there is one at both.
  const isPadded = /^`|`$/.test(text) || /^ .* $/.test(text);
  return isPadded ? `${fence} ${text} ${fence}` : fence + text + fence;
}

type Surroundings = Record<
  'atLineStart' | 'afterDelimiter' | 'beforeDelimiter' | 'afterRaw',
  boolean
>;

function escapeText(text: string, where: Surroundings): string {
  let escaped = escapePunctuation(text);
  if (where.atLineStart) escaped = escapeLineStart(escaped);
  // After a bracket these would make a link of a note's reference, or a note of a line.
  if (where.afterRaw) escaped = escaped.replace(/^[(:]/, '\\$&');
  // A letter against a delimiter can prevent it from opening or closing; a reference to the same
  // letter counts as punctuation there and reads the same.
  if (where.afterDelimiter) escaped = escaped.replace(LETTER_AT_START, reference);
  if (where.beforeDelimiter) escaped = escaped.replace(LETTER_AT_END, reference);
  return escaped;
}

/** A letter to some renderer of Markdown; older ones know no symbols but ASCII's. */
const LETTER = '(?:[^\\s\\p{P}$+<=>^`|~]|[\\u{10000}-\\u{10FFFF}])';
const LETTER_AT_START = new RegExp(`^${LETTER}`, 'u');
const LETTER_AT_END = new RegExp(`${LETTER}$`, 'u');

const reference = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16)};`;

/** Escapes whatever Markdown, its tables and notes or HTML would read as more than text. */
export function escapePunctuation(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]<>|~@]/g, '\\$&')
      // GitHub makes links of bare addresses, and then takes the escapes in them for their letters.
      .replace(/(https?|ftp):(?=\/\/)/gi, '$1\\:')
      .replace(/www\./gi, (start) => `${start.slice(0, -1)}\\.`)
      .replace(/&(?=#|[a-z0-9]+;)/gi, '\\&')
      .replace(/!$/, '\\!')
  );
}

function escapeLineStart(text: string): string {
  return text.replace(/^(?:[#+\-=:]|\d{1,9}(?=[.)]))/, (start) =>
    /^\d/.test(start) ? `${start}\\` : `\\${start}`,
  );
}

/** An address between `<` and `>`, with whatever could end it there percent-encoded. */
export function linkDestination(address: string): string {
  const safe = address
    .replace(/[\s<>\\`\p{Cc}]/gu, (character) => encodeURIComponent(character))
    .replace(/&(?=#|[a-z0-9]+;)/gi, '&amp;');
  return `<${safe}>`;
}
