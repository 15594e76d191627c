import { posix } from 'node:path';
import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { ImportStatus } from '@viewpoints/domain/imports/import-report';
import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { WebAddress } from '@viewpoints/domain/values';
import type { MappedItem } from '../core/foreign-source.ts';
import { authorNames, cut, instantIn, slugIn, topicsIn } from '../core/map-words.ts';
import { plainText } from '../core/plain-text.ts';
import { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import { readMarkup } from '../core/read-markup.ts';
import { attribute, elementsOf, type HtmlElement } from '../html-tree.ts';
import { addressPath, type FilePath, readFilePath } from './file-address.ts';
import { asMap, type ParsedFile, textOf, textsOf } from './front-matter.ts';
import { markdownToHtml, pictureFile } from './markdown-html.ts';

export type MarkdownSite = {
  /** Where it was, without a slash at its end. */
  address: string;
  /** How the paths of its pages were made; null for how Hugo and Jekyll make them. */
  pattern: string | null;
};

/** A file that was read: null where its text is not UTF-8 or too long. */
export type MarkdownFile = { path: string; parsed: ParsedFile | null };

/** Keys at the head of files that are read. */
const readKeys = new Set([
  ...['title', 'date', 'publishdate', 'published_at', 'author', 'authors', 'tags', 'categories'],
  ...['category', 'slug', 'url', 'permalink', 'aliases', 'redirect_from', 'draft', 'published'],
  ...['description', 'summary', 'subtitle', 'excerpt', 'lang', 'language', 'locale', 'layout'],
  ...['type', 'image', 'cover', 'featured_image', 'images', 'image_alt'],
]);

/** Names of what the head of a file has and nothing here reads. */
export const otherKeys = ({ parsed }: MarkdownFile): string[] =>
  [...(parsed?.data?.keys() ?? [])]
    .filter((key) => !readKeys.has(key.toLowerCase()))
    .map((key) => key.slice(0, 100))
    .slice(0, 500);

type Head = (...keys: string[]) => unknown;

/** The first of several keys that the head of a file has, in whatever case. */
function headOf({ data }: ParsedFile): Head {
  const byKey = new Map([...(data ?? [])].map(([key, value]) => [key.toLowerCase(), value]));
  return (...keys) =>
    keys.map((key) => byKey.get(key)).find((value) => value != null && value !== '');
}

/** Whether a file is a page of the site, such as its imprint. */
export function isPage({ path, parsed }: MarkdownFile): boolean {
  if (/(?:^|\/)_index\.\w+$/.test(path) || parsed === null) return parsed !== null;
  const head = headOf(parsed);
  return [head('layout'), head('type')].some((value) => /^page$/i.test(textOf(value)));
}

/** Reads one file of Markdown as the draft of an article. */
export function mapFile({ path, parsed }: MarkdownFile, site: MarkdownSite): MappedItem {
  const points = new Points();
  const named = readFilePath(path);
  const head = headOf(parsed ?? { data: null, text: '' });
  if (parsed === null) points.add('unreadable', 'not in UTF-8, or too large');
  else if (parsed.data === null) points.add('head_unreadable');
  const isReadable = parsed !== null && parsed.data !== null && path.length <= 300;
  if (path.length > 300) points.add('unreadable', path);
  const publishedAt = dateOf(head, named, points);
  const status = statusOf(head, named, publishedAt);
  if (status === 'scheduled') points.add('is_scheduled');
  const { text, title } = withTitle(parsed?.text ?? '', textOf(head('title')));
  const headline = cut(plainText(title), 200, 'headline_cut', points);
  const topics = topicsOf(head, points);
  const slug = (textOf(head('slug')) || named.slug).slice(0, 500);
  const address = addressOf(head, named, { site, slug, publishedAt, topic: topics[0]?.slug ?? '' });
  const blocks = isReadable
    ? blocksOf({ text, file: path, picture: pictureOf(head), address, site }, points)
    : null;
  const isEmpty = isReadable && headline === '' && blocks?.length === 0;
  if (isEmpty) points.add('empty');
  else if (isReadable && headline === '') points.add('headline_missing');
  const authors = authorNames(textsOf(head('authors', 'author')));
  if (isReadable && authors.length === 0) points.add('author_unknown');
  const standfirst = textOf(head('description', 'summary', 'excerpt', 'subtitle'));
  return {
    ...{
      foreignId: path.slice(0, 300),
      line: null,
      headline,
      status,
      publishedAt,
      authors,
      topics,
    },
    standfirst: cut(plainText(standfirst), 600, 'standfirst_cut', points),
    slug: slugIn(slug, points),
    address: status === 'published' ? address : null,
    language: textOf(head('lang', 'language', 'locale')) || null,
    formerPaths: formerPathsOf(head, address, site),
    ...{ blocks: isEmpty ? null : blocks, points },
  };
}

/** A date with or without time and zone; without a zone it is in UTC. */
const DATE =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?)?\s*(Z|UTC|[+-]\d\d:?\d\d)?$/;

function dateOf(head: Head, { date }: FilePath, points: Points): string | null {
  const written = textOf(head('date', 'publishdate', 'published_at')) || (date ?? '');
  const [, day, time = '00:00:00', zone = 'Z'] = DATE.exec(written) ?? [];
  const at =
    day === undefined
      ? null
      : instantIn(
          `${day}T${time}${zone.replace('UTC', 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`,
        );
  if (at === null) points.add('date_missing', written);
  return at;
}

function statusOf(head: Head, { isDraft }: FilePath, publishedAt: string | null): ImportStatus {
  if (isDraft || textOf(head('draft')) === 'true' || textOf(head('published')) === 'false')
    return 'draft';
  return publishedAt !== null && Date.parse(publishedAt) > Date.now() ? 'scheduled' : 'published';
}

/** The title at the head; where there is none, the heading that the text begins with. */
function withTitle(text: string, title: string): { text: string; title: string } {
  const [whole, heading] = /^\s*# ([^\n]{1,500})(?:\n|$)/.exec(text) ?? [];
  if (whole === undefined || heading === undefined) return { text, title };
  const isSame = title === '' || title.toLowerCase() === heading.trim().toLowerCase();
  return isSame ? { text: text.slice(whole.length), title: title || heading } : { text, title };
}

/** Categories, then tags. */
const topicsOf = (head: Head, points: Points): MappedItem['topics'] =>
  topicsIn(
    [...textsOf(head('categories', 'category')), ...textsOf(head('tags'))].map((name) => ({
      ...{ name, slug: slugOf(name, toLatin) },
    })),
    points,
  );

type Given = { site: MarkdownSite; slug: string; publishedAt: string | null; topic: string };

function addressOf(head: Head, named: FilePath, { site, ...given }: Given): string | null {
  const written = textOf(head('url', 'permalink'));
  const path = written.startsWith('/') ? written : addressPath(site.pattern, named, given);
  return path === null ? null : (WebAddress.safeParse(`${site.address}${path}`).data ?? null);
}

/** Its address, and those that it says led to it before. */
function formerPathsOf(head: Head, address: string | null, site: MarkdownSite): string[] {
  const aliases = [head('aliases'), head('redirect_from')].flatMap(textsOf).slice(0, 100);
  const written = aliases.map((alias) => URL.parse(alias, address ?? `${site.address}/`)?.href);
  const paths = [address ?? undefined, ...written].flatMap((each) =>
    each === undefined ? [] : (formerPath(each) ?? []),
  );
  return [...new Set(paths)];
}

/** The picture at the head of a file. */
function pictureOf(head: Head): { source: string; alt: string; caption: string } | null {
  const value = head('image', 'cover', 'featured_image', 'images');
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const parts = asMap(first);
  const text = (...keys: string[]) =>
    keys.map((key) => textOf(parts?.get(key))).find(Boolean) ?? '';
  const source = parts === null ? textOf(first) : text('image', 'src', 'path', 'url', 'feature');
  if (source === '') return null;
  return { source, alt: textOf(head('image_alt')) || text('alt'), caption: text('caption') };
}

type Readable = {
  text: string;
  file: string;
  picture: ReturnType<typeof pictureOf>;
  address: string | null;
  site: MarkdownSite;
};

function blocksOf(
  { text, file, picture, address, site }: Readable,
  points: Points,
): PostBlock[] | null {
  const html = markdownToHtml(text, points);
  const isShown = picture === null || html.includes(`src="${escapeMarkup(picture.source)}"`);
  const caption = picture?.caption
    ? `<figcaption>${escapeMarkup(picture.caption)}</figcaption>`
    : '';
  const first = isShown
    ? ''
    : `<figure><img src="${escapeMarkup(picture.source)}" alt="${escapeMarkup(picture.alt)}">${caption}</figure>`;
  const blocks = readMarkup(
    {
      ...{ markup: first + html, base: address ?? `${site.address}/`, lineBreaks: 'none' },
      pictureFile: (source) => pictureFile(source, file),
      prepare: (body) => prepareText(body, { file, site }),
    },
    points,
  );
  if (blocks === null) points.add('too_long', 'nested');
  return blocks;
}

/** The heading that the reading of Markdown puts over notes. */
const NOTES_LABEL = 'footnote-label';

/** A link to another file leads to where that was shown; notes have no heading of their own. */
function prepareText(
  body: HtmlElement,
  { file, site }: { file: string; site: MarkdownSite },
): void {
  for (const link of [...elementsOf(body)]) {
    if (attribute(link, 'id') === NOTES_LABEL) {
      const siblings = link.parentNode?.childNodes;
      siblings?.splice(siblings.indexOf(link), 1);
    }
    const href = link.tagName === 'a' ? (attribute(link, 'href') ?? '') : '';
    const [, path] = /^([^:?#]+\.(?:md|markdown))(?:[?#].*)?$/i.exec(href) ?? [];
    if (path === undefined) continue;
    const target = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
    const named = readFilePath(target);
    const where = addressPath(site.pattern, named, {
      ...{ slug: named.slug, topic: '', publishedAt: named.date },
    });
    for (const attr of link.attrs)
      if (attr.name === 'href') attr.value = `${site.address}${where ?? '/'}`;
  }
}
