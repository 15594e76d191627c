import { readSql } from '@viewpoints/db/testing/read-sql';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { ChangeKind, type PublicChange } from '@viewpoints/domain/changes/public-change';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { listPublishedChanges } from '../query/changes.ts';
import { readerColumns } from '../query/reader-tables.ts';

type Page = { key: string; address: string; print: string };

const columnsOf = (table: string) =>
  (readerColumns as Record<string, readonly string[]>)[table]
    ?.map((name) => `e.${name}`)
    .join(', ');

/** What was looked for and not found, on the pages of its actor and its issue. */
const nullResultsOf = (kind: ChangeKind) =>
  kind === 'actor' || kind === 'issue'
    ? `(SELECT jsonb_agg(jsonb_build_array(n.id, n.searched, n.as_of) ORDER BY n.id)
        FROM published_null_result n WHERE n.${kind}_id = e.id)`
    : 'NULL';

/** For each kind, what readers see of each of it. */
const queries: Record<ChangeKind, string> = {
  ...(Object.fromEntries(
    ChangeKind.options.map((kind) => [
      kind,
      `SELECT e.id, e.slug AS part, md5(concat_ws('|', ${columnsOf(kinds[kind].table)}, ${nullResultsOf(kind)})) AS print FROM "${kinds[kind].table}" e`,
    ]),
  ) as Record<ChangeKind, string>),
  article: `SELECT a.id, a.slug AS part, md5(concat_ws('|', a.slug, a.version, a.retracted, a.summary,
      (SELECT jsonb_agg(jsonb_build_array(v.number, v.note, v.view) ORDER BY v.number) FROM published_version v WHERE v.article_id = a.id),
      (SELECT jsonb_agg(jsonb_build_array(c.id, c.was, c.now, c.why) ORDER BY c.id) FROM published_correction c WHERE c.article_id = a.id))) AS print
    FROM published_article a`,
  finding: `SELECT f.id, f.id::text AS part, md5(concat_ws('|', f.view, f.withdrawn_at, s.new_id, s.kind,
      (SELECT jsonb_agg(jsonb_build_array(l.from_id, l.kind, l.to_id) ORDER BY l.from_id, l.kind, l.to_id)
       FROM published_link l WHERE f.id IN (l.from_id, l.to_id)))) AS print
    FROM published_finding f LEFT JOIN published_supersession s ON s.old_id = f.id`,
  source: `SELECT s.source_id AS id, max(s.slug) AS part, md5(string_agg(s.view::text, '|' ORDER BY s.article_id)) AS print
    FROM published_source s GROUP BY s.source_id`,
};

/** Everything public, read as readers' role: "kind id", its address and a digest of its page. */
export async function readPublicPages({ reader }: TestDatabase): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>();
  for (const kind of ChangeKind.options) {
    const rows = await readSql<{ id: string; part: string; print: string }>(reader, queries[kind]);
    for (const { id, part, print } of rows) {
      const key = `${kind} ${id}`;
      pages.set(key, { key, address: `/${kinds[kind].path}/${part}`, print });
    }
  }
  return pages;
}

/** The whole log after a cursor, by pages of `limit`, as readers get it. */
export async function readChanges(
  { reader }: TestDatabase,
  after: string | null = null,
  limit = 100,
): Promise<PublicChange[]> {
  const entries: PublicChange[] = [];
  for (let cursor = after; ; cursor = entries.at(-1)?.cursor ?? cursor) {
    const page = await listPublishedChanges(reader, { cursor, limit });
    if (page === null) throw new Error('the log does not know its own cursor');
    entries.push(...page.items);
    if (page.nextCursor === null) return entries;
  }
}

/** The public effects of a change, and its entries in the log. */
export type Followed = {
  /** "kind id" of each page that came, changed or went. */
  changed: string[];
  /** Things without an entry in the log, or with one that disagrees on whether they are public. */
  missing: string[];
  /** Entries of what was public neither before nor afterwards. */
  foreign: string[];
  entries: PublicChange[];
};

/** Does something, and compares what readers see before and afterwards with the log of changes. */
export async function followChanges(
  db: TestDatabase,
  work: () => Promise<unknown>,
): Promise<Followed> {
  const before = await readPublicPages(db);
  const [newest] = await readSql<{ cursor: string }>(
    db.reader,
    'SELECT cursor_id AS cursor FROM public_change ORDER BY number DESC LIMIT 1',
  );
  const cursor = newest?.cursor ?? null;
  await work();
  const after = await readPublicPages(db);
  const entries = await readChanges(db, cursor);
  const addresses = new Map(entries.map(({ kind, id, address }) => [`${kind} ${id}`, address]));
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key)?.print !== after.get(key)?.print,
  );
  return {
    changed,
    missing: changed.filter((key) => addresses.get(key) !== (after.get(key)?.address ?? null)),
    foreign: [...addresses.keys()].filter((key) => !before.has(key) && !after.has(key)),
    entries,
  };
}
