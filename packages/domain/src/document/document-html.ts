import type { PictureView } from '../articles/article-view.ts';
import { element, escapeMarkup } from '../text/markup.ts';
import type { Document, Embed, Figure, Mark, Table, TableCell, TableHeader } from './document.ts';
import { type DocumentVisitor, foldDocument, type NumberedNote } from './document-tree.ts';

export type HtmlOptions = {
  /** Where the reading site is, without a slash at its end: every address becomes a whole one. */
  siteUrl: string;
  /** The article's own address, for what leads to its footnotes. */
  address: string;
  pictures: readonly PictureView[];
  words: { notes: string; backToText: string };
};

/**
 * A document as HTML that stands by itself in a feed reader or a message: whole addresses, no
 * class, style or script, and well-formed as XML. Without pictures of its own it says in words what
 * is missing. Notes lead to the article's page, since two articles may be read in one window.
 */
export function documentToHtml(document: Document, options: HtmlOptions): string {
  return foldDocument(document, visitor(options));
}

function visitor(options: HtmlOptions): DocumentVisitor<string, string, string> {
  const { siteUrl, address, words } = options;
  const pictures = new Map(options.pictures.map((picture) => [picture.mediaId, picture]));
  return {
    text: ({ text }) => escapeMarkup(text),
    mark: (mark, children) => marked(mark, children.join(''), siteUrl),
    hardBreak: () => '<br />',
    footnote: ({ number }) =>
      element('sup', {}, element('a', { href: `${address}#note-${number}` }, String(number))),
    paragraph: (_, children) => element('p', {}, children.join('')),
    heading: (node, children) => element(`h${node.attrs.level}`, {}, children.join('')),
    pullQuote: (_, children) =>
      element('aside', {}, element('blockquote', {}, element('p', {}, children.join('')))),
    figure: (node, caption) => figure(node, caption.join(''), pictures, siteUrl),
    embed: (node, caption) => embed(node, caption.join(''), pictures, siteUrl),
    codeBlock: (_, code) => element('pre', {}, element('code', {}, escapeMarkup(code))),
    divider: () => '<hr />',
    blockQuote: (_, children) => element('blockquote', {}, children.join('')),
    bulletList: (_, items) => element('ul', {}, items.join('')),
    orderedList: (node, items) =>
      element('ol', { start: node.attrs.start === 1 ? null : node.attrs.start }, items.join('')),
    listItem: (_, children) => element('li', {}, children.join('')),
    table: (node, rows) => table(node, rows),
    tableRow: (_, cells) => element('tr', {}, cells.join('')),
    tableHeader: (node, children, heads) =>
      heads === null
        ? element('td', spans(node), '')
        : element('th', { scope: heads, ...spans(node) }, children.join('')),
    tableCell: (node, children) => element('td', spans(node), children.join('')),
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
    case 'language':
      return element('span', { lang: mark.attrs.lang, dir: mark.attrs.dir }, inside);
    case 'link': {
      const href = wholeAddress(mark.attrs.href, siteUrl);
      return href === null ? inside : element('a', { href }, inside);
    }
  }
}

/** Looked at once more here, because a link is where a document could do harm. */
function wholeAddress(href: string, siteUrl: string): string | null {
  if (/^(?:https?:\/\/|mailto:)/i.test(href)) return href;
  return /^\/(?![/\\])/.test(href) ? siteUrl + href : null;
}

function figure(
  node: Figure,
  caption: string,
  pictures: ReadonlyMap<string, PictureView>,
  siteUrl: string,
): string {
  const { alt, credit, mediaId } = node.attrs;
  const picture = pictures.get(mediaId);
  const image =
    picture === undefined
      ? element('p', {}, escapeMarkup(alt))
      : element(
          'img',
          { src: siteUrl + picture.src, alt, width: picture.width, height: picture.height },
          null,
        );
  const under = [
    caption,
    ...(credit === null || credit === '' ? [] : [element('small', {}, escapeMarkup(credit))]),
  ].filter((part) => part !== '');
  return element(
    'figure',
    {},
    image + (under.length === 0 ? '' : element('figcaption', {}, under.join(' '))),
  );
}

/** A still and a link: in a feed too, nobody is told of a reader before that reader asks. */
function embed(
  node: Embed,
  caption: string,
  pictures: ReadonlyMap<string, PictureView>,
  siteUrl: string,
): string {
  const { title, href, alt, mediaId } = node.attrs;
  const still = mediaId === null ? undefined : pictures.get(mediaId);
  const { width, height } = still ?? {};
  const image =
    still === undefined
      ? ''
      : element('img', { src: siteUrl + still.src, alt, width, height }, null);
  const link = element('p', {}, element('a', { href }, escapeMarkup(title)));
  const under = caption === '' ? '' : element('figcaption', {}, caption);
  return element('figure', {}, image + link + under);
}

function table(node: Table, rows: string[]): string {
  const isHeaded = node.content[0]?.content.every(({ type }) => type === 'tableHeader') ?? false;
  const head = isHeaded ? element('thead', {}, rows[0] ?? '') : '';
  const body = rows.slice(isHeaded ? 1 : 0);
  return element(
    'table',
    {},
    head + (body.length === 0 ? '' : element('tbody', {}, body.join(''))),
  );
}

const spans = ({ attrs }: TableHeader | TableCell) => ({
  colspan: attrs.colspan === 1 ? null : attrs.colspan,
  rowspan: attrs.rowspan === 1 ? null : attrs.rowspan,
});

function footnotes(
  notes: NumberedNote<string>[],
  address: string,
  words: HtmlOptions['words'],
): string {
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
