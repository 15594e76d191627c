import { restoreWordLists } from './word-lists.ts';

/**
 * Makes Word's markup say what it means before it is cleaned: comments of reviewers and deleted
 * words go, lists become lists, quote and title styles become elements.
 */
export function restoreWordMarkup(body: HTMLElement): void {
  for (const comment of body.querySelectorAll(
    '[style*="mso-element:comment"], .msocomanchor, .MsoCommentReference, .msocomtxt, a[href^="#_msocom"]',
  )) {
    comment.remove();
  }
  restoreWordLists(body);
  for (const paragraph of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle'))
    rename(paragraph, 'h2');
  for (const paragraph of body.querySelectorAll('p.MsoQuote, p.MsoIntenseQuote')) {
    const quote = body.ownerDocument.createElement('blockquote');
    const before = paragraph.previousElementSibling;
    if (before?.localName === 'blockquote') before.append(paragraph);
    else {
      paragraph.replaceWith(quote);
      quote.append(paragraph);
    }
  }
}

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
