import { MAX_TOPICS } from '@viewpoints/domain/articles/article';
import type { WordpressItemCode } from '@viewpoints/domain/imports/wordpress-items';
import type {
  WordpressLeftOut,
  WordpressStatus,
} from '@viewpoints/domain/imports/wordpress-report';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { Instant, Slug, WebAddress } from '@viewpoints/domain/values';
import type { ExportedItem, ReadField } from './export-parts.ts';
import { plainText } from './plain-text.ts';
import { Points } from './points.ts';
import type { PostPicture } from './post-pictures.ts';
import { type PostBlock, readPost } from './read-post.ts';
import { pictureOf, type Survey } from './survey-export.ts';

/** Markup beyond this has more text than an article may, or hides what it has. */
const MAX_MARKUP = 2_500_000;

/** An item of an export as the draft that it becomes. */
export type MappedItem = {
  foreignId: string;
  line: number;
  headline: string;
  standfirst: string;
  /** The last part of its old address; null if no article can have it. */
  slug: string | null;
  address: string | null;
  publishedAt: string | null;
  status: WordpressStatus;
  authors: string[];
  topics: { name: string; slug: string }[];
  /** Null if the item cannot come in. */
  blocks: PostBlock[] | null;
  points: Points;
};

const leftOutTypes: Readonly<Record<string, WordpressLeftOut>> = {
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
): WordpressLeftOut | null {
  const isArticle = type === 'post' || (type === 'page' && pages);
  if (!isArticle) return leftOutTypes[type] ?? 'of_plugin';
  if (status === 'trash') return 'trash';
  return status === 'auto-draft' || status === 'inherit' ? 'unfinished' : null;
}

const statuses: Readonly<Record<string, [WordpressStatus, WordpressItemCode | null]>> = {
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
    blocks: isEmpty ? null : withFeatured(blocks, survey, field('_thumbnail_id')),
    points,
  };
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

function cut(words: string, most: number, code: WordpressItemCode, points: Points): string {
  if (words.length <= most) return words;
  points.add(code, words);
  return `${words.slice(0, most - 1).trimEnd()}…`.toWellFormed();
}

/** The instant of a publication, which WordPress writes in UTC; in feeds where it did not. */
function dateOf({ dateUtc, pubDate }: ExportedItem): string | null {
  const [, day, time] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)$/.exec(dateUtc) ?? [];
  const written = day === undefined || day.startsWith('0000') ? pubDate : `${day}T${time}Z`;
  const at = Date.parse(written);
  if (Number.isNaN(at) || at < Date.UTC(1970, 0, 2)) return null;
  return Instant.safeParse(new Date(at).toISOString()).data ?? null;
}

/** The last part of the address: as it was, or in Latin letters. */
function slugIn(given: string, points: Points): string | null {
  if (given === '') return null;
  const kept = Slug.safeParse(given);
  if (kept.success) return kept.data;
  let decoded = given;
  try {
    decoded = decodeURIComponent(given);
  } catch {
    // It is taken as it stands.
  }
  const made = Slug.safeParse(slugOf(decoded.replaceAll(/[-_]+/g, ' '), toLatin));
  points.add('slug_changed', made.success ? `${decoded} → ${made.data}` : decoded);
  return made.success ? made.data : null;
}

/** The author by the export's own list, or those that the plugin for several of them names. */
function authorsOf(item: ExportedItem, { authors }: Survey, points: Points): string[] {
  const several = item.terms.flatMap(({ taxonomy, name, slug }) =>
    taxonomy === 'author'
      ? [authors.get(name) ?? authors.get(slug.replace(/^cap-/, '')) ?? name]
      : [],
  );
  const names = several.length > 0 ? several : [authors.get(item.creator) ?? ''];
  const known = [...new Set(names.map((name) => plainText(name).slice(0, 120).trim()))].filter(
    (name) => name !== '',
  );
  if (known.length === 0) points.add('author_unknown', item.creator);
  return known.slice(0, 30);
}

/** Categories, then tags; the one that WordPress gives to what has none is none. */
function topicsOf(item: ExportedItem, points: Points): MappedItem['topics'] {
  const order = ['category', 'post_tag'];
  const terms = item.terms
    .filter(({ taxonomy, slug }) => order.includes(taxonomy) && slug !== 'uncategorized')
    .toSorted((a, b) => order.indexOf(a.taxonomy) - order.indexOf(b.taxonomy));
  const topics = new Map<string, MappedItem['topics'][number]>();
  for (const { name, slug } of terms) {
    const words = plainText(name).slice(0, 80).trim();
    if (words !== '' && !topics.has(words.toLowerCase()))
      topics.set(words.toLowerCase(), { name: words, slug });
  }
  const all = [...topics.values()];
  for (const { name } of all.slice(MAX_TOPICS)) points.add('topics_cut', name);
  return all.slice(0, MAX_TOPICS);
}
