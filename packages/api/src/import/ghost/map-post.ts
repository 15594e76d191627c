import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { ImportPointCode } from '@viewpoints/domain/imports/import-points';
import type { ImportStatus } from '@viewpoints/domain/imports/import-report';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import { escapeMarkup } from '@viewpoints/domain/text/markup';
import { WebAddress } from '@viewpoints/domain/values';
import { pathBy } from '../core/address-pattern.ts';
import type { MappedItem } from '../core/foreign-source.ts';
import { authorNames, cut, instantIn, slugIn, topicsIn } from '../core/map-words.ts';
import { plainText } from '../core/plain-text.ts';
import { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import { readMarkup } from '../core/read-markup.ts';
import { simplifyCards } from './cards.ts';
import type { Row } from './read-rows.ts';
import { type GhostSurvey, isSet, type PostMeta, textOf } from './survey-rows.ts';

export const postColumns = [
  ...['id', 'title', 'slug', 'html', 'type', 'page', 'status', 'visibility', 'published_at'],
  ...['feature_image', 'image', 'custom_excerpt', 'canonical_url', 'author_id', 'locale'],
  ...['language', 'codeinjection_head', 'codeinjection_foot', 'lexical', 'mobiledoc'],
  ...['feature_image_alt', 'feature_image_caption'],
] as const;

export type GhostSite = {
  /** Where it was, without a slash at its end: Ghost does not write it into its exports. */
  address: string;
  /** How the paths of its posts were made. */
  pattern: string;
};

/** Markup beyond this has more text than an article may, or hides what it has. */
const MAX_MARKUP = 2_500_000;

/** Whether a row is a page; exports of Ghost 1 say so by a column of its own. */
export const isPage = (row: Row): boolean =>
  textOf(row, 'type') === 'page' || (textOf(row, 'type') === '' && isSet(row, 'page'));

/** Why a row does not come in; null if it does. */
export const leftOutAs = (row: Row, { pages }: { pages: boolean }): ImportLeftOut | null =>
  isPage(row) && !pages ? 'page' : null;

const statuses: Readonly<Record<string, [ImportStatus, ImportPointCode | null]>> = {
  published: ['published', null],
  draft: ['draft', null],
  scheduled: ['scheduled', 'is_scheduled'],
  sent: ['private', 'is_email'],
};

/** Reads one row of the posts as the draft of an article. */
export function mapPost(row: Row, survey: GhostSurvey, site: GhostSite): MappedItem {
  const points = new Points();
  const foreignId = textOf(row, 'id').slice(0, 40);
  const meta = metaOf(row, survey.meta.get(foreignId));
  const [status, point] = statuses[textOf(row, 'status')] ?? ['unknown', 'status_unknown'];
  if (point !== null) points.add(point);
  else if (meta.isEmailOnly) points.add('is_email');
  const visibility = textOf(row, 'visibility');
  if (!/^(?:public)?$/.test(visibility)) points.add('is_for_members', visibility);
  for (const column of ['codeinjection_head', 'codeinjection_foot'])
    if (textOf(row, column).trim() !== '') points.add('code_injected', column);
  const publishedAt = instantIn(dateIn(row.values.get('published_at')));
  if (publishedAt === null && status === 'published') points.add('date_missing');
  const headline = cut(plainText(textOf(row, 'title')), 200, 'headline_cut', points);
  const topics = topicsOf(foreignId, survey, points);
  const slug = textOf(row, 'slug').slice(0, 500);
  const path = isPage(row)
    ? pathBy('/{slug}/', { ...noParts, slug })
    : pathBy(site.pattern, {
        ...{ ...noParts, slug, id: foreignId, publishedAt, topic: topics[0]?.slug ?? '' },
      });
  const address =
    path === null ? null : (WebAddress.safeParse(`${site.address}${path}`).data ?? null);
  const canonical = canonicalOf(row, site, points);
  const blocks = blocksOf(row, meta, { points, site, base: address ?? `${site.address}/` });
  const isEmpty = headline === '' && blocks?.length === 0;
  if (isEmpty) points.add('empty');
  else if (headline === '') points.add('headline_missing');
  const authors = authorsOf(row, survey);
  if (authors.length === 0) points.add('author_unknown');
  return {
    ...{ foreignId, line: null, headline, status, publishedAt, authors, topics, points },
    standfirst: cut(plainText(textOf(row, 'custom_excerpt')), 600, 'standfirst_cut', points),
    slug: slugIn(slug, points),
    address: status === 'published' ? address : null,
    language: textOf(row, 'locale') || textOf(row, 'language') || null,
    formerPaths: [address, canonical].flatMap((each) =>
      each === null ? [] : (formerPath(each) ?? []),
    ),
    blocks: isEmpty ? null : blocks,
  };
}

const noParts = { slug: '', id: '', path: '', topic: '', publishedAt: null };

/** Exports have dates as text, in UTC, or as a number of milliseconds. */
function dateIn(value: string | number | boolean | undefined): string | number {
  if (typeof value === 'number') return value;
  const text = String(value ?? '');
  // Without a zone, JavaScript would read it in that of the machine.
  return /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?$/.test(text)
    ? `${text.replace(' ', 'T')}Z`
    : text;
}

const metaOf = (row: Row, meta: PostMeta | undefined): PostMeta => ({
  alt: meta?.alt || textOf(row, 'feature_image_alt'),
  caption: meta?.caption || textOf(row, 'feature_image_caption'),
  isEmailOnly: meta?.isEmailOnly ?? false,
});

/** The address that a post names as its own; reported where it is on another site. */
function canonicalOf(row: Row, site: GhostSite, points: Points): string | null {
  const written = withAddress(textOf(row, 'canonical_url').slice(0, 2000), site).trim();
  if (written === '') return null;
  const url = URL.parse(written, `${site.address}/`);
  if (url?.host === new URL(site.address).host) return url.href;
  points.add('canonical_elsewhere', written);
  return null;
}

/** Ghost writes the address of the site as a name that stands for it. */
const withAddress = (text: string, { address }: GhostSite): string =>
  text.replaceAll('__GHOST_URL__', address);

function blocksOf(
  row: Row,
  meta: PostMeta,
  { points, site, base }: { points: Points; site: GhostSite; base: string },
): PostBlock[] | null {
  const id = textOf(row, 'id');
  if (!/^[\w-]{1,40}$/.test(id)) {
    points.add('unreadable', `id ${id}`);
    return null;
  }
  const html = textOf(row, 'html');
  if (row.isCut || html.length > MAX_MARKUP) {
    points.add('too_long');
    return null;
  }
  const isElsewhere = ['lexical', 'mobiledoc'].some((column) => hasWords(textOf(row, column)));
  if (html.trim() === '' && isElsewhere) {
    points.add('text_missing');
    return null;
  }
  const markup = withAddress(featured(row, meta, html) + html, site);
  const blocks = readMarkup(
    { markup, base, lineBreaks: 'none', prepare: (body) => simplifyCards(body, points) },
    points,
  );
  if (blocks === null) points.add('too_long', 'nested');
  return blocks;
}

/** Whether a text in the form of one of Ghost's editors says something. */
const hasWords = (stored: string) => /"text":\s*"[^"]|\[\d+,\[[^\]]*\],\d+,"[^"]/.test(stored);

/** The picture at the head of a post, unless its text shows it already. */
function featured(row: Row, { alt, caption }: PostMeta, html: string): string {
  const address = (textOf(row, 'feature_image') || textOf(row, 'image')).slice(0, 2000);
  if (address === '' || html.includes(`"${address}"`)) return '';
  const words = caption === '' ? '' : `<figcaption>${caption}</figcaption>`;
  return `<figure><img src="${escapeMarkup(address)}" alt="${escapeMarkup(alt)}">${words}</figure>`;
}

function authorsOf(row: Row, { users, authorsOf: related }: GhostSurvey): string[] {
  const ids = related.get(textOf(row, 'id')) ?? [textOf(row, 'author_id')];
  return authorNames(ids.map((id) => users.get(id) ?? ''));
}

const topicsOf = (id: string, { tags, tagsOf }: GhostSurvey, points: Points) =>
  topicsIn(
    (tagsOf.get(id) ?? []).flatMap((tag) => tags.get(tag) ?? []),
    points,
  );
