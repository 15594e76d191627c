/**
 * Footnotes and endnotes, however they were written, are two places that point at one another: a
 * call in the text (`href="#x"`) and a note (`id` or `name` "x") that points back. Word, Google
 * Docs' export, pandoc, Wikipedia and most publishing systems do it so. Each note's words move
 * into a `span[data-footnote]` where it is called; the list of notes goes.
 */
export function moveNotesInPlace(body: HTMLElement): void {
  tieNamedNotes(body);
  const used = new Set<Element>();
  for (const call of [...body.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]) {
    const target = targetOf(call, body);
    if (target === null) continue;
    const note = noteAround(target, body);
    if (note === null || note.contains(call) || !pointsBack(note, target, call)) continue;
    const place = body.ownerDocument.createElement('span');
    place.setAttribute('data-footnote', '');
    place.append(...wordsOf(note, call));
    (wholeCall(call) ?? call).replaceWith(place);
    used.add(note);
  }
  for (const note of used) removeWithEmptyParents(note, body);
  for (const rule of body.querySelectorAll('hr'))
    if (onlyNotesAfter(rule, body, used.size > 0)) rule.remove();
}

/** Some copies of Word's notes have lost their links but not the names: `_ftnref1` calls `_ftn1`. */
function tieNamedNotes(body: HTMLElement): void {
  for (const anchor of body.querySelectorAll<HTMLElement>('a[name]:not([href])')) {
    const name = anchor.getAttribute('name') ?? '';
    const parts = /^_(ftn|edn)(ref)?(\d+)$/.exec(name);
    if (parts === null) continue;
    const other = `_${parts[1]}${parts[2] === undefined ? 'ref' : ''}${parts[3]}`;
    if (body.querySelector(`a[name="${other}"], [id="${other}"]`))
      anchor.setAttribute('href', `#${other}`);
  }
}

function targetOf(call: HTMLAnchorElement, body: HTMLElement): HTMLElement | null {
  const id = decode((call.getAttribute('href') ?? '').slice(1));
  if (id === '') return null;
  const quoted = escapeQuotes(id);
  return body.querySelector<HTMLElement>(`[id="${quoted}"], a[name="${quoted}"]`);
}

/** The smallest element that holds the whole note: Word's and Docs' `div`, a list item, a paragraph. */
function noteAround(target: HTMLElement, body: HTMLElement): HTMLElement | null {
  const word = target.closest<HTMLElement>(
    '[style*="mso-element:footnote"], [style*="mso-element:endnote"]',
  );
  if (word && !/-list/.test(word.getAttribute('style') ?? '')) return word;
  const own = target.closest<HTMLElement>(
    'li, aside, [role="doc-footnote"], [role="doc-endnote"], dd, p',
  );
  const div = own?.parentElement;
  const divIsOneNote =
    div?.localName === 'div' && div !== body && div.querySelectorAll('a[href^="#"]').length === 1;
  return divIsOneNote ? div : own;
}

function pointsBack(note: HTMLElement, target: Element, call: HTMLElement): boolean {
  return backLinks(note).some((link) => {
    const id = decode((link.getAttribute('href') ?? '').slice(1));
    const names = [call.id, call.getAttribute('name'), ...ancestorIds(call), ...innerIds(call)];
    return names.includes(id) || (link === target && id !== '');
  });
}

const ancestorIds = (element: HTMLElement) =>
  [element.parentElement?.id, element.parentElement?.parentElement?.id].filter(Boolean);
const innerIds = (element: HTMLElement) =>
  [...element.querySelectorAll('[id]')].map((inner) => inner.id);

function backLinks(note: HTMLElement): HTMLAnchorElement[] {
  return [...note.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
}

function wordsOf(note: HTMLElement, call: HTMLElement): Node[] {
  const copy = note.cloneNode(true) as HTMLElement;
  for (const link of backLinks(copy)) (wholeCall(link) ?? link).remove();
  for (const label of copy.querySelectorAll('.mw-cite-backlink')) label.remove();
  const number = (call.textContent ?? '').replace(/[^\p{L}\p{N}*†‡]/gu, '');
  trimStart(copy, number);
  return [...copy.childNodes];
}

/** The superscript or brackets around a call, where there is nothing else in them. */
function wholeCall(link: HTMLElement): HTMLElement | null {
  let whole: HTMLElement | null = null;
  for (let parent = link.parentElement; parent; parent = parent.parentElement) {
    const same = (parent.textContent ?? '').trim() === (link.textContent ?? '').trim();
    if (!same || !/^(sup|span|small)$/.test(parent.localName)) break;
    whole = parent;
  }
  return whole;
}

/** A number left at the head of a note ("1. ", "[1] ") once its link is gone. */
function trimStart(copy: HTMLElement, number: string): void {
  const walker = copy.ownerDocument.createTreeWalker(copy, 4);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? '';
    if (!text.trim()) continue;
    const head = /^[\s\u00a0]*[[(]?([\p{L}\p{N}*†‡]+)[\])]?\.?[\s\u00a0]+/u.exec(text);
    node.textContent =
      head !== null && head[1] === number
        ? text.slice(head[0].length)
        : text.replace(/^[\s\u00a0]+/, '');
    return;
  }
}

function removeWithEmptyParents(note: Element, body: HTMLElement): void {
  let parent = note.parentElement;
  note.remove();
  while (parent && parent !== body && !parent.textContent?.trim()) {
    const above: HTMLElement | null = parent.parentElement;
    const heading = parent.previousElementSibling;
    if (heading && /^h[1-6]$/.test(heading.localName) && !parent.nextElementSibling)
      heading.remove();
    parent.remove();
    parent = above;
  }
}

function onlyNotesAfter(rule: Element, body: HTMLElement, hadNotes: boolean): boolean {
  if (!hadNotes) return false;
  const range = body.ownerDocument.createRange();
  range.setStartAfter(rule);
  range.setEndAfter(body.lastChild ?? rule);
  return range.toString().trim() === '';
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

const escapeQuotes = (id: string) => id.replace(/["\\]/g, '\\$&');
