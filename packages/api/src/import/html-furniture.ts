import { classesOf, wordsOfName } from './html-names.ts';
import type { Measured } from './html-prose.ts';
import { setApartAs } from './html-set-apart.ts';
import {
  ancestorsOf,
  attribute,
  elementsOf,
  type HtmlElement,
  textOfElement,
} from './html-tree.ts';

const byRole: Record<string, string> = {
  navigation: 'navigation',
  banner: 'masthead',
  contentinfo: 'footer',
  complementary: 'material beside the article',
  search: 'search form',
};

const byTag: Record<string, string> = {
  nav: 'navigation',
  footer: 'footer',
  aside: 'material beside the article',
  form: 'form',
};

/** Words in class and id names, from what pages commonly call such parts. */
const byName: [RegExp, string][] = [
  [/^(?:cookies?|consent|gdpr|ccpa)$/, 'cookie notice'],
  [
    /^(?:nav|navbar|navigation|menu|mainmenu|topmenu|leftmenu|breadcrumbs?|crumbs?|pagination|pager|skip|topnav|leftnav|sidenav)$/,
    'navigation',
  ],
  [/^(?:share|sharing|social|addthis|sharethis|followus)$/, 'social links'],
  [/^(?:masthead|banner|siteheader|logo)$/, 'masthead'],
  [/^(?:footer|colophon|copyright)$/, 'footer'],
  [/^(?:sidebar|related|recommended|promo|widget|rail)$/, 'material beside the article'],
  [/^(?:comments?|respond|disqus)$/, 'readers’ comments'],
  [/^(?:advert|advertisement|ads?|sponsor|sponsored)$/, 'advertisement'],
  [/^(?:newsletter|subscribe|signup)$/, 'invitation to subscribe'],
];

/** A page's body with the extent of its text and prose, and its headline if that is known. */
export type Extent = Measured & { body: HtmlElement; headline: HtmlElement | null };

const holdsArticle = new Set(['html', 'body', 'main', 'article']);

/** Words about layout, which may occur in any id. */
const layout = new Set(
  'main top bottom left right upper lower inner outer primary secondary global local site page post article entry header head footer bar box block list item links link icons buttons button wrap wrapper container content area section panel module widget region row col column group form holder inner bg js id the'.split(
    ' ',
  ),
);

const isHeading = ({ tagName }: HtmlElement) => /^h[1-6]$/.test(tagName);

function firstHeading(element: HtmlElement): HtmlElement | undefined {
  for (const each of elementsOf(element)) if (isHeading(each)) return each;
  return undefined;
}

/**
 * The words of an id, where they say what a part is. Writing systems make the ids of sections from
 * their headings ("navigation-in-the-strait"): such words are the article's.
 */
function idOf(element: HtmlElement): string[] {
  const id = attribute(element, 'id');
  if (id === null || isHeading(element)) return [];
  const words = wordsOfName(id);
  const known = words.every(
    (word) => layout.has(word) || byName.some(([pattern]) => pattern.test(word)),
  );
  if (!known) return [];
  const heading = firstHeading(element);
  const said = heading === undefined ? [] : wordsOfName(textOfElement(heading));
  return words.every((word) => said.includes(word)) ? [] : words;
}

const namesOf = (element: HtmlElement) => [...classesOf(element), ...idOf(element)];

/** Whether an element is mostly links of a few words each, as menus are. */
function isLinkList(element: HtmlElement, { text }: Extent): boolean {
  if (text(element) === 0 || text(element) > 2000) return false;
  const links = [...elementsOf(element)].filter((each) => each.tagName === 'a').map(textOfElement);
  const linked = links.reduce((sum, link) => sum + link.length, 0);
  const short = links.every((link) => link.split(' ').length <= 6);
  return links.length >= 3 && short && linked / textOfElement(element).length > 0.75;
}

const linkListTags = new Set(['ul', 'ol', 'div', 'td', 'p', 'table', 'center', 'tr', 'section']);

type MarkCache = Map<HtmlElement, string | null>;
const markCaches = new WeakMap<Extent, { inArticle: MarkCache; outside: MarkCache }>();

/**
 * What an element is by its markup, if it is not the article; null otherwise. An element with the
 * headline or most of the page's text is the page, whatever it is called.
 */
export function markedFurniture(
  element: HtmlElement,
  extent: Extent,
  inArticle: boolean,
): string | null {
  const before = markCaches.get(extent) ?? { inArticle: new Map(), outside: new Map() };
  markCaches.set(extent, before);
  const known = before[inArticle ? 'inArticle' : 'outside'];
  const mark = known.get(element);
  if (mark !== undefined) return mark;
  const read = readMarks(element, extent, inArticle);
  known.set(element, read);
  return read;
}

function readMarks(element: HtmlElement, extent: Extent, inArticle: boolean): string | null {
  if (holdsArticle.has(element.tagName)) return null;
  const names = namesOf(element);
  if (names.some((name) => /^(?:blockquote|footnotes?|endnotes?)$/.test(name))) return null;
  if (setApartAs(element) !== null) return null;
  const role = attribute(element, 'role') ?? '';
  const marked =
    byRole[role] ??
    byTag[element.tagName] ??
    (element.tagName === 'header' && !inArticle ? 'masthead' : null) ??
    byName.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ??
    (linkListTags.has(element.tagName) && isLinkList(element, extent) ? 'navigation' : null);
  return marked === null || isPage(element, extent) ? null : marked;
}

const endsBefore = (element: HtmlElement, other: HtmlElement) =>
  (element.sourceCodeLocation?.endOffset ?? Infinity) <=
  (other.sourceCodeLocation?.startOffset ?? -1);

function isPage(element: HtmlElement, { body, headline, text, prose }: Extent): boolean {
  if (headline !== null && endsBefore(element, headline)) return false;
  // Old pages wrap everything in a form, and new ones in classes such as "with-sidebar".
  if (text(element) > text(body) * 0.5) return true;
  if (prose(body) > 0 && prose(element) > prose(body) * 0.5) return true;
  return headline !== null && [...ancestorsOf(headline)].includes(element);
}
