import { createTestDatabase, type TestDatabase } from '@viewpoints/db/testing/test-database';
import { findReaderOpenings } from '@viewpoints/postgres/roles/confine-reader';
import { Client, DatabaseError } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canary, type PlantedJournal, plantJournal } from './testing/planted-journal.ts';

/** Every column that readers' role may select, and no other. */
const allowed: Record<string, string[]> = {
  published_article: [
    ...['id', 'slug', 'version', 'visible_from', 'published_at', 'revised_at', 'genre', 'language'],
    ...['retracted', 'summary', 'translation_group'],
  ],
  published_version: ['article_id', 'number', 'visible_from', 'at', 'note', 'minor', 'view'],
  published_finding: [
    ...['id', 'article_id', 'number', 'withdrawn_at', 'visible_from', 'published_at', 'stance'],
    ...['register', 'source_id', 'held_at', 'view', 'legacy_anchor'],
  ],
  published_holding: ['finding_id', 'actor_id'],
  published_about: ['finding_id', 'issue_id'],
  published_place: ['finding_id', 'place_id'],
  published_article_topic: ['article_id', 'topic_id'],
  published_contributor: ['article_id', 'author_id'],
  published_link: ['from_id', 'kind', 'to_id'],
  published_supersession: ['old_id', 'new_id', 'kind', 'at'],
  published_source: ['article_id', 'source_id', 'slug', 'view', 'published_at'],
  published_correction: [
    ...['id', 'article_id', 'kind', 'severity', 'was', 'now', 'why', 'finding_id', 'at'],
    ...['visible_from'],
  ],
  published_media: ['article_id', 'media_id'],
  published_mention: ['kind', 'ref_id', 'article_id'],
  published_null_result: [
    ...['id', 'actor_id', 'issue_id', 'searched', 'as_of', 'language', 'searched_to'],
    ...['published_at', 'register'],
  ],
  published_page: [
    ...['id', 'slug', 'path', 'version', 'visible_from', 'published_at', 'revised_at', 'language'],
    ...['retracted', 'summary', 'translation_group'],
  ],
  published_part: ['article_id', 'series_id', 'part'],
  published_pick: ['article_id', 'picked_id', 'position'],
  published_related: ['article_id', 'related_id', 'score'],
  published_citation: ['citing_id', 'origin_id', 'cited_id', 'target_id'],
  redirect: ['from_hash', 'target'],
  former_address: ['path_hash', 'article_id'],
  former_slug: ['kind', 'slug', 'ref_id'],
  search_document: ['id', 'kind', 'article_id', 'visible_from', 'text'],
  actor: ['id', 'slug', 'kind', 'name', 'aliases', 'part_of_id', 'wikidata_id', 'description'],
  issue: ['id', 'slug', 'name', 'description', 'parent_id'],
  topic: ['id', 'slug', 'name', 'description', 'position'],
  series: ['id', 'slug', 'name', 'about', 'complete'],
  place: ['id', 'slug', 'name', 'longitude', 'latitude', 'wikidata_id'],
  author: ['id', 'slug', 'name', 'about', 'same_as'],
  media: ['id', 'path', 'media_type', 'byte_size', 'width', 'height', 'sha256'],
  journal: [
    ...['id', 'name', 'tagline', 'language', 'time_zone', 'notice', 'contact'],
    ...['subscriptions', 'newsletter_languages'],
  ],
  menu_entry: ['position', 'menu', 'under', 'kind', 'ref_id', 'address', 'label'],
  announcement_key: ['public_key'],
  public_change: ['number', 'cursor_id', 'kind', 'ref_id', 'at'],
};

let db: TestDatabase;
let reader: Client;
let seen: PlantedJournal['seen'];
let hidden: PlantedJournal['hidden'];

type Attempt = { rows: Record<string, unknown>[] } | { error: DatabaseError };

/** Runs a statement as the reader, in a transaction that it ends by itself. */
async function attempt(sql: string, values: unknown[] = []): Promise<Attempt> {
  try {
    const result = await reader.query(sql, values);
    const last = Array.isArray(result) ? result.at(-1) : result;
    return { rows: last.rows };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    return { error };
  }
}

function rowsOf(result: Attempt): Record<string, unknown>[] {
  if ('error' in result) throw result.error;
  return result.rows;
}

beforeAll(async () => {
  db = await createTestDatabase();
  ({ seen, hidden } = await plantJournal(db));
  reader = new Client({ connectionString: db.readerUrl });
  reader.on('error', () => {});
  await reader.connect();
}, 60_000);

afterAll(async () => {
  await reader.end();
  await db.drop();
});

/** The error's code of a statement that is tried as an attacker would: read-only is only a setting. */
async function asWriter(sql: string): Promise<string | undefined> {
  await attempt('SET default_transaction_read_only = off');
  await attempt('BEGIN READ WRITE');
  const result = await attempt(sql);
  await attempt('ROLLBACK');
  return 'error' in result ? result.error.code : undefined;
}

/** A call of each function of the server's own by that name, with arguments of the right types. */
async function callsOf(name: string): Promise<string[]> {
  const rows = await db.sql<{ call: string }>(
    `SELECT format('SELECT %I(%s)', proname, array_to_string(ARRAY(
       SELECT format('%L::%s', '1', format_type(type, NULL)) FROM unnest(proargtypes) type), ', ')) AS call
     FROM pg_proc
     WHERE pronamespace = 'pg_catalog'::regnamespace AND prorettype <> 'trigger'::regtype AND proname ~ $1`,
    [name],
  );
  return rows.map(({ call }) => call);
}

type Column = { schema: string; table: string; column: string };

const columnsOf = (schemas: string) => `
  SELECT n.nspname AS schema, c.relname AS table, a.attname AS column
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND ${schemas}
  ORDER BY 1, 2, a.attnum`;

describe("readers' role", () => {
  it('meets the canary in every column of text that it may not read', async () => {
    const columns = await db.sql<Column & { type: string }>(`
      SELECT table_schema AS schema, table_name AS table, column_name AS column, data_type AS type
      FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'ARRAY')
        AND table_name <> '_prisma_migrations'`);
    const without: string[] = [];
    for (const { table, column } of columns) {
      if (allowed[table]?.includes(column)) continue;
      const [row] = await db.sql<{ found: boolean }>(
        `SELECT EXISTS (SELECT FROM "${table}" WHERE "${column}"::text LIKE $1) AS found`,
        [`%${canary}%`],
      );
      if (!row?.found) without.push(`${table}.${column}`);
    }
    // These take no free text: hashes, roles, scopes, codes, names of functions, dates, languages, what is never written,
    // and snapshots checked below.
    expect(without.sort()).toEqual([
      'access_token.scopes',
      'access_token.token_hash',
      'account.roles',
      'account.time_zone',
      'announcement_key.private_key',
      'article.language',
      'article.time_zone',
      'audit_record.action',
      'audit_record.subject_kind',
      'clearance.place',
      'comment.mention_ids',
      'contribution_part.part',
      'email_change.token_hash',
      'exposure.code',
      'exposure.place',
      'finding.as_of',
      'finding.quote_prefix',
      'finding.quote_suffix',
      'finding.review_by',
      'finding.said_in',
      'finding.scope_edtf',
      'finding_author.fields',
      'finding_value.digest',
      'finding_value.field',
      'former_email.token_hash',
      'history_entry.author_ids',
      'import_upload.state',
      'invitation.roles',
      'invitation.token_hash',
      'keyed_call.key_hash',
      'keyed_call.request_hash',
      'link_check.address_hash',
      'media.licence_until',
      'newsletter.language',
      'newsletter.state',
      'newsletter.time_zone',
      'noted_change.kinds',
      'noted_change.ref_ids',
      'null_result.as_of',
      'null_result.author_ids',
      'null_result.language',
      'null_result.register',
      'null_result.state',
      'null_result_verification.author_ids',
      'passkey.credential_id',
      'passkey_challenge.hash',
      'pending_rebuild.name',
      'preview_link.terms_hash',
      'preview_link.token_hash',
      'preview_pass.hash',
      'public_text.place',
      'quote_check.token_hash',
      'quote_check.words_hash',
      'rate_limit.key',
      'recovery_code.code_hash',
      'release.time_zone',
      'release_article.refused_code',
      'retraction.why',
      'revision.links',
      'saved_filter.list',
      'search_stemming.config',
      'second_factor.secret',
      'session.device',
      'session.ip_address',
      'session.user_agent',
      'source.issued',
      'source.released',
      'source_change.fields',
      'sql_function.hash',
      'sql_function.name',
      'subscriber.address_hash',
      'subscription_confirmation.address_hash',
      'subscription_confirmation.mailbox_hash',
      'subscription_confirmation.token_hash',
      'subscription_request.address_hash',
      'subscription_request.mailbox_hash',
      'trash_item.kind',
    ]);
  });

  it('can select exactly the columns of the allow-list, and finds no canary in any', async () => {
    const columns = await db.sql<Column>(
      columnsOf(`n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`),
    );
    const open: Record<string, string[]> = {};
    for (const { schema, table, column } of columns) {
      const result = await attempt(`SELECT "${column}"::text AS value FROM "${schema}"."${table}"`);
      if ('error' in result) {
        expect(result.error.code, `${table}.${column}`).toBe('42501');
        expect(JSON.stringify(result.error)).not.toContain(canary);
        continue;
      }
      expect(JSON.stringify(result.rows), `${table}.${column}`).not.toContain(canary);
      open[table] = [...(open[table] ?? []), column];
    }
    const sorted = (tables: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(tables).map(([table, names]) => [table, names.toSorted()]));
    expect(sorted(open)).toEqual(sorted(allowed));
  });

  it('has row-level security on every table, also where nothing is granted', async () => {
    expect(
      await db.sql(`SELECT relname FROM pg_class c WHERE relnamespace = 'public'::regnamespace
                    AND relkind = 'r' AND NOT relrowsecurity AND relname <> '_prisma_migrations'`),
    ).toEqual([]);
  });

  it('sees the rows that are published, and only those', async () => {
    const ids = async (table: string, column = 'id') =>
      rowsOf(await attempt(`SELECT DISTINCT "${column}"::text AS id FROM "${table}"`))
        .map(({ id }) => id)
        .sort();
    expect(await ids('published_article')).toEqual([seen.article, seen.retracted].sort());
    expect(await ids('published_version', 'article_id')).toEqual(
      [seen.article, seen.retracted].sort(),
    );
    expect(await ids('actor')).toEqual([seen.actor]);
    expect(await ids('issue')).toEqual([seen.issue]);
    expect(await ids('place')).toEqual([seen.place]);
    expect(await ids('author')).toEqual([seen.author]);
    expect(await ids('series')).toEqual([seen.series]);
    expect(await ids('published_null_result')).toEqual([seen.nullResult]);
    expect(await ids('menu_entry', 'position')).toEqual(['0']);
    expect(await ids('published_part', 'article_id')).toEqual([seen.article]);
    expect(await ids('former_address', 'article_id')).toEqual([seen.article]);
    expect(await ids('redirect', 'target')).toEqual(['/articles/seen']);
    expect(await ids('topic')).toContain(seen.topic);
    expect(await ids('topic')).not.toContain(hidden.topic);
    expect(await ids('published_finding')).not.toContain(hidden.finding);
    for (const [table, column] of [
      ['published_link', 'from_id'],
      ['published_supersession', 'old_id'],
      ['published_source', 'source_id'],
      ['published_media', 'media_id'],
      ['published_pick', 'article_id'],
      ['published_related', 'article_id'],
      ['published_citation', 'citing_id'],
      ['media', 'id'],
      ['former_slug', 'ref_id'],
    ] as const)
      expect(await ids(table, column), table).toEqual([]);
  });

  it('finds no canary in any catalogue of the server that it may read', async () => {
    const views = await db.sql<{ schema: string; table: string }>(`
      SELECT schemaname AS schema, tablename AS table FROM pg_tables
        WHERE schemaname IN ('pg_catalog', 'information_schema')
      UNION SELECT schemaname, viewname FROM pg_views WHERE schemaname IN ('pg_catalog', 'information_schema')`);
    await db.sql('ANALYZE');
    let read = 0;
    for (const { schema, table } of views) {
      const result = await attempt(`SELECT t::text AS value FROM "${schema}"."${table}" t`);
      if ('error' in result) expect(JSON.stringify(result.error)).not.toContain(canary);
      else {
        read += 1;
        expect(JSON.stringify(result.rows), table).not.toContain(canary);
      }
    }
    expect(read).toBeGreaterThan(100);
  });

  it('cannot reach a protected column through a join, a whole row, a cursor, a block or XML', async () => {
    for (const sql of [
      'SELECT x.note FROM published_article a JOIN article x ON x.id = a.id',
      'SELECT a.* FROM actor a',
      'SELECT to_jsonb(a) FROM actor a',
      'SELECT id FROM actor ORDER BY note',
      'SELECT count(*) FROM actor WHERE note LIKE $1',
      'SELECT count(note) FROM actor',
      'SELECT (SELECT title FROM source LIMIT 1)',
      'SELECT s.title FROM published_source p LEFT JOIN LATERAL (SELECT title FROM source) s ON true',
      'BEGIN; DECLARE c CURSOR FOR SELECT note FROM article; FETCH ALL FROM c; COMMIT',
      `DO $$ BEGIN EXECUTE 'SELECT note FROM article'; END $$`,
      `SELECT query_to_xml('SELECT note FROM article', true, true, '')`,
      `SELECT table_to_xml('article', true, true, '')`,
      'TABLE article',
      'EXPLAIN SELECT note FROM article',
    ]) {
      const result = await attempt(sql, sql.includes('$1') ? ['%'] : []);
      await attempt('ROLLBACK');
      expect('error' in result && result.error.code, sql).toBe('42501');
    }
  });

  it('learns nothing of hidden rows from errors: a predicate never runs on them', async () => {
    const divide = (table: string, value: string) =>
      `SELECT count(*)::int AS count FROM "${table}"
       WHERE 1 / (CASE WHEN ${value} LIKE $1 THEN 0 ELSE 1 END) = 1`;
    for (const [table, value] of [
      ['published_article', 'summary::text'],
      ['published_version', 'view::text'],
      ['published_finding', 'view::text'],
      ['published_correction', 'was'],
      ['actor', 'name'],
      ['issue', 'name'],
      ['topic', 'name'],
      ['author', 'name'],
      ['place', 'name'],
      ['former_slug', 'slug'],
      ['published_null_result', 'searched'],
      ['redirect', 'target'],
    ] as const) {
      const all = rowsOf(await attempt(`SELECT count(*)::int AS count FROM "${table}"`));
      expect(rowsOf(await attempt(divide(table, value), [`%${canary}%`])), table).toEqual(all);
    }
    for (const sql of [
      `SELECT (summary ->> 'headline')::int FROM published_article WHERE id = $1`,
      `SELECT (view ->> 'proposition')::int FROM published_finding WHERE id = $1`,
      `SELECT name::int FROM actor WHERE id = $1`,
    ])
      for (const id of [hidden.article, hidden.finding, hidden.actor])
        expect(rowsOf(await attempt(sql, [id]))).toEqual([]);
  });

  it('cannot write: not a row, a table, a temporary table, a file, a large object or a function', async () => {
    const tables = await db.sql<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')`,
    );
    const inSchema = (name: string) =>
      Object.hasOwn(allowed, name) ? `public."${name}"` : `"${name}"`;
    const statements = [
      ...tables.flatMap(({ name }) => [
        `DELETE FROM ${inSchema(name)}`,
        `TRUNCATE ${inSchema(name)}`,
        `INSERT INTO ${inSchema(name)} DEFAULT VALUES`,
        `LOCK TABLE ${inSchema(name)} IN ACCESS EXCLUSIVE MODE`,
      ]),
      `UPDATE published_article SET visible_from = now()`,
      `SELECT id FROM published_article FOR UPDATE`,
      `CREATE TABLE mine (id int)`,
      `CREATE TEMPORARY TABLE mine (id int)`,
      `CREATE SCHEMA mine`,
      `CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
      `CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'`,
      `CREATE EXTENSION dblink`,
      `ALTER TABLE published_article DISABLE ROW LEVEL SECURITY`,
      `DROP POLICY reader ON published_article`,
      `SELECT lo_create(0)`,
      `SELECT lo_from_bytea(0, 'x')`,
      `SELECT lo_import('/etc/passwd')`,
      `COPY article TO STDOUT`,
      `COPY published_article (slug) TO '/tmp/stolen'`,
      `COPY published_article (slug) TO PROGRAM 'cat'`,
      `SELECT pg_read_file('/etc/passwd')`,
      `SELECT pg_ls_dir('.')`,
      `SELECT pg_reload_conf()`,
      `GRANT SELECT ON article TO viewpoints_reader`,
    ];
    for (const sql of statements) {
      // As an attacker would: read-only is a setting of the session, and no protection.
      await attempt('BEGIN');
      await attempt('SET TRANSACTION READ WRITE');
      const result = await attempt(sql);
      await attempt('ROLLBACK');
      const code = 'error' in result ? result.error.code : 'nothing refused it';
      expect(['42501', '42P01', '0A000'], `${sql}: ${code}`).toContain(code);
    }
  });

  it('cannot connect to any database but the journal’s', async () => {
    for (const name of ['postgres', 'template1', 'template0']) {
      const url = new URL(db.readerUrl);
      url.pathname = `/${name}`;
      const elsewhere = new Client({ connectionString: url.href });
      elsewhere.on('error', () => {});
      const refused = await elsewhere.connect().then(
        () => null,
        (error: unknown) => error,
      );
      await elsewhere.end().catch(() => {});
      // 55000: no connections to template0.
      expect(['42501', '55000'], name).toContain((refused as DatabaseError | null)?.code);
    }
    const { databases, here } = await findReaderOpenings(db.url);
    expect(here).toEqual([]);
    expect(databases).not.toContain('postgres');
    expect(databases).not.toContain('template1');
  });

  it('writes nothing by large objects, messages in the log or snapshots, and little while it sorts', async () => {
    const calls = await callsOf(
      '^(lo_|lo(read|write)$|pg_logical_emit_message|pg_export_snapshot)',
    );
    expect(calls.length).toBeGreaterThan(18);
    for (const call of calls) expect(await asWriter(call), call).toBe('42501');
    expect(rowsOf(await attempt('SHOW temp_file_limit'))).toEqual([{ temp_file_limit: '1GB' }]);
    expect(await asWriter('SET temp_file_limit = -1')).toBe('42501');
    expect(await asWriter('RESET temp_file_limit; SELECT 1')).toBe('42501');
  });

  it('takes no lock that others wait for, and ends nobody’s session', async () => {
    const calls = await callsOf('^pg_(try_)?advisory_');
    expect(calls.length).toBeGreaterThan(18);
    for (const call of calls) expect(await asWriter(call), call).toBe('42501');
    for (const sql of [
      'SELECT pg_terminate_backend(pg_backend_pid())',
      'SELECT pg_cancel_backend(pg_backend_pid())',
      'LOCK TABLE viewpoints_migration.turn IN ACCESS SHARE MODE',
    ])
      expect(await asWriter(sql), sql).toBe('42501');
  });

  it('learns from no statistics how much there is of what is hidden, or who works', async () => {
    const views = await db.sql<{ name: string }>(`
      SELECT viewname AS name FROM pg_views
      WHERE schemaname = 'pg_catalog' AND (viewname ~ '^pg_stat' OR viewname = 'pg_locks')`);
    const calls = await callsOf('^pg_stat_get_');
    expect([views.length > 30, calls.length > 60]).toEqual([true, true]);
    const statements = [
      ...views.map(({ name }) => `SELECT * FROM pg_catalog."${name}"`),
      ...calls,
      ...['reltuples', 'relpages', 'relallvisible', 'relfrozenxid', 'relminmxid'].map(
        (column) => `SELECT ${column} FROM pg_class`,
      ),
      'SELECT pg_class FROM pg_class',
      `SELECT pg_relation_size('waiver')`,
      `SELECT pg_relation_size('waiver', 'main')`,
      `SELECT pg_table_size('waiver')`,
      `SELECT pg_indexes_size('waiver')`,
      `SELECT pg_total_relation_size('waiver')`,
      'SELECT pg_database_size(current_database())',
      'SELECT pg_lock_status()',
    ];
    for (const sql of statements) expect(await asWriter(sql), sql).toBe('42501');
    // It may know which tables exist: their names are in the source.
    expect(rowsOf(await attempt('SELECT relname FROM pg_class LIMIT 1'))).toHaveLength(1);
  });

  it('cannot become anybody else', async () => {
    for (const sql of [
      'SET ROLE viewpoints_editorial',
      'SET ROLE viewpoints',
      `SET SESSION AUTHORIZATION 'viewpoints_editorial'`,
      `SELECT set_config('role', 'viewpoints_editorial', false)`,
      'GRANT viewpoints_editorial TO viewpoints_reader',
      'ALTER ROLE viewpoints_reader BYPASSRLS',
      'ALTER ROLE viewpoints_reader SUPERUSER',
      'CREATE ROLE somebody LOGIN',
    ]) {
      await attempt('BEGIN');
      await attempt('SET TRANSACTION READ WRITE');
      const result = await attempt(sql);
      await attempt('ROLLBACK');
      expect('error' in result, sql).toBe(true);
    }
    expect(rowsOf(await attempt('SELECT current_user::text AS role'))).toEqual([
      { role: 'viewpoints_reader' },
    ]);
    const [role] = await db.sql(
      `SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = 'viewpoints_reader'`,
    );
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
    expect(
      await db.sql(
        `SELECT roleid FROM pg_auth_members WHERE member = 'viewpoints_reader'::regrole`,
      ),
    ).toEqual([]);
  });

  it('may call few functions of ours, which count and search, and none of the queue', async () => {
    expect(
      await db.sql(`
        SELECT p.oid::regprocedure::text AS name FROM pg_proc p
        WHERE pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
          AND has_schema_privilege('viewpoints_reader', pronamespace, 'USAGE')
          AND has_function_privilege('viewpoints_reader', p.oid, 'EXECUTE') ORDER BY 1`),
    ).toEqual(
      [
        ...['count_visits(jsonb)', 'search_alike(text[])', 'search_answers(jsonb,jsonb)'],
        'search_documents(jsonb)',
        ...['search_names(jsonb)', 'search_offers(text[],text)', 'search_page(jsonb,jsonb)'],
        ...['search_shown_articles(uuid[])', 'search_shown_names(jsonb)'],
        'search_suggestions(text[],text)',
      ].map((name) => ({ name })),
    );
  });

  it('sees an embargoed article, its finding, names and links from the moment its embargo ends', async () => {
    const id = hidden.article;
    const look = async (at: string) => {
      await db.sql('BEGIN');
      for (const table of [
        'published_article',
        'published_version',
        'published_finding',
        'published_correction',
      ])
        await db.sql(
          `UPDATE ${table} SET visible_from = ${at} WHERE ${table === 'published_article' ? 'id' : 'article_id'} = $1`,
          [id],
        );
      await db.sql('COMMIT');
      const counts = rowsOf(
        await attempt(
          `SELECT (SELECT count(*) FROM published_article WHERE id = $1)::int AS article,
                  (SELECT count(*) FROM published_version WHERE article_id = $1)::int AS version,
                  (SELECT count(*) FROM published_finding WHERE article_id = $1)::int AS finding,
                  (SELECT count(*) FROM published_correction WHERE article_id = $1)::int AS correction,
                  (SELECT count(*) FROM actor WHERE id = $2)::int AS actor,
                  (SELECT count(*) FROM author WHERE id = $3)::int AS author,
                  (SELECT count(*) FROM media WHERE id = $4)::int AS media,
                  (SELECT count(*) FROM published_link)::int AS link,
                  (SELECT count(*) FROM published_supersession)::int AS supersession,
                  (SELECT count(*) FROM series WHERE id = $5)::int AS series,
                  (SELECT count(*) FROM published_part WHERE article_id = $1)::int AS part,
                  (SELECT count(*) FROM published_pick WHERE picked_id = $1)::int AS pick,
                  (SELECT count(*) FROM published_related WHERE related_id = $1)::int AS related,
                  (SELECT count(*) FROM published_citation WHERE cited_id = $1)::int AS citation`,
          [id, hidden.actor, hidden.author, hidden.media, hidden.series],
        ),
      );
      return Object.values(counts[0] ?? {});
    };
    expect(await look(`now() + interval '1 hour'`)).toEqual(Array(14).fill(0));
    expect(await look(`now()`)).toEqual(Array(14).fill(1));
    expect(await look(`now() + interval '1 second'`)).toEqual(Array(14).fill(0));
  });
});
