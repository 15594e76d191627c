import type { Footnote, Inline, Mark, TextNode } from '@viewpoints/domain/document/inline';
import { readDirection } from '@viewpoints/domain/text/direction';

/**
 * Inline forms, tried in this order in any text. A footnote is `^[words]`, a language mark `{fa
 * rtl|words}`, small caps `^^words^^`; the rest is Markdown's.
 */
const forms = [
  { open: '^[', close: ']', kind: 'footnote' },
  { open: '^^', close: '^^', kind: 'smallCaps' },
  { open: '**', close: '**', kind: 'strong' },
  { open: '*', close: '*', kind: 'emphasis' },
  { open: '{', close: '}', kind: 'language' },
  { open: '[', close: ')', kind: 'link' },
] as const;

/** Index just past the bracket that closes the one opened at `from`. */
function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === open) depth += 1;
    else if (text[at] === close) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  throw new Error(`unclosed ${open} in: ${text.slice(from, from + 60)}`);
}

function endOf(text: string, from: number, form: (typeof forms)[number]): number {
  if (form.kind === 'footnote') return closing(text, from + 1, '[', ']');
  if (form.kind === 'language') return closing(text, from, '{', '}');
  if (form.kind === 'link') return closing(text, closing(text, from, '[', ']'), '(', ')');
  const end = text.indexOf(form.close, from + form.open.length);
  if (end < 0) throw new Error(`unclosed ${form.open} in: ${text.slice(from, from + 60)}`);
  return end + form.close.length;
}

function linkMark(form: string): { mark: Mark; words: string } {
  const middle = closing(form, 0, '[', ']');
  return {
    mark: { type: 'link', attrs: { href: form.slice(middle + 1, -1) } },
    words: form.slice(1, middle - 1),
  };
}

function languageMark(form: string): { mark: Mark; words: string } {
  const [, lang = '', dir, words = ''] = /^\{(\S+)(?: (ltr|rtl))?\|(.*)\}$/s.exec(form) ?? [];
  if (lang === '') throw new Error(`not a language mark: ${form}`);
  return { mark: { type: 'language', attrs: { lang, dir: readDirection(dir) } }, words };
}

function markOf(form: string, kind: (typeof forms)[number]['kind']): { mark: Mark; words: string } {
  if (kind === 'link') return linkMark(form);
  if (kind === 'language') return languageMark(form);
  const width = kind === 'emphasis' ? 1 : 2;
  const type = kind as 'emphasis' | 'strong' | 'smallCaps';
  return { mark: { type }, words: form.slice(width, -width) };
}

const textNode = (text: string, marks: Mark[]): TextNode =>
  marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text };

/** Turns one line of markup into inline nodes. Throws on a form that is not closed. */
export function inlineMarkup(text: string, marks: Mark[] = []): Inline[] {
  const nodes: Inline[] = [];
  let plain = '';
  let at = 0;
  const flush = () => {
    if (plain !== '') nodes.push(textNode(plain, marks));
    plain = '';
  };
  while (at < text.length) {
    const form = forms.find((candidate) => text.startsWith(candidate.open, at));
    if (!form) {
      plain += text[at];
      at += 1;
      continue;
    }
    flush();
    const end = endOf(text, at, form);
    const words = text.slice(at, end);
    if (form.kind === 'footnote') {
      const content = inlineMarkup(words.slice(2, -1)) as Footnote['content'];
      nodes.push({ type: 'footnote', content });
    } else {
      const { mark, words: inner } = markOf(words, form.kind);
      nodes.push(...inlineMarkup(inner, [...marks, mark]));
    }
    at = end;
  }
  flush();
  return nodes;
}
