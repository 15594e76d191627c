import { attribute, type HtmlElement, lineOf, oneLine, rawText } from './html-tree.ts';

/** A page's structured data about one thing: schema.org's terms, in JSON-LD. */
export type Described = {
  /** Whether it is an article by its type, or only the page that contains one. */
  isArticle: boolean;
  headline: string | null;
  published: string | null;
  authors: string[];
  line: number;
};

type Thing = Record<string, unknown>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? oneLine(plain(value)) : null;

/** Some systems write the entities of HTML into their data. */
const plain = (text: string) =>
  text
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/&(quot|amp|lt|gt|nbsp|apos);/g, (_, name) => entities[name] ?? '');
const entities: Record<string, string> = {
  ...{ quot: '"', amp: '&', lt: '<', gt: '>', nbsp: ' ', apos: "'" },
};

function parsed(text: string): unknown {
  const json = text
    .replace(/^\s*(?:<!--|(?:\/\/|\/\*)?\s*<!\[CDATA\[(?:\s*\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s*\]\]>(?:\s*\*\/)?)\s*$/, '');
  try {
    // Line breaks inside strings are a common fault, and always mean a space.
    return JSON.parse(json.replace(/[\r\n\t]+/g, ' ').replace(/;\s*$/, ''));
  } catch {
    return null;
  }
}

const typesOf = (thing: Thing) => listOf(thing['@type']).map(String);
const isArticle = (thing: Thing) =>
  typesOf(thing).some((type) => /(?:Article|Posting|Report)$/.test(type));
const isPage = (thing: Thing) => typesOf(thing).some((type) => /(?:Page|CreativeWork)$/.test(type));

/** A thing and its main subject; not the other articles that it lists. */
function things(value: unknown, depth = 0): Thing[] {
  if (depth > 4) return [];
  return listOf(value)
    .filter(isThing)
    .flatMap((thing) => [
      thing,
      ...things(thing['@graph'], depth + 1),
      ...things(thing.mainEntity, depth + 1),
    ]);
}

/** The articles and pages that a page's structured data describe, articles first. */
export function describedThings(elements: HtmlElement[]): Described[] {
  const found = elements
    .filter(
      (element) =>
        element.tagName === 'script' &&
        /^application\/ld\+json\b/i.test(attribute(element, 'type') ?? ''),
    )
    .flatMap((element) => {
      const all = things(parsed(rawText(element)));
      return all
        .filter((thing) => isArticle(thing) || isPage(thing))
        .map((thing) => ({
          isArticle: isArticle(thing),
          headline: textOf(thing.headline),
          published: textOf(thing.datePublished),
          authors: listOf(thing.author).flatMap((author) => nameOf(author, all)),
          line: lineOf(element),
        }));
    });
  return found.toSorted((a, b) => Number(b.isArticle) - Number(a.isArticle));
}

/** A person's name; organisations are named as authors of what no person in particular wrote. */
function nameOf(author: unknown, all: Thing[]): string[] {
  const name = textOf(author);
  if (name !== null) return [name];
  if (!isThing(author)) return [];
  const thing =
    author.name === undefined ? all.find((each) => each['@id'] === author['@id']) : author;
  if (thing === undefined || typesOf(thing).some((type) => /Organization$/.test(type))) return [];
  return listOf(thing.name).flatMap((each) => textOf(each) ?? []);
}
