import { type Footnote, type Inline, Mark } from '@viewpoints/domain/document/inline';
import { readDirection } from '@viewpoints/domain/text/direction';
import { cleanText, collapseSpaces } from '@viewpoints/domain/text/normalise';
import { withoutRedirect } from '@viewpoints/domain/text/redirect';
import type { HtmlNotes } from './html-notes.ts';
import { attribute, type HtmlElement, type HtmlNode, isElement } from './html-tree.ts';

export type InlineContext = {
  notes: HtmlNotes;
  hidden: (element: HtmlElement) => boolean;
  /** The words of a hidden element that would be text if it were shown. */
  hiddenText: (element: HtmlElement) => string;
  /** The address that relative links are read against; null if the page gives none. */
  base: string | null;
};

const emphasised = new Set(['em', 'i', 'cite', 'dfn', 'var']);
const strong = new Set(['strong', 'b']);
const code = new Set(['code', 'kbd', 'samp', 'tt']);

/** A mark the document schema accepts, or none. */
const checked = (mark: unknown): Mark[] => {
  const parsed = Mark.safeParse(mark);
  return parsed.success ? [parsed.data] : [];
};

function linkMark(element: HtmlElement, base: string | null): Mark[] {
  const href = attribute(element, 'href')?.trim() ?? '';
  if (href === '' || href.startsWith('#')) return [];
  if (/^mailto:/i.test(href)) return checked({ type: 'link', attrs: { href } });
  const url = URL.parse(withoutRedirect(href), base ?? undefined);
  return url === null ? [] : checked({ type: 'link', attrs: { href: url.href } });
}

function languageMark(element: HtmlElement): Mark[] {
  const lang = attribute(element, 'lang') ?? attribute(element, 'xml:lang');
  if (lang === null || lang === '') return [];
  const dir = attribute(element, 'dir');
  try {
    const tag = Intl.getCanonicalLocales(lang)[0];
    return checked({
      type: 'language',
      attrs: { lang: tag, dir: readDirection(dir) },
    });
  } catch {
    return [];
  }
}

function marksOf(element: HtmlElement, base: string | null): Mark[] {
  const tag = element.tagName;
  const style = attribute(element, 'style') ?? '';
  return [
    ...(emphasised.has(tag) || /font-style\s*:\s*italic/i.test(style)
      ? checked({ type: 'emphasis' })
      : []),
    ...(strong.has(tag) || /font-weight\s*:\s*(?:bold|[7-9]00)/i.test(style)
      ? checked({ type: 'strong' })
      : []),
    ...(/font-variant\s*:\s*small-caps/i.test(style) ? checked({ type: 'smallCaps' }) : []),
    ...(code.has(tag) ? checked({ type: 'code' }) : []),
    ...(tag === 'a' ? linkMark(element, base) : []),
    ...languageMark(element),
  ];
}

const merge = (marks: Mark[], more: Mark[]) => [
  ...marks.filter((mark) => !more.some((other) => other.type === mark.type)),
  ...more,
];

/** Turns a run of inline nodes into the document's; notes are put where they are referred to. */
export function inlineContent(
  nodes: readonly HtmlNode[],
  context: InlineContext,
  marks: Mark[] = [],
  insideNote = false,
): Inline[] {
  return nodes.flatMap((node): Inline[] => {
    if (node.nodeName === '#text' && 'value' in node) {
      const text = collapseSpaces(cleanText(node.value));
      if (text === '') return [];
      return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
    }
    if (!isElement(node) || context.hidden(node)) return [];
    if (node.tagName === 'br') return [{ type: 'hardBreak' }];
    if (node.tagName === 'a') {
      const note = insideNote ? null : context.notes.noteOf(node);
      if (note !== null) return footnote(note, context);
      if (insideNote && context.notes.isBackLink(node)) return [];
    }
    const inner = inlineContent(
      node.childNodes,
      context,
      merge(marks, marksOf(node, context.base)),
      insideNote,
    );
    if (node.tagName !== 'q') return inner;
    return [{ type: 'text', text: '“' }, ...inner, { type: 'text', text: '”' }];
  });
}

function footnote(note: HtmlElement, context: InlineContext): Inline[] {
  const inner = inlineContent(note.childNodes, context, [], true).filter(
    (node): node is Footnote['content'][number] => node.type !== 'footnote',
  );
  const first = inner.findIndex((node) => node.type === 'text' && node.text.trim() !== '');
  const content = first < 0 ? [] : inner.slice(first);
  const [head] = content;
  // The number before a note is the page's, not part of the note.
  if (head?.type === 'text') {
    const words = head.text.replace(/^\s*(?:[[(]?\d{1,3}[\]).]\s*|\d{1,3}\s+)?/, '');
    if (words === '') content.shift();
    else content[0] = { ...head, text: words };
  }
  return content.length > 0 ? [{ type: 'footnote', content }] : [];
}
