-- Who may do what. Two roles of the server, shared by every journal on it:
--   viewpoints_editorial  reads and writes content; owns nothing; cannot sign in by itself
--   viewpoints_reader     the reading site: published rows and public columns, nothing written
-- Passwords are no part of a migration: `prepareRoles` of packages/db/src/roles.ts lets the reader
-- sign in.

DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['viewpoints_editorial', 'viewpoints_reader'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = r);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', r);
      IF r = 'viewpoints_reader' THEN
        ALTER ROLE viewpoints_reader SET default_transaction_read_only = on;
        ALTER ROLE viewpoints_reader SET statement_timeout = '5s';
        ALTER ROLE viewpoints_reader SET idle_in_transaction_session_timeout = '10s';
      END IF;
    EXCEPTION
      -- Another database of this server is being migrated at the same moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the user "%" may not create roles; run as an administrator: CREATE ROLE viewpoints_editorial NOLOGIN; CREATE ROLE viewpoints_reader NOLOGIN; GRANT viewpoints_editorial TO %;',
          current_user, quote_ident(current_user)
          USING ERRCODE = 'insufficient_privilege';
    END;
  END LOOP;
END $$;

-- The connecting user works as viewpoints_editorial (SET ROLE) and needs to be a member of it.
DO $$
BEGIN
  -- Since 16 whoever makes a role administers it and may not yet become it.
  IF NOT pg_has_role(current_user, 'viewpoints_editorial',
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT viewpoints_editorial TO %I', current_user);
  END IF;
EXCEPTION
  WHEN unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the user "%" is not a member of the role viewpoints_editorial; run as an administrator: GRANT viewpoints_editorial TO %;',
      current_user, quote_ident(current_user)
      USING ERRCODE = 'insufficient_privilege';
END $$;

-- Nothing for everybody.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO viewpoints_editorial, viewpoints_reader;

-- A superuser's migration can also close what PostgreSQL opens to everybody: large objects are
-- the one way to write that needs no table.
DO $$
DECLARE f regprocedure;
BEGIN
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOR f IN
      SELECT oid::regprocedure FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace
        AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite'))
        AND prorettype <> 'trigger'::regtype
    LOOP
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
  END IF;
END $$;

-- Editors' role: everything but the migrations' own table; what is immutable is only added to.
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO viewpoints_editorial;
REVOKE UPDATE, DELETE ON "audit_record", "revision" FROM viewpoints_editorial;
DO $$
BEGIN
  -- Absent where the migrations are only replayed to take a difference.
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE INSERT, UPDATE, DELETE ON "_prisma_migrations" FROM viewpoints_editorial;
  END IF;
END $$;
GRANT EXECUTE ON FUNCTION waived(uuid, waiver_covers, uuid) TO viewpoints_editorial;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO viewpoints_editorial;

-- Row-level security on every table, so that a grant made by mistake still finds nothing.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY editorial ON %I TO viewpoints_editorial USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Readers' role: column by column, so that a column added later is hidden until somebody says so.
GRANT SELECT (id, slug, version, visible_from, published_at, revised_at, genre, language, retracted, summary)
  ON "published_article" TO viewpoints_reader;
GRANT SELECT (article_id, number, visible_from, at, note, view) ON "published_version" TO viewpoints_reader;
GRANT SELECT (id, article_id, number, withdrawn_at, visible_from, published_at, stance, register, source_id,
              held_at, view)
  ON "published_finding" TO viewpoints_reader;
GRANT SELECT (finding_id, actor_id) ON "published_holding" TO viewpoints_reader;
GRANT SELECT (finding_id, issue_id) ON "published_about" TO viewpoints_reader;
GRANT SELECT (finding_id, place_id) ON "published_place" TO viewpoints_reader;
GRANT SELECT (article_id, topic_id) ON "published_article_topic" TO viewpoints_reader;
GRANT SELECT (article_id, author_id) ON "published_contributor" TO viewpoints_reader;
GRANT SELECT (from_id, kind, to_id) ON "published_link" TO viewpoints_reader;
GRANT SELECT (old_id, new_id, kind, at) ON "published_supersession" TO viewpoints_reader;
GRANT SELECT (article_id, source_id, slug, view) ON "published_source" TO viewpoints_reader;
GRANT SELECT (id, article_id, kind, severity, was, now, why, finding_id, at, visible_from)
  ON "published_correction" TO viewpoints_reader;
GRANT SELECT (article_id, media_id) ON "published_media" TO viewpoints_reader;
GRANT SELECT (kind, ref_id, article_id) ON "published_mention" TO viewpoints_reader;
GRANT SELECT (kind, slug, ref_id) ON "former_slug" TO viewpoints_reader;
GRANT SELECT (id, slug, kind, name, aliases, part_of_id, wikidata_id, description) ON "actor" TO viewpoints_reader;
GRANT SELECT (id, slug, name, description, parent_id) ON "issue" TO viewpoints_reader;
GRANT SELECT (id, slug, name, description, position) ON "topic" TO viewpoints_reader;
GRANT SELECT (id, slug, name, longitude, latitude, wikidata_id) ON "place" TO viewpoints_reader;
GRANT SELECT (id, slug, name, about) ON "author" TO viewpoints_reader;
GRANT SELECT (id, path, media_type, byte_size, width, height, sha256) ON "media" TO viewpoints_reader;
GRANT SELECT (id, name, tagline, language, time_zone, notice) ON "journal" TO viewpoints_reader;

-- Rows: what has its own moment of visibility.
CREATE POLICY reader ON "published_article" FOR SELECT TO viewpoints_reader USING (visible_from <= now());
CREATE POLICY reader ON "published_version" FOR SELECT TO viewpoints_reader USING (visible_from <= now());
CREATE POLICY reader ON "published_finding" FOR SELECT TO viewpoints_reader USING (visible_from <= now());
CREATE POLICY reader ON "published_correction" FOR SELECT TO viewpoints_reader USING (visible_from <= now());
CREATE POLICY reader ON "journal" FOR SELECT TO viewpoints_reader USING (true);

-- Rows that hang on those: the table asked about has its own policy, which holds here too.
CREATE POLICY reader ON "published_holding" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = finding_id));
CREATE POLICY reader ON "published_about" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = finding_id));
CREATE POLICY reader ON "published_place" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = finding_id));
CREATE POLICY reader ON "published_link" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = from_id)
         AND EXISTS (SELECT FROM published_finding f WHERE f.id = to_id));
CREATE POLICY reader ON "published_supersession" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = old_id)
         AND EXISTS (SELECT FROM published_finding f WHERE f.id = new_id));
CREATE POLICY reader ON "published_article_topic" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));
CREATE POLICY reader ON "published_contributor" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));
CREATE POLICY reader ON "published_source" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));
CREATE POLICY reader ON "published_media" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));
CREATE POLICY reader ON "published_mention" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));

-- What a visible article refers to.
CREATE POLICY reader ON "actor" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_mention m WHERE m.kind = 'actor' AND m.ref_id = actor.id));
CREATE POLICY reader ON "issue" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_mention m WHERE m.kind = 'issue' AND m.ref_id = issue.id));
CREATE POLICY reader ON "topic" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_mention m WHERE m.kind = 'topic' AND m.ref_id = topic.id));
CREATE POLICY reader ON "place" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_mention m WHERE m.kind = 'place' AND m.ref_id = place.id));
CREATE POLICY reader ON "author" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_mention m WHERE m.kind = 'author' AND m.ref_id = author.id));
CREATE POLICY reader ON "media" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_media m WHERE m.media_id = media.id));
CREATE POLICY reader ON "former_slug" FOR SELECT TO viewpoints_reader
  USING (CASE kind
    WHEN 'article' THEN EXISTS (SELECT FROM published_article a WHERE a.id = ref_id)
    WHEN 'source' THEN EXISTS (SELECT FROM published_source s WHERE s.source_id = ref_id)
    ELSE EXISTS (SELECT FROM published_mention m WHERE m.kind = former_slug.kind AND m.ref_id = former_slug.ref_id)
  END);

-- Jobs are added inside the transaction that causes them, by a role that may not touch the queue
-- otherwise. The queue's schema belongs to graphile-worker, which makes it when it first runs.
CREATE FUNCTION add_job(task text, payload json, run_at timestamptz, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
END $$;
REVOKE ALL ON FUNCTION add_job(text, json, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_job(text, json, timestamptz, text) TO viewpoints_editorial;
