-- CreateEnum
CREATE TYPE "search_kind" AS ENUM ('article', 'finding', 'actor', 'author', 'issue', 'topic', 'source');

-- CreateTable
CREATE TABLE "search_document" (
    "id" UUID NOT NULL,
    "kind" "search_kind" NOT NULL,
    "article_id" UUID,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "number" BIGINT NOT NULL,
    "edition" SMALLINT NOT NULL,
    "slug" TEXT,
    "facets" TEXT[],
    "head" tsvector NOT NULL,
    "terms" tsvector NOT NULL,
    "text" TEXT,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("id","kind")
);

-- CreateTable
CREATE TABLE "search_word" (
    "word" TEXT NOT NULL,
    "shown" TEXT NOT NULL,

    CONSTRAINT "search_word_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_stemming" (
    "config" TEXT NOT NULL,

    CONSTRAINT "search_stemming_pkey" PRIMARY KEY ("config")
);

-- CreateIndex
CREATE INDEX "search_document_article_id_idx" ON "search_document"("article_id");

-- CreateIndex
CREATE INDEX "search_document_terms_idx" ON "search_document" USING GIN ("terms");

-- AddForeignKey
ALTER TABLE "search_document" ADD CONSTRAINT "search_document_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What is found lies in one table, and readers ask functions, not the table: `@@` and `%` are not
-- leakproof, so under row-level security they would be evaluated row by row and no index be used. The
-- functions belong to the owner and ask themselves what readers may see; what they hand out are
-- ids, counts and words. What is shown of an id is read by readers' role from the published tables.

-- Apart from `public`, where readers' role may call what everybody may.
CREATE SCHEMA IF NOT EXISTS "search_parts";
REVOKE ALL ON SCHEMA "search_parts" FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA "search_parts";

CREATE SEQUENCE "search_number";
GRANT USAGE, SELECT ON SEQUENCE "search_number" TO viewpoints_editorial;

ALTER TABLE "search_document" ALTER COLUMN "facets" SET NOT NULL;
-- Words and text out of line first: what is looked at by the hundred stays in its row.
ALTER TABLE "search_document" SET (toast_tuple_target = 512);
ALTER TABLE "search_document" ALTER COLUMN "head" SET STORAGE MAIN, ALTER COLUMN "facets" SET STORAGE MAIN;
ALTER TABLE "search_document" ALTER COLUMN "terms" SET STATISTICS 0;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['search_document', 'search_word', 'search_stemming'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY editorial ON %I TO viewpoints_editorial USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- To show matches in: read by id, under row-level security like everything that is shown.
GRANT SELECT (id, kind, article_id, visible_from, text) ON "search_document" TO viewpoints_reader;
CREATE POLICY reader ON "search_document" FOR SELECT TO viewpoints_reader
  USING (article_id IS NOT NULL AND visible_from <= now());

-- Names are few; parts of them are completed and mended by trigrams.
DO $$
DECLARE parts text := (SELECT quote_ident(nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                       WHERE extname = 'pg_trgm');
BEGIN
  EXECUTE format('CREATE INDEX "search_document_name" ON "search_document" USING gin (text %s.gin_trgm_ops) WHERE article_id IS NULL', parts);
  EXECUTE format('CREATE INDEX "search_word_alike" ON "search_word" USING gin (word %s.gin_trgm_ops)', parts);
END $$;
CREATE INDEX "search_word_begins" ON "search_word" (word text_pattern_ops);

-- A document's words: its title weighs most, then who says it and how it begins.
CREATE FUNCTION search_head(config regconfig, title text, head text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT setweight(to_tsvector(config, title), 'A') || setweight(to_tsvector(config, head), 'B')
$$;

-- A facet or a place in time is a word too, which no text can hold: `=`; a word of a title: `~`.
CREATE FUNCTION search_marks(config regconfig, title text, facets text[], number bigint) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT DISTINCT '=' || facet FROM unnest(facets) facet)
    || ARRAY(SELECT '~' || word FROM unnest(tsvector_to_array(to_tsvector(config, title))) word)
    || CASE WHEN number = 0 THEN ARRAY['=n']
       ELSE ARRAY['=a:' || (number >> 10), '=b:' || (number >> 13), '=c:' || (number >> 16), '=d:' || (number >> 19)]
       END)
$$;

-- Writes documents made from published views (packages/db/src/published/write-search.ts). Texts
-- are folded. Numbers tell the newer from the older; names, which have no time, have 0.
CREATE FUNCTION write_search_documents(documents jsonb) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO search_stemming SELECT DISTINCT unnest(ARRAY[d ->> 'config', 'simple'])
  FROM jsonb_array_elements(documents) d
  ON CONFLICT DO NOTHING;

  INSERT INTO search_document AS old
    (id, kind, article_id, visible_from, at, number, edition, slug, facets, head, terms, text)
  SELECT d.id, d.kind, d.article_id, d.visible_from, d.at, n.number, d.edition, d.slug, d.facets, h.head,
         h.head || to_tsvector(d.config, d.rest)
           -- A name may be asked for in any language.
           || CASE WHEN d.article_id IS NULL THEN to_tsvector('simple', concat_ws(' ', d.title, d.head)) ELSE '' END
           || search_marks(d.config, d.title, d.facets || d.marks, n.number),
         d.text
  FROM jsonb_to_recordset(documents) AS d(
    id uuid, kind search_kind, article_id uuid, visible_from timestamptz, at timestamptz, edition smallint,
    slug text, config regconfig, title text, head text, rest text, facets text[], marks text[], text text)
  LEFT JOIN search_document kept ON kept.id = d.id AND kept.kind = d.kind
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.article_id IS NULL THEN 0
                WHEN kept.number IS NOT NULL THEN kept.number
                ELSE nextval('search_number') END AS number) n
  CROSS JOIN LATERAL (SELECT search_head(d.config, d.title, d.head) AS head) h
  ON CONFLICT (id, kind) DO UPDATE
    SET article_id = excluded.article_id, visible_from = excluded.visible_from, at = excluded.at,
        edition = excluded.edition, slug = excluded.slug, facets = excluded.facets, head = excluded.head,
        terms = excluded.terms, text = excluded.text
    WHERE (old.visible_from, old.at, old.edition, old.slug, old.facets, old.terms, old.text)
      IS DISTINCT FROM
      (excluded.visible_from, excluded.at, excluded.edition, excluded.slug, excluded.facets, excluded.terms, excluded.text);
$$;
GRANT EXECUTE ON FUNCTION search_head(regconfig, text, text), search_marks(regconfig, text, text[], bigint),
  write_search_documents(jsonb) TO viewpoints_editorial;

-- Whatever forgets to: what is retracted, withdrawn or moved to another time is so in the search as well.
CREATE FUNCTION keep_search_in_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'published_finding' THEN
    DELETE FROM search_document WHERE id = NEW.id AND kind = 'finding';
  ELSIF NEW.retracted THEN
    DELETE FROM search_document WHERE article_id = NEW.id;
  ELSE
    UPDATE search_document SET visible_from = NEW.visible_from, at = NEW.published_at WHERE article_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
GRANT EXECUTE ON FUNCTION keep_search_in_step() TO viewpoints_editorial;
CREATE TRIGGER "published_article_search" AFTER UPDATE ON "published_article" FOR EACH ROW
  WHEN (NEW.retracted OR NEW.visible_from <> OLD.visible_from)
  EXECUTE FUNCTION keep_search_in_step();
CREATE TRIGGER "published_finding_search" AFTER UPDATE ON "published_finding" FOR EACH ROW
  WHEN (NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION keep_search_in_step();

-- What a word or phrase is in each of the stemmers; `common` where one of them knows it as too
-- common to be kept, so that it cannot be asked for.
CREATE FUNCTION search_stems(words text, OUT query tsquery, OUT common boolean)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
DECLARE
  stemmer text;
  part tsquery;
  seen text[] := '{}';
BEGIN
  common := false;
  FOR stemmer IN SELECT config FROM search_stemming LOOP
    part := phraseto_tsquery(stemmer::regconfig, words);
    IF numnode(part) = 0 THEN
      common := true;
    ELSIF NOT part::text = ANY(seen) THEN
      seen := seen || part::text;
      query := CASE WHEN query IS NULL THEN part ELSE query || part END;
    END IF;
  END LOOP;
END $$;

-- The same in titles alone: each of the words, as marked by `search_marks`.
CREATE FUNCTION search_title_stems(words text) RETURNS tsquery
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT string_agg('(' || parts.query || ')', '|')::tsquery
  FROM (
    SELECT DISTINCT string_agg(quote_literal('~' || word), '&' ORDER BY word) AS query
    FROM search_stemming, unnest(tsvector_to_array(to_tsvector(config::regconfig, words))) word
    GROUP BY config) parts
$$;

CREATE FUNCTION search_mark(mark text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT (quote_literal('=' || replace(mark, '\', '')))::tsquery
$$;

-- Whether readers may look an actor, author, issue, topic or source up: something visible names it.
CREATE FUNCTION search_may_name(what search_kind, named uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN what = 'source' THEN EXISTS (
      SELECT FROM published_source s JOIN published_article a ON a.id = s.article_id
      WHERE s.source_id = named AND a.visible_from <= now())
    ELSE EXISTS (
      SELECT FROM published_mention m JOIN published_article a ON a.id = m.article_id
      WHERE m.kind = what::text::page_kind AND m.ref_id = named AND a.visible_from <= now()) END
$$;

-- The whole of a question as one query; `common` holds the places of the words it leaves out.
-- asked: { wanted: [{ words, title }], excluded: […], facets: [["kind:article", …], …] }
CREATE FUNCTION search_whole(asked jsonb, OUT query tsquery, OUT ranking tsquery, OUT common int[])
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE
  term jsonb;
  place bigint;
  stems record;
  part tsquery;
  left_out tsquery;
BEGIN
  common := '{}';
  FOR term, place IN SELECT * FROM jsonb_array_elements(asked -> 'wanted') WITH ORDINALITY LOOP
    SELECT * INTO stems FROM search_stems(term ->> 'words');
    CONTINUE WHEN stems.query IS NULL;
    part := stems.query;
    IF (term ->> 'title')::boolean THEN
      part := coalesce(search_title_stems(term ->> 'words') && part, part);
    END IF;
    IF stems.common THEN
      common := common || (place - 1)::int;
      left_out := CASE WHEN left_out IS NULL THEN part ELSE left_out && part END;
    ELSE
      query := CASE WHEN query IS NULL THEN part ELSE query && part END;
    END IF;
    ranking := CASE WHEN ranking IS NULL THEN stems.query ELSE ranking || stems.query END;
  END LOOP;
  IF query IS NULL AND left_out IS NOT NULL THEN
    query := left_out;
    common := '{}';
  END IF;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'facets') LOOP
    SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO part FROM jsonb_array_elements_text(term) mark;
    query := CASE WHEN query IS NULL THEN part ELSE query && part END;
  END LOOP;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'excluded') LOOP
    SELECT * INTO stems FROM search_stems(term ->> 'words');
    CONTINUE WHEN stems.query IS NULL;
    part := CASE WHEN (term ->> 'title')::boolean
                 THEN coalesce(search_title_stems(term ->> 'words'), stems.query) ELSE stems.query END;
    query := CASE WHEN query IS NULL THEN !!part ELSE query && !!part END;
  END LOOP;
END $$;

-- The newest documents: the last so many thousands, eight thousands and so on.
CREATE FUNCTION search_newest(level int, parts int) RETURNS tsquery
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT string_agg(quote_literal('=' || mark || ((last_value >> level) - part)), '|')::tsquery
  FROM search_number, generate_series(0, parts - 1) part,
       (SELECT CASE level WHEN 10 THEN 'a:' WHEN 13 THEN 'b:' WHEN 16 THEN 'c:' ELSE 'd:' END AS mark) m
$$;

-- Articles and findings. Where many answer, the newest of them are ranked and counted: a word
-- that every second piece has costs no more than a rare one. The marks `a` to `d` say in which thousand, eight
-- thousand and so on a document is, so that the index itself finds "the word, among the newest".
-- asked: as in search_whole, with after, before, limit, cursor: [score, id] or null, most.
CREATE FUNCTION search_documents(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  whole record;
  most int := least((asked ->> 'most')::int, 2000);
  since timestamptz := coalesce((asked ->> 'after')::timestamptz, '-infinity');
  til timestamptz := coalesce((asked ->> 'before')::timestamptz, 'infinity');
  rows_wanted int := least((asked ->> 'limit')::int, 100) + 1;
  from_score int := (asked #>> '{cursor,0}')::int;
  from_id uuid := (asked #>> '{cursor,1}')::uuid;
  newest bigint := (SELECT last_value FROM search_number);
  everything constant int := 60;
  -- The whole index is gone through where there are only words that are not wanted.
  nothing_wanted constant boolean := asked -> 'wanted' = '[]' AND asked -> 'facets' = '[]';
  -- Words that stand together are looked for in each document that has them all.
  most_read constant int := 3000;
  bounded boolean := false;
  having_all int;
  shown_at int;
  level int := CASE WHEN newest >> 11 > 0 THEN 10 ELSE everything END;
  parts int := 2;
  needed numeric;
  probe tsquery;
  total int;
  result jsonb;
BEGIN
  whole := search_whole(asked);
  IF whole.query IS NULL THEN
    whole.query := search_mark('kind:article') || search_mark('kind:finding');
  END IF;
  LOOP
    -- Without the marks of both kinds where nothing needs them: to look each answer up in two lists of
    -- everything costs more than to leave the names out afterwards.
    probe := CASE WHEN level <> everything THEN whole.query && search_newest(level, parts)
                  WHEN nothing_wanted THEN whole.query && (search_mark('kind:article') || search_mark('kind:finding'))
                  ELSE whole.query END;
    WITH candidate AS MATERIALIZED (
      SELECT id, kind, facets,
             (1000000 * (coalesce(ts_rank('{0.05, 0.1, 0.35, 0.9}', head, whole.ranking, 1), 0)
                + CASE WHEN kind = 'article' THEN 0.12 ELSE 0 END
                + extract(epoch FROM at) / 86400 / 3652.5 * 0.5))::int AS score
      FROM (
        SELECT d.id, d.kind, d.facets, d.head, d.at
        FROM search_document d
        WHERE d.terms @@ probe AND d.article_id IS NOT NULL AND d.visible_from <= now() AND d.at >= since AND d.at < til
        ORDER BY d.number DESC LIMIT most) newest),
    shown AS (
      SELECT id, kind, score FROM candidate
      WHERE from_score IS NULL OR (score, id) < (from_score, from_id)
      ORDER BY score DESC, id DESC LIMIT rows_wanted),
    every_facet AS MATERIALIZED (
      SELECT facet, count(*) AS count FROM candidate, unnest(facets) facet GROUP BY facet),
    -- Of what there are hundreds of, no more than a page offers.
    counted AS (
      SELECT facet, count FROM every_facet WHERE NOT (facet ^@ 'actor:' OR facet ^@ 'issue:')
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'actor:' ORDER BY count DESC, length(facet), facet LIMIT 12)
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'issue:' ORDER BY count DESC, length(facet), facet LIMIT 12))
    SELECT (SELECT count(*) FROM candidate), jsonb_build_object(
        'hits', (SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id, score) ORDER BY score DESC, id DESC), '[]') FROM shown),
        'facets', (SELECT coalesce(jsonb_object_agg(facet, count), '{}') FROM counted))
      INTO total, result;
    shown_at := level;
    EXIT WHEN level = everything OR bounded OR total * 2 >= most;
    -- Among the newest there are too few: go back as far as there should be enough, if they are spread evenly.
    needed := CASE WHEN level = 10 AND parts = 2
                   THEN most / greatest(total, 0.5) * (1 + least(1, 2 / sqrt(greatest(total, 0.5)))) END;
    IF needed IS NOT NULL AND whole.query::text ~ '<' THEN
      SELECT count(*) INTO having_all FROM search_document d
      WHERE d.terms @@ (regexp_replace(whole.query::text, '<[0-9-]+>', '&', 'g')::tsquery && search_newest(10, 2));
      EXIT WHEN having_all * 2 > most_read;
      needed := least(needed, 1.5 * most_read / greatest(having_all, 0.5));
      bounded := true;
    END IF;
    level := CASE WHEN needed IS NULL OR needed >= newest >> 10 THEN everything
                  WHEN needed <= 8 THEN 10 WHEN needed <= 64 THEN 13 WHEN needed <= 512 THEN 16
                  WHEN needed <= 4096 THEN 19 ELSE everything END;
    parts := 1 + ceil(needed / (1 << greatest(least(level, 19) - 10, 0)));
  END LOOP;
  RETURN result || jsonb_build_object(
    'total', total, 'capped', total >= most OR shown_at IS DISTINCT FROM everything, 'common', whole.common,
    'stems', CASE WHEN whole.ranking IS NULL THEN '[]' ELSE to_jsonb(search_lexemes(whole.ranking)) END);
END $$;

-- The words of a query, for marking them; not those that some language has in every sentence.
CREATE FUNCTION search_lexemes(query tsquery) RETURNS text[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
  SELECT coalesce(array_agg(word ORDER BY word), '{}')
  FROM (SELECT DISTINCT replace(found[1], '''''', '''') AS word
        FROM regexp_matches(query::text, '''((?:[^'']|'''')*)''', 'g') found) words
  WHERE NOT EXISTS (SELECT FROM search_stemming WHERE numnode(plainto_tsquery(config::regconfig, word)) = 0)
$$;

-- Actors, authors, issues, topics and sources whose names answer; those that fit best first.
CREATE FUNCTION search_names(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  whole record := search_whole(asked);
  probe tsquery;
BEGIN
  IF whole.query IS NULL OR whole.ranking IS NULL THEN RETURN '[]'; END IF;
  probe := whole.query && search_mark('n');
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id) ORDER BY rank DESC, id), '[]')
    FROM (
      SELECT d.kind, d.id, ts_rank('{0.05, 0.1, 0.35, 0.9}', d.head, whole.ranking, 1) AS rank
      FROM (SELECT * FROM search_document d WHERE d.terms @@ probe LIMIT 500) d
      WHERE search_may_name(d.kind, d.id)
      ORDER BY 3 DESC, 2 LIMIT least((asked ->> 'limit')::int, 100)) named);
END $$;

-- What to offer while somebody types: names with words that begin so, and articles whose titles have such
-- words. `before` are the words typed whole, `last` the one under way, all folded.
CREATE FUNCTION search_suggestions(before text[], last text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, search_parts, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  patterns text[] := ARRAY(SELECT '% ' || w || ' %' FROM unnest(before) w) || ('% ' || last || '%');
  names jsonb;
  query tsquery;
  typed text;
  stems tsquery;
  attempt tsquery;
  articles jsonb := '[]';
BEGIN
  -- Planned for what was typed: only then are trigrams used.
  EXECUTE $q$
    SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id) ORDER BY place, length, id), '[]')
    FROM (
      SELECT kind, id, length(text) AS length, text NOT LIKE $2 AS place
      FROM (SELECT * FROM search_document d WHERE d.article_id IS NULL AND d.text LIKE $3 AND d.text LIKE ALL ($1)
            ORDER BY length(text), id LIMIT 40) d
      WHERE search_may_name(kind, id)
      ORDER BY 4, 3, 2 LIMIT 6) named $q$
    INTO names USING patterns, ' ' || array_to_string(before || last, ' ') || '%', '% ' || last || '%';

  SELECT string_agg(title.stems::text, '|')::tsquery INTO query
  FROM (SELECT w.word FROM search_word w WHERE w.word LIKE last || '%' ORDER BY length(w.word), w.word LIMIT 12) completed,
       LATERAL (SELECT search_title_stems(completed.word) AS stems) title;
  IF query IS NOT NULL THEN
    FOREACH typed IN ARRAY before LOOP
      stems := search_title_stems(typed);
      query := CASE WHEN stems IS NULL THEN query ELSE query && stems END;
    END LOOP;
    FOREACH attempt IN ARRAY ARRAY[query && search_newest(13, 2), query] LOOP
      SELECT coalesce(jsonb_agg(id ORDER BY number DESC), '[]') INTO articles
      FROM (
        SELECT id, number FROM (
          SELECT id, number, kind FROM search_document d
          WHERE d.terms @@ (attempt && search_mark('kind:article')) AND d.visible_from <= now() LIMIT 300) few
        ORDER BY number DESC LIMIT 4) d;
      EXIT WHEN jsonb_array_length(articles) >= 4;
    END LOOP;
  END IF;
  RETURN jsonb_build_object('names', names, 'articles', articles);
END $$;

-- Whether something that readers can see has a word; among the newest first, where a common one is.
CREATE FUNCTION search_has(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_stems(word));
BEGIN
  RETURN EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ (stems && search_newest(10, 2)) AND d.visible_from <= now())
      OR EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ stems AND d.article_id IS NOT NULL AND d.visible_from <= now());
END $$;

-- For each word that nothing has, words written much like it that stand in something readers can see, the
-- most alike first.
CREATE FUNCTION search_alike(words text[]) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, search_parts, pg_temp SET enable_seqscan = off SET jit = off
  SET pg_trgm.similarity_threshold = 0.4 AS $$
BEGIN
  RETURN (
    SELECT coalesce(jsonb_object_agg(typed, alike), '{}')
    FROM (
      SELECT typed, jsonb_agg(jsonb_build_array(near.word, near.shown) ORDER BY near.alike DESC, near.word) AS alike
      FROM (SELECT typed FROM unnest(words) typed WHERE NOT search_has(typed) OFFSET 0) unknown,
        LATERAL (
          SELECT w.word, w.shown, similarity(w.word, typed) AS alike FROM search_word w
          WHERE w.word % typed AND length(w.word) BETWEEN length(typed) - 2 AND length(typed) + 2
          ORDER BY 3 DESC, 1 LIMIT 8) near
      WHERE search_has(near.word)
      GROUP BY typed) found);
END $$;

-- What readers may see of names that were found, in that order: as readers' role, under row-level security.
CREATE FUNCTION search_shown_names(refs jsonb) RETURNS json
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF jsonb_array_length(refs) = 0 THEN RETURN '[]'; END IF;
  RETURN (
    SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'slug', n.slug, 'name', n.name, 'about', n.about) ORDER BY r.place), '[]')
    FROM (SELECT ref ->> 0 AS kind, (ref ->> 1)::uuid AS id, place FROM jsonb_array_elements(refs) WITH ORDINALITY t(ref, place)) r,
      LATERAL (
        SELECT slug, name, description AS about FROM actor WHERE r.kind = 'actor' AND id = r.id
        UNION ALL SELECT slug, name, about FROM author WHERE r.kind = 'author' AND id = r.id
        UNION ALL SELECT slug, name, description FROM issue WHERE r.kind = 'issue' AND id = r.id
        UNION ALL SELECT slug, name, description FROM topic WHERE r.kind = 'topic' AND id = r.id
        UNION ALL (SELECT slug, view #>> '{named,title}', view ->> 'wording' FROM published_source
                   WHERE r.kind = 'source' AND source_id = r.id LIMIT 1)) n);
END $$;

-- What readers may see of articles that were found, with the beginning of their text to show matches in.
CREATE FUNCTION search_shown_articles(ids uuid[], OUT shown json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  shown := '[]';
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  SELECT coalesce(json_agg(json_build_object('id', a.id, 'summary', a.summary, 'text', left(d.text, 30000))), '[]') INTO shown
  FROM unnest(ids) wanted, published_article a, search_document d
  WHERE a.id = wanted AND d.id = wanted AND d.kind = 'article' AND NOT a.retracted;
END $$;

-- A page of the search in one answer. What is found says the owner's function; what is shown of it is read here by
-- who asks, under row-level security: were the function wrong, the page would still show nothing.
CREATE FUNCTION search_page(asked jsonb, named jsonb,
    OUT answer jsonb, OUT articles json, OUT findings json, OUT names json, OUT called json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  article_ids uuid[];
  finding_ids uuid[];
BEGIN
  names := CASE WHEN named IS NULL THEN '[]' ELSE search_shown_names(search_names(named)) END;
  articles := '[]'; findings := '[]'; called := '[]';
  IF asked IS NULL THEN RETURN; END IF;
  answer := search_documents(asked);
  SELECT array_agg(id) FILTER (WHERE kind = 'article'), array_agg(id) FILTER (WHERE kind = 'finding')
    INTO article_ids, finding_ids
  FROM (SELECT hit ->> 0 AS kind, (hit ->> 1)::uuid AS id
        FROM jsonb_array_elements(answer -> 'hits') hit LIMIT (asked ->> 'limit')::int) hits;
  IF article_ids IS NOT NULL THEN articles := search_shown_articles(article_ids); END IF;
  IF finding_ids IS NOT NULL THEN
    SELECT coalesce(json_agg(json_build_object('id', f.id, 'view', f.view, 'superseded',
        EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id),
        'articleId', a.id, 'slug', a.slug, 'headline', a.summary ->> 'headline')), '[]') INTO findings
    FROM unnest(finding_ids) wanted, published_finding f, published_article a
    WHERE f.id = wanted AND a.id = f.article_id AND f.withdrawn_at IS NULL;
  END IF;
  SELECT coalesce(json_agg(json_build_array(facet, name)), '[]') INTO called
  FROM jsonb_object_keys(answer -> 'facets') facet,
    LATERAL (
      SELECT name FROM actor WHERE facet ^@ 'actor:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM issue WHERE facet ^@ 'issue:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM topic WHERE facet ^@ 'topic:' AND slug = substr(facet, 7)) n;
END $$;

-- Suggestions as readers may see them.
CREATE FUNCTION search_offers(before text[], last text, OUT names json, OUT articles json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  offered jsonb := search_suggestions(before, last);
  ids uuid[] := ARRAY(SELECT jsonb_array_elements_text(offered -> 'articles')::uuid);
BEGIN
  names := search_shown_names(offered -> 'names');
  SELECT coalesce(json_agg(a.summary ORDER BY wanted.place), '[]') INTO articles
  FROM unnest(ids) WITH ORDINALITY wanted(id, place), published_article a
  WHERE a.id = wanted.id AND NOT a.retracted;
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc
           WHERE pronamespace = 'public'::regnamespace AND proname LIKE '%search%' LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION search_documents(jsonb), search_names(jsonb), search_suggestions(text[], text),
  search_alike(text[]), search_page(jsonb, jsonb), search_offers(text[], text), search_shown_names(jsonb),
  search_shown_articles(uuid[]) TO viewpoints_reader;
