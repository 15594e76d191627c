import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { ImportPointCode } from '@viewpoints/domain/imports/import-points';
import type { ImportStatus } from '@viewpoints/domain/imports/import-report';
import type { ImportLeftOut } from '@viewpoints/domain/imports/left-out';
import { WebAddress } from '@viewpoints/domain/values';
import type { MappedItem } from '../core/foreign-source.ts';
import { authorNames, cut, instantIn, slugIn, topicsIn } from '../core/map-words.ts';
import { plainText } from '../core/plain-text.ts';
import { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import type { PostPicture } from '../core/post-pictures.ts';
import type { ExportedItem, ReadField } from './export-parts.ts';
import { readPost } from './read-post.ts';
import { pictureOf, type Survey } from './survey-export.ts';

/** Markup beyond this has more text than an article may, or hides what it has. */
const MAX_MARKUP = 2_500_000;

const leftOutTypes: Readonly<Record<string, ImportLeftOut>> = {
  attachment: 'attachment',
  nav_menu_item: 'menu',
  page: 'page',
  revision: 'revision',
  ...Object.fromEntries(
    [
      ...['wp_block', 'wp_navigation', 'wp_template', 'wp_template_part', 'wp_global_styles'],
      ...['wp_font_family', 'wp_font_face', 'custom_css', 'customize_changeset', 'oembed_cache'],
      'user_request',
    ].map((type) => [type, 'of_wordpress'] as const),
  ),
};

/** Why an item does not come in; null if it does. */
export function leftOutAs(
  { type, status }: Pick<ExportedItem, 'type' | 'status'>,
  { pages }: { pages: boolean },
): ImportLeftOut | null {
  const isArticle = type === 'post' || (type === 'page' && pages);
  if (!isArticle) return leftOutTypes[type] ?? 'of_plugin';
  if (status === 'trash') return 'trash';
  return status === 'auto-draft' || status === 'inherit' ? 'unfinished' : null;
}

const statuses: Readonly<Record<string, [ImportStatus, ImportPointCode | null]>> = {
  publish: ['published', null],
  draft: ['draft', null],
  future: ['scheduled', 'is_scheduled'],
  pending: ['pending', 'is_pending'],
  private: ['private', 'is_private'],
};

/** Reads one item as the draft of an article. */
export function mapItem(item: ExportedItem, survey: Survey): MappedItem {
  const points = new Points();
  const field = (name: ReadField) => item.fields.find((each) => each.name === name)?.value ?? '';
  const [status, point] = statuses[item.status] ?? ['unknown', 'status_unknown'];
  if (point !== null) points.add(point);
  if (item.hasPassword) points.add('has_password');
  const address = WebAddress.safeParse(item.address).data ?? null;
  const publishedAt = dateOf(item);
  if (publishedAt === null && status === 'published') points.add('date_missing', item.dateLocal);
  const headline = cut(plainText(item.title), 200, 'headline_cut', points);
  const blocks = blocksOf(item, survey, { points, address, notes: field('footnotes') });
  const isEmpty = headline === '' && blocks?.length === 0;
  if (isEmpty) points.add('empty');
  else if (headline === '') points.add('headline_missing');
  return {
    ...{ foreignId: item.id.slice(0, 40), line: item.line, headline, status, address },
    standfirst: cut(plainText(item.excerpt), 600, 'standfirst_cut', points),
    slug: slugIn(item.slug, points),
    publishedAt,
    authors: authorsOf(item, survey, points),
    topics: topicsOf(item, points),
    language: null,
    formerPaths: formerPathsOf(item, address),
    blocks: isEmpty ? null : withFeatured(blocks, survey, field('_thumbnail_id')),
    points,
  };
}

/** Where it was, and by its number, under which WordPress finds every post. */
function formerPathsOf({ id }: ExportedItem, address: string | null): string[] {
  const paths = [address === null ? null : formerPath(address), formerPath(`/?p=${id}`)];
  return [...new Set(paths.filter((path) => path !== null))];
}

function blocksOf(
  item: ExportedItem,
  survey: Survey,
  { points, address, notes }: { points: Points; address: string | null; notes: string },
): PostBlock[] | null {
  if (!/^\d{1,20}$/.test(item.id)) {
    points.add('unreadable', `wp:post_id ${item.id}`);
    return null;
  }
  if (item.isCut || item.content.length > MAX_MARKUP) {
    points.add('too_long');
    return null;
  }
  const gallery = (ids: readonly string[]): PostPicture[] =>
    (ids.length > 0 ? ids : (survey.ofPost.get(item.id) ?? [])).flatMap((id) => {
      const attachment = survey.attachments.get(id);
      return attachment === undefined ? [] : [pictureOf(attachment)];
    });
  const base = address ?? (URL.canParse(survey.site.address) ? survey.site.address : null);
  const blocks = readPost({ content: item.content, notes, base, gallery }, points);
  if (blocks === null) points.add('too_long', 'nested');
  return (
    blocks?.map((block) => (block.type === 'picture' ? described(block, survey) : block)) ?? null
  );
}

/** A picture with the whole file's address, and with what the export says of it besides. */
function described(picture: PostPicture, { attachments }: Survey): PostPicture {
  const attachment = attachments.get(picture.attachment ?? '');
  if (attachment === undefined) return picture;
  return { ...picture, address: attachment.address, alt: picture.alt || attachment.alt };
}

/** The featured picture stands first, where the text does not show it already. */
function withFeatured(
  blocks: PostBlock[] | null,
  { attachments }: Survey,
  id: string,
): PostBlock[] | null {
  const featured = attachments.get(id);
  if (blocks === null || featured === undefined) return blocks;
  const isShown = blocks.some(
    (block) => block.type === 'picture' && block.address === featured.address,
  );
  return isShown ? blocks : [pictureOf(featured), ...blocks];
}

/** The instant of a publication, which WordPress writes in UTC; in feeds where it did not. */
function dateOf({ dateUtc, pubDate }: ExportedItem): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(dateUtc) ?? [];
  const written = day === undefined || day.startsWith('0000') ? pubDate : `${day}T${time}Z`;
  return instantIn(written);
}

/** The author by the export's own list, or those that the plugin for several of them names. */
function authorsOf(item: ExportedItem, { authors }: Survey, points: Points): string[] {
  const several = item.terms.flatMap(({ taxonomy, name, slug }) =>
    taxonomy === 'author'
      ? [authors.get(name) ?? authors.get(slug.replace(/^cap-/, '')) ?? name]
      : [],
  );
  const known = authorNames(several.length > 0 ? several : [authors.get(item.creator) ?? '']);
  if (known.length === 0) points.add('author_unknown', item.creator);
  return known;
}

/** Categories, then tags; the one that WordPress gives to what has none is none. */
function topicsOf(item: ExportedItem, points: Points): MappedItem['topics'] {
  const order = ['category', 'post_tag'];
  const terms = item.terms
    .filter(({ taxonomy, slug }) => order.includes(taxonomy) && slug !== 'uncategorized')
    .toSorted((a, b) => order.indexOf(a.taxonomy) - order.indexOf(b.taxonomy));
  return topicsIn(terms, points);
}
