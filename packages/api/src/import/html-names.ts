import { attribute, type HtmlElement } from './html-tree.ts';

/** Classes that describe the page or what surrounds an element, not the element. */
const aboutThePage = /^(?:category|tag|topic|term|has|with|no|not|without)-/;

/** The words of a class or an id. */
export const wordsOfName = (name: string) =>
  name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** The words of an element's classes. */
export const classesOf = (element: HtmlElement) =>
  (attribute(element, 'class') ?? '')
    .split(/\s+/)
    .filter((name) => !aboutThePage.test(name.toLowerCase()))
    .flatMap(wordsOfName);
