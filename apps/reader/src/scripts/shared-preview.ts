/**
 * A preview opened by a link: the words selected in the article become the words that the comment
 * is on. Without this script, the form offers the paragraphs.
 */
const maxSelection = 300;
const around = 32;

const form = document.querySelector<HTMLFormElement>('#comment form');
const article = document.querySelector('article');
const shown = form?.querySelector<HTMLElement>('[data-selected]');
const choice = form?.querySelector<HTMLElement>('[data-choice]');

/** Leads from what is selected to the form. */
const go = document.querySelector<HTMLElement>('.link-go');
go?.addEventListener('click', () => {
  go.hidden = true;
});

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function selectedIn(within: Element): { exact: string; prefix: string; suffix: string } | null {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return null;
  const side = (which: 'before' | 'after') => {
    const beside = document.createRange();
    beside.selectNodeContents(within);
    if (which === 'before') beside.setEnd(range.startContainer, range.startOffset);
    else beside.setStart(range.endContainer, range.endOffset);
    const text = oneLine(beside.toString());
    return which === 'before' ? text.slice(-around) : text.slice(0, around);
  };
  const exact = oneLine(range.toString()).trim().slice(0, maxSelection);
  return exact === '' ? null : { exact, prefix: side('before'), suffix: side('after') };
}

function show(): void {
  if (!form || !article || !shown || !choice) return;
  const words = selectedIn(article);
  // A press in the form takes the selection away, and what was selected stays.
  if (words === null) return;
  for (const [name, value] of Object.entries(words)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  const quote = shown.querySelector('blockquote');
  if (quote) quote.textContent = words.exact;
  shown.hidden = false;
  choice.hidden = true;
  if (go) go.hidden = false;
}

/** Goes back to the list of paragraphs. */
function forget(): void {
  if (!form || !shown || !choice) return;
  for (const name of ['exact', 'prefix', 'suffix']) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = '';
  }
  document.getSelection()?.removeAllRanges();
  shown.hidden = true;
  if (go) go.hidden = true;
  choice.hidden = false;
  choice.querySelector('select')?.focus();
}

document.addEventListener('selectionchange', show);
shown?.querySelector('[data-other]')?.addEventListener('click', forget);

export {};
