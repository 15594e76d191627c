import type { LeftOut } from './left-out.ts';
import { restoreWordLists } from './word-lists.ts';

/**
 * Makes Word's markup say what it means before it is cleaned: comments of reviewers and deleted
 * words go, lists become lists, quote and title styles become elements. Gives back how many comments
 * and tracked changes there were.
 */
export function restoreWordMarkup(
  body: HTMLElement,
): Pick<LeftOut, 'comments' | 'deletions' | 'insertions'> {
  const calls = [...body.querySelectorAll('a[href^="#_msocom"]')];
  const comments = new Set(calls.map((call) => call.getAttribute('href'))).size;
  for (const comment of body.querySelectorAll(
    '[style*="mso-element:comment"], .msocomanchor, .MsoCommentReference, .msocomtxt, a[href^="#_msocom"]',
  )) {
    comment.remove();
  }
  const deleted = [...body.querySelectorAll('del, .msoDel')].filter(isOutermost);
  for (const each of deleted) each.remove();
  const inserted = [...body.querySelectorAll('ins, .msoIns')].filter(isOutermost);
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
  return { comments, deletions: deleted.length, insertions: inserted.length };
}

/** Word puts a span into the element of a change that says the same. */
const isOutermost = (change: Element): boolean =>
  change.parentElement?.closest('del, ins, .msoDel, .msoIns') == null;

function rename(element: Element, tag: string): void {
  const renamed = element.ownerDocument.createElement(tag);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}
