import { type Extent, markedFurniture } from './html-furniture.ts';
import { ancestorsOf, attribute, elementsOf, type HtmlElement, isElement } from './html-tree.ts';

/** Places of elements: what the page says of its date and authors counts by its place. */
export type Places = {
  /** Whether an element is marked as something other than the article. */
  besides: (element: HtmlElement) => boolean;
  /** Neither in the article nor between it and the headline. */
  outside: (element: HtmlElement) => boolean;
  /** Between the headline and the text, where pages print who wrote and when. */
  underHeadline: (element: HtmlElement) => boolean;
};

/** The elements that hold something of the article: those in it, or else the first one elsewhere. */
export function ofArticle(elements: HtmlElement[], { besides, outside }: Places): HtmlElement[] {
  const all = elements.filter((element) => !besides(element));
  const inside = all.filter((element) => !outside(element));
  return inside.length > 0 ? inside : all.slice(0, 1);
}

const saysArticle = (element: HtmlElement) =>
  element.tagName === 'article' || /\barticleBody\b/.test(attribute(element, 'itemprop') ?? '');
const saysMain = (element: HtmlElement) =>
  element.tagName === 'main' || attribute(element, 'role') === 'main';

/** How far a headline reaches: prose that begins this many characters below it counts by half. */
const REACH = 400;

/** How many times more prose over a headline has to be than prose under it to be the article. */
const OVER = 10;

/**
 * The element that is the article: the one the page says it is, or else the one in which most of
 * the prose is close together under the headline. Null if the page has no prose.
 */
export function findArticle(extent: Extent): HtmlElement | null {
  const { body, prose } = extent;
  const elements = [...elementsOf(body)];
  const large = (element: HtmlElement) => prose(element) >= prose(body) * 0.25;
  for (const says of [saysArticle, saysMain]) {
    const [only, ...others] = outermost(elements.filter((each) => says(each) && large(each)));
    if (only === undefined || others.length > 0 || prose(only) === 0) continue;
    // A main part often contains more than the article.
    const inside = says === saysMain ? densest(extent, only) : null;
    return inside !== null && prose(inside) > prose(only) * 0.7 ? inside : only;
  }
  return densest(extent, body);
}

const outermost = (elements: HtmlElement[]) =>
  elements.filter((element) => ![...ancestorsOf(element)].some((each) => elements.includes(each)));

/** The element within `root` with the densest prose. */
function densest(extent: Extent, root: HtmlElement) {
  const scores = new Map<HtmlElement, number>();
  const distance = distances(extent, root);
  for (const element of besidesFurniture(root, extent)) {
    const own = ownProse(element, extent);
    if (own === 0) continue;
    const below = distance.get(element) ?? 0;
    const weight = below < 0 ? own / OVER : own / (1 + below / REACH);
    // A paragraph counts for its parent, and less for the elements above that.
    const [parent, grandparent, third] = holders(element, root);
    for (const [holder, share] of [
      [parent, 1],
      [grandparent, 0.5],
      [third, 0.25],
    ] as const)
      if (holder !== undefined) scores.set(holder, (scores.get(holder) ?? 0) + weight * share);
  }
  const [best] = [...scores].toSorted(([, a], [, b]) => b - a)[0] ?? [];
  return best === undefined ? null : widened(best, extent, root);
}

/** The elements below one, without those that are marked as anything but the article. */
function* besidesFurniture(parent: HtmlElement, extent: Extent): Generator<HtmlElement> {
  for (const node of parent.childNodes) {
    if (!isElement(node) || extent.prose(node) === 0) continue;
    if (markedFurniture(node, extent, true) !== null) continue;
    yield node;
    yield* besidesFurniture(node, extent);
  }
}

/** Prose directly in an element, not in the blocks below it. */
const ownProse = (element: HtmlElement, { prose }: Extent) =>
  prose(element) - element.childNodes.filter(isElement).reduce((sum, each) => sum + prose(each), 0);

/** The ancestors that a paragraph counts for; a text with line breaks counts for its own element. */
function holders(element: HtmlElement, root: HtmlElement): HtmlElement[] {
  const around = [...ancestorsOf(element)];
  const inside = around.slice(0, around.indexOf(root) + 1);
  return element.tagName === 'p' ? inside : [element, ...inside];
}

/** How much text other than prose is between the headline and each element; -1 if above it. */
function distances({ prose, headline }: Extent, root: HtmlElement) {
  const places = new Map<HtmlElement, number>();
  if (headline === null) return places;
  let at = 0;
  let from: number | null = null;
  const order: [HtmlElement, number][] = [];
  const walk = (element: HtmlElement) => {
    if (element === headline) from = at;
    order.push([element, at]);
    for (const node of element.childNodes) {
      if (isElement(node)) walk(node);
      else if ('value' in node && prose(element) === 0) at += node.value.trim().length;
    }
  };
  walk(root);
  if (from === null) return places;
  const start = order.findIndex(([element]) => element === headline);
  for (const [index, [element, place]] of order.entries())
    places.set(element, index < start ? -1 : place - from);
  return places;
}

/** Includes the siblings of an element if the text plainly continues there. */
function widened(element: HtmlElement, extent: Extent, root: HtmlElement): HtmlElement {
  const { prose } = extent;
  let best = element;
  let branch = element;
  for (const around of ancestorsOf(element)) {
    if (saysArticle(branch) || branch === root) break;
    const others = around.childNodes.filter(isElement).filter((each) => each !== branch);
    const added = others.reduce((sum, each) => sum + prose(each), 0);
    const alike = others
      .filter((each) => isAlike(each, branch) && markedFurniture(each, extent, true) === null)
      .reduce((sum, each) => sum + prose(each), 0);
    if (added > 0 && alike >= added * 0.7) best = around;
    branch = around;
  }
  return best;
}

const classOf = (element: HtmlElement) =>
  (attribute(element, 'class') ?? '').replace(/[\d\s]+|\b(?:first|last|odd|even)\b/g, '');

/** Whether two elements are marked alike, as the parts of one text are. */
const isAlike = (one: HtmlElement, other: HtmlElement) =>
  one.tagName === other.tagName &&
  classOf(one) === classOf(other) &&
  (classOf(one) !== '' || /^(?:section|p|blockquote|ul|ol|h[1-6])$/.test(one.tagName));
