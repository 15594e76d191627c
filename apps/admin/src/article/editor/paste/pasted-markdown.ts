/**
 * Signs of Markdown that plain text rarely has by chance: headings, quotes, code fences, tables,
 * links, notes, strong words, code in a line, and lists of several lines.
 */
const signs: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^> \S/m,
  /^(```|~~~)/m,
  /^\|.+\|[ \t]*\n\|[ :|-]+\|/m,
  /(^|[^!])\[[^\]\n]+\]\([^)\s]+\)/m,
  /^\[\^[^\]\s]+\]: /m,
  /(^|[\s(])(\*\*|__)\S(.*?\S)?\2(?=[\s).,;:!?]|$)/m,
  /(^|[\s(])`[^`\n]+`(?=[\s).,;:!?]|$)/m,
  /^([-*+] \S.*\n){2}/m,
  /^(\d+[.)] \S.*\n){2}/m,
];

/** The text of a clipboard, where it holds nothing but text and that is written in Markdown. */
export function pastedMarkdown(data: DataTransfer | null): string | null {
  if (data === null || data.types.includes('text/html')) return null;
  const text = data.getData('text/plain').replaceAll('\r\n', '\n');
  return signs.some((sign) => sign.test(`${text}\n`)) ? text : null;
}

/** Markdown as HTML, with its tables and notes. HTML in it stays text. */
export async function markdownToHtml(text: string): Promise<string> {
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([
    import('micromark'),
    import('micromark-extension-gfm'),
  ]);
  return micromark(text, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });
}
