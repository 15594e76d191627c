import {
  ancestorsOf,
  attribute,
  elementsOf,
  type HtmlElement,
  textOfElement,
} from '../html-tree.ts';
import type { Points } from './points.ts';

const sign = /^[[(]?(?:\d{1,3}|[*†‡§¶]{1,3}|[ivx]{1,5})[\])]?$/i;
const holdsNote = new Set(['li', 'p', 'div', 'dd', 'td']);

/** The block of a note around an element; null if there is none. */
const blockOf = (element: HtmlElement): HtmlElement | null =>
  [element, ...ancestorsOf(element)].find(({ tagName }) => holdsNote.has(tagName)) ?? null;

const isRaised = (link: HtmlElement) =>
  [...ancestorsOf(link), ...elementsOf(link)].some(({ tagName }) => tagName === 'sup');

/**
 * Gives notes that raised numbers refer to a link back, where they have none: a page is only
 * believed to have notes where both lead to each other, and many posts have the first link alone.
 */
export function giveNotesBackLinks(body: HtmlElement, points: Points): void {
  const elements = [...elementsOf(body)];
  const places = new Map<string, number>();
  for (const [at, element] of elements.entries())
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== null && name !== '' && !places.has(name)) places.set(name, at);
  for (const [at, link] of elements.entries()) {
    const href = attribute(link, 'href') ?? '';
    if (link.tagName !== 'a' || !/^#./.test(href)) continue;
    if (!sign.test(textOfElement(link)) || !isRaised(link)) continue;
    const place = places.get(href.slice(1));
    if (place === undefined) {
      points.add('note_missing', textOfElement(link));
      continue;
    }
    const target = elements[place];
    const note = place <= at || target === undefined ? null : blockOf(target);
    if (note === null || [...ancestorsOf(link)].includes(note)) continue;
    const leads = [...elementsOf(note)].some((each) => attribute(each, 'href')?.startsWith('#'));
    if (leads) continue;
    const id = attribute(link, 'id') ?? `imported-reference-${at}`;
    if (attribute(link, 'id') === null) link.attrs.push({ name: 'id', value: id });
    note.childNodes.push(backLink(link, note, id));
  }
}

/** The link itself again, as the one that leads from the note. */
function backLink(link: HtmlElement, note: HtmlElement, id: string): HtmlElement {
  const back: HtmlElement = {
    ...link,
    attrs: [{ name: 'href', value: `#${id}` }],
    childNodes: [],
    parentNode: note,
  };
  back.childNodes = [{ nodeName: '#text', value: '↩', parentNode: back }];
  return back;
}
