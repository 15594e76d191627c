import { attribute, elementsOf, type HtmlElement, textOfElement } from './html-tree.ts';

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

const holdsArticle = new Set(['html', 'body', 'main', 'article']);

const namesOf = (element: HtmlElement) =>
  `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((name) => name !== '');

/** Whether an element is mostly links of a few words each, as menus are. */
function isLinkList(element: HtmlElement): boolean {
  const text = textOfElement(element);
  if (text.length === 0 || text.length > 2000) return false;
  const links = [...elementsOf(element)].filter((each) => each.tagName === 'a').map(textOfElement);
  const linked = links.reduce((sum, link) => sum + link.length, 0);
  const short = links.every((link) => link.split(' ').length <= 6);
  return links.length >= 3 && short && linked / text.length > 0.75;
}

const linkListTags = new Set(['ul', 'ol', 'div', 'td', 'p', 'table', 'center', 'tr', 'section']);

/**
 * What the markup of an element says it is besides the article; null for nothing. `whole` is the
 * length of the page's text: a part that holds most of it is the page, whatever it is called.
 */
export function markedFurniture(
  element: HtmlElement,
  whole: number,
  inArticle: boolean,
): string | null {
  if (holdsArticle.has(element.tagName)) return null;
  const names = namesOf(element);
  if (names.some((name) => /^(?:pullquote|pull|blockquote|footnotes?|endnotes?)$/.test(name)))
    return null;
  const role = attribute(element, 'role') ?? '';
  const marked =
    byRole[role] ??
    byTag[element.tagName] ??
    (element.tagName === 'header' && !inArticle ? 'masthead' : null) ??
    byName.find(([pattern]) => names.some((name) => pattern.test(name)))?.[1] ??
    (linkListTags.has(element.tagName) && isLinkList(element) ? 'navigation' : null);
  if (marked === null) return null;
  // Old pages wrap everything in a form, and new ones in classes such as "with-sidebar".
  return textOfElement(element).length > whole * 0.5 && whole > 0 ? null : marked;
}

/** The one element that the page says is its article; null where it says nothing or too much. */
export function articleElement(elements: HtmlElement[], whole: number): HtmlElement | null {
  const large = (element: HtmlElement) => textOfElement(element).length >= whole * 0.25;
  const articles = elements.filter((element) => element.tagName === 'article' && large(element));
  const mains = elements.filter(
    (element) =>
      (element.tagName === 'main' || attribute(element, 'role') === 'main') && large(element),
  );
  return (articles.length === 1 ? articles[0] : mains.length === 1 ? mains[0] : null) ?? null;
}

export function isPullQuote(element: HtmlElement): boolean {
  return namesOf(element).some((name) => name === 'pullquote' || name === 'pull');
}
