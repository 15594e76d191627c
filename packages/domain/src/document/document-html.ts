import type { PictureView } from '../articles/article-view.ts';
import { element, escapeMarkup } from '../text/markup.ts';
import { visitAll } from './blocks.ts';
import type { Document } from './document.ts';
import { type DocumentVisitor, foldDocument, type NumberedNote } from './document-tree.ts';
import type { HtmlLabels } from './html-labels.ts';
import type { Mark } from './inline.ts';

export type HtmlOptions = {
  /** The address of the reading site, without a slash at its end: every address becomes absolute. */
  siteUrl: string;
  /** The article's own address, for what leads to its footnotes. */
  address: string;
  pictures: readonly PictureView[];
  words: HtmlLabels;
};

/**
 * A document as self-contained HTML for a feed reader or a message: whole addresses, no class,
 * style or script, and well-formed as XML. Without pictures of its own it says in words what is
 * missing. Notes lead to the article's page, since two articles may be read in one window.
 */
export function documentToHtml(document: Document, options: HtmlOptions): string {
  return foldDocument(document, visitor(options));
}

function visitor(options: HtmlOptions): DocumentVisitor<string, string, string> {
  const { siteUrl, address, words } = options;
  const pictures = new Map(options.pictures.map((picture) => [picture.mediaId, picture]));
  return {
    ...visitAll<string, string>((kind, node, children, path, parent) =>
      kind.html(node, children, { siteUrl, pictures, words, path, parent }),
    ),
    text: ({ text }) => escapeMarkup(text),
    mark: (mark, children) => marked(mark, children.join(''), siteUrl),
    hardBreak: () => '<br />',
    footnote: ({ number }) =>
      element('sup', {}, element('a', { href: `${address}#note-${number}` }, String(number))),
    document: (children, notes) =>
      [...children, ...(notes.length === 0 ? [] : [footnotes(notes, address, words)])].join('\n'),
  };
}

function marked(mark: Mark, inside: string, siteUrl: string): string {
  switch (mark.type) {
    case 'emphasis':
      return element('em', {}, inside);
    case 'strong':
      return element('strong', {}, inside);
    case 'smallCaps':
      return inside;
    case 'code':
      return element('code', {}, inside);
    case 'language':
      return element('span', { lang: mark.attrs.lang, dir: mark.attrs.dir }, inside);
    case 'link': {
      const href = wholeAddress(mark.attrs.href, siteUrl);
      return href === null ? inside : element('a', { href }, inside);
    }
  }
}

/** Checked again here, because a link is where a document could do harm. */
function wholeAddress(href: string, siteUrl: string): string | null {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return href;
  return /^\/(?![/\\])/.test(href) ? siteUrl + href : null;
}

function footnotes(notes: NumberedNote<string>[], address: string, words: HtmlLabels): string {
  const items = notes.map(({ number, children }) => {
    const back = element(
      'a',
      { href: `${address}#note-ref-${number}`, 'aria-label': `${words.backToText} ${number}` },
      '\u21A9\uFE0E',
    );
    return element('li', {}, `${children.join('')} ${back}`);
  });
  return `${element('h2', {}, escapeMarkup(words.notes))}\n${element('ol', {}, items.join(''))}`;
}
