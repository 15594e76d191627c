type Row = Record<string, unknown>;

/** What a test says of a fictional post; the rest is filled in. */
export type BuiltPost = Row & { id: string; authors?: string[]; tags?: string[]; meta?: Row };

/** People as exports have them: with what nobody but the site should know. */
const users: Row[] = [
  { id: 'u1', name: 'Mira Solberg', email: 'mira@private.example', password: '$2b$10$secret' },
  { id: 'u2', name: 'Otto Falk', email: 'otto@private.example' },
];
const tags: Row[] = [
  { id: 't1', name: 'Harbours', slug: 'harbours', visibility: 'public' },
  { id: 't2', name: 'Dues', slug: 'dues', visibility: 'public' },
  { id: 't3', name: '#newsletter', slug: 'hash-newsletter', visibility: 'internal' },
];

/** The tables of an export of a fictional site. */
export function ghostTables(posts: readonly BuiltPost[], more: Record<string, Row[]> = {}) {
  return {
    // Those that refer to posts stand before and after them, as in real exports.
    posts: posts.map(({ authors: _, tags: __, meta: ___, ...post }) => ({
      ...{ uuid: `uuid-${post.id}`, title: `Post ${post.id}`, slug: `post-${post.id}` },
      ...{ html: '<p>Text.</p>', type: 'post', status: 'published', visibility: 'public' },
      ...{ published_at: '2019-04-02 08:30:00', lexical: null, codeinjection_head: null },
      ...post,
    })),
    posts_authors: posts.flatMap(({ id, authors = ['u1'] }) =>
      authors.map((author, order) => ({ post_id: id, author_id: author, sort_order: order })),
    ),
    posts_meta: posts.flatMap(({ id, meta }) => (meta ? [{ post_id: id, ...meta }] : [])),
    posts_tags: posts.flatMap(({ id, tags: own = [] }) =>
      own.map((tag, order) => ({ post_id: id, tag_id: tag, sort_order: order })),
    ),
    settings: [
      { key: 'title', value: 'The Quay Review' },
      { key: 'locale', value: 'en' },
      { key: 'ghost_private_key', value: 'a key that nobody may know' },
    ],
    ...{ tags, users },
    ...more,
  };
}

export const buildGhost = (posts: readonly BuiltPost[], more: Record<string, Row[]> = {}): string =>
  JSON.stringify({
    db: [
      {
        meta: { exported_on: 1_753_891_082_041, version: '5.87.0' },
        data: ghostTables(posts, more),
      },
    ],
  });
