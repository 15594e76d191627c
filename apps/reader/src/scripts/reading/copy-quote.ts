import { attributedQuote } from './attributed-quote.ts';
import { find, plainText, say, shownArticle } from './page.ts';

const SHORTEST = 8;

/** Offers to copy words that a reader has selected, with whose they are and their address. */
export function offerQuote(): void {
  const prose = find('.prose', HTMLElement);
  if (prose === null || !('clipboard' in navigator)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-quote';
  button.textContent = 'Copy quote';
  button.hidden = true;
  document.body.append(button);

  const chosen = (): Range | null => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    return prose.contains(range.commonAncestorContainer) &&
      plainText(range.cloneContents()).length >= SHORTEST
      ? range
      : null;
  };
  const copy = async () => {
    const range = chosen();
    if (range === null) return;
    await navigator.clipboard.writeText(quoteOf(range));
    button.hidden = true;
    say('Quote copied');
  };
  const place = () => {
    const range = chosen();
    button.hidden = range === null;
    if (range === null) return;
    const { left, bottom } = range.getBoundingClientRect();
    button.style.insetInlineStart = 'auto';
    button.style.left = `${Math.max(8, left + scrollX)}px`;
    button.style.top = `${bottom + scrollY + 8}px`;
  };
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(place, 250);
  });
  button.addEventListener('click', () => void copy().catch(() => undefined));
}

function quoteOf(range: Range): string {
  const { title, url } = shownArticle();
  const names = [...document.querySelectorAll('.article-head .byline a')].map(plainText);
  const journal = document.documentElement.dataset.journal;
  const day = find('.article-dates time', HTMLElement)?.textContent;
  const source = [...names, `‘${title}’`, journal, day].filter(Boolean).join(', ');
  const findings = [...document.querySelectorAll('.prose .quoted[id]')]
    .filter((mark) => range.intersectsNode(mark))
    .flatMap(({ id: anchor }) => {
      const number = find(`.finding-ref[href="#about-${anchor}"]`, HTMLElement)?.textContent;
      const link = find(`#about-${anchor} a[href^="/findings/"]`, HTMLAnchorElement);
      return link === null || !number ? [] : [{ anchor, number, url: link.href }];
    });
  return attributedQuote({ words: plainText(range.cloneContents()), source, url, findings });
}
