import {
  ancestorsOf,
  attribute,
  elementsOf,
  type HtmlDocument,
  type HtmlElement,
  isElement,
  textOfElement,
} from './html-tree.ts';

/** The footnotes of a page: by the link that refers to one, the element that holds its words. */
export type HtmlNotes = {
  noteOf: (link: HtmlElement) => HtmlElement | null;
  /** Whether an element belongs to a note, and so is no part of the running text. */
  holdsNote: (element: HtmlElement) => boolean;
  /** Whether a link only leads back from a note to the text. */
  isBackLink: (link: HtmlElement) => boolean;
};

const referenceText = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[ivx]{1,5}|note \d{1,3})[\])]?$/i;
const blockTags = new Set(['li', 'p', 'div', 'dd', 'td', 'section', 'aside']);

const fragment = (link: HtmlElement): string | null => {
  const href = attribute(link, 'href');
  if (href === null || !href.includes('#')) return null;
  const [page = '', id = ''] = href.split('#');
  // A saved page may carry its old address before the fragment.
  return id !== '' && (page === '' || !/^(?:https?:)?\/\//.test(page)) ? id : null;
};

function blockAround(element: HtmlElement): HtmlElement | null {
  let at: HtmlElement = element;
  while (!blockTags.has(at.tagName)) {
    const parent = at.parentNode;
    if (parent === null || !('tagName' in parent) || !isElement(parent)) return null;
    at = parent;
  }
  return at;
}

const backText = /^(?:[\^↑↩⏎]\uFE0E?|back|return|[[(]?\d{1,3}[\])]?\.?)$/iu;

const namesOf = (element: HtmlElement) =>
  [attribute(element, 'id'), attribute(element, 'name')].filter((name) => name !== null);

/** The names of a reference, of its content and of its nearest ancestors. */
function placesOf(link: HtmlElement): string[] {
  const around = [...ancestorsOf(link)].slice(0, 2);
  return [link, ...elementsOf(link), ...around].flatMap(namesOf);
}

/**
 * Whether a block leads back to the link that refers to it, as notes do and parts of a text do not.
 * Old pages lead to their top instead: there the note has to begin with the number of its link.
 */
function leadsBack(block: HtmlElement, target: HtmlElement, link: HtmlElement): boolean {
  const inside = [...elementsOf(block)];
  const links = inside.filter((each) => each.tagName === 'a' && fragment(each) !== null);
  const places = placesOf(link);
  if (links.some((each) => each === target || places.includes(fragment(each) ?? ''))) return true;
  const sign = textOfElement(link).replace(/[^\p{L}\p{N}*†‡§¶]/gu, '');
  const begins = textOfElement(block).replace(/^[[(]/, '').startsWith(sign);
  const isOne = !inside.some(({ tagName }) => /^(?:h[1-6]|p|div|section)$/.test(tagName));
  return begins && isOne && links.some((each) => backText.test(textOfElement(each)));
}

/** Finds footnotes: short links to a place after them, which holds words of its own and leads back. */
export function findNotes(document: HtmlDocument): HtmlNotes {
  const elements = [...elementsOf(document)];
  const position = new Map(elements.map((element, index) => [element, index]));
  const targets = new Map<string, HtmlElement>();
  for (const element of elements)
    for (const id of [attribute(element, 'id'), attribute(element, 'name')])
      if (id !== null && id !== '' && !targets.has(id)) targets.set(id, element);

  const notes = new Map<HtmlElement, HtmlElement>();
  for (const link of elements) {
    if (link.tagName !== 'a' || !referenceText.test(textOfElement(link))) continue;
    const target = targets.get(fragment(link) ?? '');
    if (target === undefined) continue;
    const block = blockAround(target);
    const later = (position.get(target) ?? 0) > (position.get(link) ?? 0);
    const holdsLink = block !== null && [...elementsOf(block)].includes(link);
    if (block === null || !later || holdsLink || textOfElement(block).length < 3) continue;
    if (!leadsBack(block, target, link)) continue;
    notes.set(link, block);
  }
  const blocks = new Set(notes.values());
  return {
    noteOf: (link) => notes.get(link) ?? null,
    holdsNote: (element) => blocks.has(element),
    isBackLink: (link) => fragment(link) !== null && backText.test(textOfElement(link)),
  };
}
