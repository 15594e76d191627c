import { ownCopy } from '../core/own-copy.ts';
import type { Row, TableRow } from './read-rows.ts';

/** The columns that posts refer to. Addresses, passwords and keys of people are in none of them. */
export const surveyColumns = {
  users: ['id', 'name'],
  tags: ['id', 'name', 'slug', 'visibility'],
  posts_tags: ['post_id', 'tag_id', 'sort_order'],
  posts_authors: ['post_id', 'author_id', 'sort_order'],
  posts_meta: ['post_id', 'feature_image_alt', 'feature_image_caption', 'email_only'],
  settings: ['key', 'value'],
} as const;

/** What the site says of a post beside its text. */
export type PostMeta = { alt: string; caption: string; isEmailOnly: boolean };

/** What has to be known of a whole export before its first post can be read. */
export type GhostSurvey = {
  title: string;
  language: string | null;
  /** Names by id. */
  users: ReadonlyMap<string, string>;
  /** Tags by id; internal ones are not among them. */
  tags: ReadonlyMap<string, { name: string; slug: string }>;
  /** Ids of tags and of authors by the id of a post, in their order. */
  tagsOf: ReadonlyMap<string, readonly string[]>;
  authorsOf: ReadonlyMap<string, readonly string[]>;
  meta: ReadonlyMap<string, PostMeta>;
  /** Whether code was put into every page. */
  hasCode: boolean;
};

/** A column as text. */
export function textOf({ values }: Row, column: string): string {
  const value = values.get(column);
  return value === undefined ? '' : String(value);
}

/** Whether a column is set: exports write booleans in several ways. */
export const isSet = (row: Row, column: string): boolean =>
  /^(?:1|true)$/.test(textOf(row, column));

/** Ids that belong to posts, with their order. */
class Related {
  readonly #ids = new Map<string, [order: number, id: string][]>();

  add(row: Row, column: string): void {
    const post = ownCopy(textOf(row, 'post_id'));
    const entry: [number, string] = [
      Number(textOf(row, 'sort_order')) || 0,
      ownCopy(textOf(row, column)),
    ];
    const known = this.#ids.get(post);
    if (known === undefined) this.#ids.set(post, [entry]);
    else if (known.length < 500) known.push(entry);
  }

  sorted(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      [...this.#ids].map(([post, ids]) => [
        post,
        ids.sort(([a], [b]) => a - b).map(([, id]) => id),
      ]),
    );
  }
}

/** Reads an export to its end for what its posts refer to. */
export async function surveyRows(rows: AsyncIterable<TableRow>): Promise<GhostSurvey> {
  const users = new Map<string, string>();
  const tags = new Map<string, { name: string; slug: string }>();
  const tagsOf = new Related();
  const authorsOf = new Related();
  const meta = new Map<string, PostMeta>();
  const settings = { title: '', language: '' };
  let hasCode = false;
  for await (const { table, row } of rows) {
    const id = ownCopy(textOf(row, 'id'));
    if (table === 'users') users.set(id, ownCopy(textOf(row, 'name').slice(0, 500)));
    else if (table === 'posts_tags') tagsOf.add(row, 'tag_id');
    else if (table === 'posts_authors') authorsOf.add(row, 'author_id');
    else if (table === 'tags') {
      const tag = {
        name: textOf(row, 'name').slice(0, 500),
        slug: textOf(row, 'slug').slice(0, 200),
      };
      const isInternal = textOf(row, 'visibility') === 'internal' || tag.name.startsWith('#');
      if (!isInternal) tags.set(id, ownCopy(tag));
    } else if (table === 'posts_meta') {
      const found = metaOf(row);
      if (found.alt !== '' || found.caption !== '' || found.isEmailOnly)
        meta.set(ownCopy(textOf(row, 'post_id')), ownCopy(found));
    } else if (table === 'settings') {
      const key = textOf(row, 'key');
      const value = textOf(row, 'value');
      if (key === 'title') settings.title = ownCopy(value.slice(0, 500));
      else if (/^(?:locale|lang|default_locale)$/.test(key))
        settings.language ||= value.slice(0, 40);
      else if (/^(?:codeinjection|ghost)_(?:head|foot)$/.test(key) && value.trim() !== '')
        hasCode = true;
    }
  }
  return {
    ...{ title: settings.title, language: settings.language || null, users, tags, meta, hasCode },
    ...{ tagsOf: tagsOf.sorted(), authorsOf: authorsOf.sorted() },
  };
}

const metaOf = (row: Row): PostMeta => ({
  alt: textOf(row, 'feature_image_alt').slice(0, 2000),
  caption: textOf(row, 'feature_image_caption').slice(0, 10_000),
  isEmailOnly: isSet(row, 'email_only'),
});
