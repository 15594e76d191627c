-- AlterEnum
ALTER TYPE "search_kind" ADD VALUE 'series' BEFORE 'source';

-- AlterTable
ALTER TABLE "search_document" ADD COLUMN     "said" TEXT;


-- Phrases by what stands side by side, series among what can be found, and less read for a search. Installations
-- make their documents anew when they next start (`searchEdition`).

-- Pairs of words that stand in a text one after the other, as lexemes that no text can hold: `^`. They are
-- numbers out of 65,536, so that they are few to the index; a document that has the pairs of a phrase is
-- still read, and hardly one is read in vain.
CREATE FUNCTION search_pairs(words tsvector) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT '^' || (hashtext(word || ' ' || next || ' ' || apart) & 65535)), '{}')
  FROM (
    SELECT lexeme AS word, lead(lexeme) OVER in_order AS next, lead(place) OVER in_order - place AS apart
    FROM unnest(words), unnest(positions) place
    WINDOW in_order AS (ORDER BY place)) pairs
  WHERE next IS NOT NULL
$$;

-- As before, with the pairs, and with `said`: all its words as they were folded, a text a line, for phrases
-- with words that stemmers leave out. OFFSET 0: worked out once each.
CREATE OR REPLACE FUNCTION write_search_documents(documents jsonb) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO search_stemming SELECT DISTINCT unnest(ARRAY[d ->> 'config', 'simple'])
  FROM jsonb_array_elements(documents) d
  ON CONFLICT DO NOTHING;

  INSERT INTO search_document AS old
    (id, kind, article_id, visible_from, at, number, edition, slug, facets, head, terms, text, said)
  SELECT d.id, d.kind, d.article_id, d.visible_from, d.at, n.number, d.edition, d.slug, d.facets, h.head,
         w.words || array_to_tsvector(search_pairs(w.words))
           || search_marks(d.config, d.title, d.facets || d.marks, n.number),
         d.text, ' ' || replace(concat_ws(E'\n', d.title, d.head, d.rest), E'\n', E' \n ') || ' '
  FROM jsonb_to_recordset(documents) AS d(
    id uuid, kind search_kind, article_id uuid, visible_from timestamptz, at timestamptz, edition smallint,
    slug text, config regconfig, title text, head text, rest text, facets text[], marks text[], text text)
  LEFT JOIN search_document kept ON kept.id = d.id AND kept.kind = d.kind
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.article_id IS NULL THEN 0
                WHEN kept.number IS NOT NULL THEN kept.number
                ELSE nextval('search_number') END AS number OFFSET 0) n
  CROSS JOIN LATERAL (SELECT search_head(d.config, d.title, d.head) AS head OFFSET 0) h
  CROSS JOIN LATERAL (
    SELECT h.head || to_tsvector(d.config, d.rest)
      -- A name may be asked for in any language.
      || CASE WHEN d.article_id IS NULL THEN to_tsvector('simple', concat_ws(' ', d.title, d.head)) ELSE '' END
      AS words OFFSET 0) w
  ON CONFLICT (id, kind) DO UPDATE
    SET article_id = excluded.article_id, visible_from = excluded.visible_from, at = excluded.at,
        edition = excluded.edition, slug = excluded.slug, facets = excluded.facets, head = excluded.head,
        terms = excluded.terms, text = excluded.text, said = excluded.said
    WHERE (old.visible_from, old.at, old.edition, old.slug, old.facets, old.terms, old.text, old.said)
      IS DISTINCT FROM (excluded.visible_from, excluded.at, excluded.edition, excluded.slug, excluded.facets,
                        excluded.terms, excluded.text, excluded.said);
$$;

DROP FUNCTION search_stems(text), search_whole(jsonb), search_newest(int, int);

-- What a word or phrase is in each of the stemmers: `ranking` as it is said, `query` with its pairs, for
-- the index. `common` where one of them knows the word as too common to be kept, so that it cannot be asked
-- for. `exact` where one leaves words of the phrase out: what it finds has to be read, unless it answers `kept`,
-- which is the phrase in those that leave out nothing. `query` is null where one leaves out all of it.
CREATE FUNCTION search_stems(words text, OUT query tsquery, OUT ranking tsquery, OUT kept tsquery, OUT common boolean,
    OUT exact boolean)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
DECLARE
  stemmer text;
  part tsquery;
  pairs text;
  seen text[] := '{}';
  size int := numnode(phraseto_tsquery('simple', words));
  anything boolean := false;
BEGIN
  common := false;
  exact := false;
  FOR stemmer IN SELECT config FROM search_stemming LOOP
    part := phraseto_tsquery(stemmer::regconfig, words);
    IF numnode(part) < size THEN
      common := common OR size = 1;
      exact := exact OR size > 1;
      anything := anything OR (size > 1 AND numnode(part) = 0);
    END IF;
    CONTINUE WHEN numnode(part) = 0 OR part::text = ANY(seen);
    seen := seen || part::text;
    ranking := CASE WHEN ranking IS NULL THEN part ELSE ranking || part END;
    IF numnode(part) = size THEN
      kept := CASE WHEN kept IS NULL THEN part ELSE kept || part END;
    END IF;
    IF numnode(part) > 1 THEN
      SELECT string_agg(quote_literal(pair), '&') INTO pairs
      FROM unnest(search_pairs(to_tsvector(stemmer::regconfig, words))) pair;
      part := part && pairs::tsquery;
    END IF;
    query := CASE WHEN query IS NULL THEN part ELSE query || part END;
  END LOOP;
  IF anything THEN query := NULL; END IF;
END $$;

-- The whole of a question as one query; `common` holds the places of the words it leaves out. `said` is what
-- has to be read for, and `unsaid` what must not be there.
-- asked: { wanted: [{ words, title }], excluded: […], facets: [["kind:article", …], …] }
CREATE FUNCTION search_whole(asked jsonb, OUT query tsquery, OUT ranking tsquery, OUT common int[], OUT said jsonb,
    OUT unsaid jsonb)
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
    CONTINUE WHEN stems.ranking IS NULL;
    part := stems.query;
    IF (term ->> 'title')::boolean THEN
      part := coalesce(search_title_stems(term ->> 'words') && part, part);
    END IF;
    IF stems.exact THEN
      said := coalesce(said, '[]') || (term || jsonb_build_object('kept', stems.kept::text));
    END IF;
    IF stems.common THEN
      common := common || (place - 1)::int;
      left_out := CASE WHEN left_out IS NULL THEN part ELSE left_out && part END;
    ELSIF part IS NOT NULL THEN
      query := CASE WHEN query IS NULL THEN part ELSE query && part END;
    END IF;
    ranking := CASE WHEN ranking IS NULL THEN stems.ranking ELSE ranking || stems.ranking END;
  END LOOP;
  IF query IS NULL AND said IS NULL AND left_out IS NOT NULL THEN
    query := left_out;
    common := '{}';
  END IF;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'facets') LOOP
    SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO part FROM jsonb_array_elements_text(term) mark;
    query := CASE WHEN query IS NULL THEN part ELSE query && part END;
  END LOOP;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'excluded') LOOP
    SELECT * INTO stems FROM search_stems(term ->> 'words');
    CONTINUE WHEN stems.ranking IS NULL;
    IF stems.exact THEN
      unsaid := coalesce(unsaid, '[]') || (term || jsonb_build_object('kept', stems.kept::text));
      CONTINUE;
    END IF;
    part := CASE WHEN (term ->> 'title')::boolean
                 THEN coalesce(search_title_stems(term ->> 'words'), stems.query) ELSE stems.query END;
    query := CASE WHEN query IS NULL THEN !!part ELSE query && !!part END;
  END LOOP;
END $$;

-- Whether a document says all of `wanted` in just these words, and nothing of `unwanted`.
CREATE FUNCTION search_says(terms tsvector, said text, wanted jsonb, unwanted jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(bool_and(has.it = each.is_wanted), true)
  FROM (SELECT phrase, true AS is_wanted FROM jsonb_array_elements(wanted) phrase
        UNION ALL SELECT phrase, false FROM jsonb_array_elements(unwanted) phrase) each,
    LATERAL (SELECT coalesce(strpos(CASE WHEN (phrase ->> 'title')::boolean THEN split_part(said, E'\n', 1) ELSE said END,
                                    ' ' || (phrase ->> 'words') || ' ') > 0, false)
               OR (NOT (phrase ->> 'title')::boolean AND terms @@ (phrase ->> 'kept')::tsquery) AS it) has
$$;

-- The newest documents: the last so many thousands, put together of as few marks as may be, so that at most a
-- few thousand more are among them.
CREATE FUNCTION search_newest(thousands int) RETURNS tsquery
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE
  level int := 0;
  newest bigint := (SELECT last_value >> 10 FROM search_number);
  oldest bigint := greatest(newest - thousands, 0);
  marks text[] := '{}';
BEGIN
  LOOP
    IF newest - oldest < 6 OR level = 3 THEN
      marks := marks || ARRAY(SELECT substr('abcd', level + 1, 1) || ':' || part FROM generate_series(oldest, newest) part);
      RETURN (SELECT string_agg(quote_literal('=' || mark), '|')::tsquery FROM unnest(marks) mark);
    END IF;
    IF oldest & 7 > 5 THEN
      marks := marks || ARRAY(SELECT substr('abcd', level + 1, 1) || ':' || part FROM generate_series(oldest, oldest | 7) part);
      oldest := oldest + 8;
    END IF;
    oldest := oldest >> 3;
    newest := newest >> 3;
    level := level + 1;
  END LOOP;
END $$;

-- Articles and findings. Where many answer, the newest of them are ranked and counted: a word
-- that every second piece has costs no more than a rare one. The marks `a` to `d` say in which thousand, eight
-- thousand and so on a document is, so that the index itself finds "the word, among the newest".
-- asked: as in search_whole, with after, before, limit, cursor: [score, id] or null, most.
CREATE OR REPLACE FUNCTION search_documents(asked jsonb) RETURNS jsonb
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
  -- How far back is looked, in thousands of documents, and how many there are.
  thousands int := 1;
  existing int := (SELECT last_value >> 10 FROM search_number);
  -- The whole index is gone through where there are only words that are not wanted.
  nothing_wanted constant boolean := asked -> 'wanted' = '[]' AND asked -> 'facets' = '[]';
  -- Documents are read for phrases that the index does not know whole.
  reading boolean;
  most_read constant int := 3000;
  bounded boolean := false;
  to_read int;
  probe tsquery;
  total int;
  result jsonb;
BEGIN
  whole := search_whole(asked);
  reading := whole.said IS NOT NULL OR whole.unsaid IS NOT NULL;
  IF whole.query IS NULL THEN
    whole.query := search_mark('kind:article') || search_mark('kind:finding');
  END IF;
  LOOP
    -- Without the marks of both kinds where nothing needs them: to look each answer up in two lists of
    -- everything costs more than to leave the names out afterwards.
    probe := CASE WHEN thousands < existing THEN whole.query && search_newest(thousands)
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
          AND (NOT reading OR search_says(d.terms, d.said, whole.said, whole.unsaid))
        ORDER BY d.number DESC LIMIT most) newest),
    shown AS (
      SELECT id, kind, score FROM candidate
      WHERE from_score IS NULL OR (score, id) < (from_score, from_id)
      ORDER BY score DESC, id DESC LIMIT rows_wanted),
    every_facet AS MATERIALIZED (
      SELECT facet, count(*) AS count FROM (SELECT unnest(facets) AS facet FROM candidate) had GROUP BY facet),
    -- Of what there are hundreds of, no more than a page offers.
    counted AS (
      SELECT facet, count FROM every_facet WHERE NOT (facet ^@ 'actor:' OR facet ^@ 'issue:')
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'actor:' ORDER BY count DESC, facet LIMIT 8)
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'issue:' ORDER BY count DESC, facet LIMIT 8))
    SELECT (SELECT count(*) FROM candidate), jsonb_build_object(
        'hits', (SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id, score) ORDER BY score DESC, id DESC), '[]') FROM shown),
        'facets', (SELECT coalesce(jsonb_object_agg(facet, count), '{}') FROM counted))
      INTO total, result;
    EXIT WHEN thousands >= existing OR bounded OR total * 2 >= most;
    -- Among the newest there are too few: go back as far as there should be enough, if they are spread evenly.
    IF reading THEN
      SELECT count(*) INTO to_read FROM search_document d WHERE d.terms @@ probe;
      EXIT WHEN to_read * 2 > most_read;
      bounded := thousands * (most_read / greatest(to_read, 0.5)) < existing;
    END IF;
    thousands := CASE WHEN bounded THEN thousands * (most_read / greatest(to_read, 0.5))
                      ELSE greatest(2 * thousands, least(existing, thousands * 0.75 * most / greatest(total, 0.5))) END;
    IF thousands * 2 > existing AND NOT bounded THEN thousands := existing; END IF;
  END LOOP;
  RETURN result || jsonb_build_object(
    'total', total, 'capped', total >= most OR thousands < existing, 'common', whole.common,
    'stems', CASE WHEN whole.ranking IS NULL THEN '[]' ELSE to_jsonb(search_lexemes(whole.ranking)) END);
END $$;

-- Actors, authors, issues, topics, series and sources whose names answer; those that fit best first.
CREATE OR REPLACE FUNCTION search_names(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  whole record := search_whole(asked);
  reading boolean := whole.said IS NOT NULL OR whole.unsaid IS NOT NULL;
  probe tsquery := coalesce(whole.query && search_mark('n'), search_mark('n'));
BEGIN
  IF whole.ranking IS NULL THEN RETURN '[]'; END IF;
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id) ORDER BY rank DESC, id), '[]')
    FROM (
      SELECT d.kind, d.id, ts_rank('{0.05, 0.1, 0.35, 0.9}', d.head, whole.ranking, 1) AS rank
      FROM (SELECT * FROM search_document d
            WHERE d.terms @@ probe AND (NOT reading OR search_says(d.terms, d.said, whole.said, whole.unsaid))
            LIMIT 500) d
      WHERE search_may_name(d.kind, d.id)
      ORDER BY 3 DESC, 2 LIMIT least((asked ->> 'limit')::int, 100)) named);
END $$;

-- What to offer while somebody types: names with words that begin so, and articles whose titles have such
-- words. `before` are the words typed whole, `last` the one under way, all folded.
CREATE OR REPLACE FUNCTION search_suggestions(before text[], last text) RETURNS jsonb
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
  FROM (SELECT w.word FROM search_word w WHERE w.word LIKE last || '%' ORDER BY length(w.word), w.word LIMIT 6) completed,
       LATERAL (SELECT search_title_stems(completed.word) AS stems) title;
  IF query IS NOT NULL THEN
    FOREACH typed IN ARRAY before LOOP
      stems := search_title_stems(typed);
      query := CASE WHEN stems IS NULL THEN query ELSE query && stems END;
    END LOOP;
    FOREACH attempt IN ARRAY ARRAY[query && search_newest(8), query] LOOP
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

-- Whether something that readers can see has a word in some form; among the newest first, where a common one is.
-- Most of what is asked here is in nothing. Where statistics are old, one match of many seems soon found by going
-- through everything that belongs to an article, and takes seconds: only the index of words may be gone through.
CREATE OR REPLACE FUNCTION search_has(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_stems(word));
BEGIN
  RETURN EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ (stems && search_newest(2)) AND d.visible_from <= now())
      OR EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ stems AND d.article_id IS NOT NULL AND d.visible_from <= now());
END $$;

-- The same in just this form, read for in a few of those that have it in any: what only something hidden says is
-- offered to nobody, though something that can be seen says much the same.
CREATE FUNCTION search_spells(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_stems(word));
  probe tsquery;
BEGIN
  FOREACH probe IN ARRAY ARRAY[stems && search_newest(2), stems] LOOP
    IF EXISTS (
      SELECT FROM (SELECT d.said FROM search_document d
                   WHERE d.terms @@ probe AND d.article_id IS NOT NULL AND d.visible_from <= now() LIMIT 50) few
      WHERE strpos(few.said, ' ' || word || ' ') > 0) THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- For each word that nothing has, words written much like it that stand in something readers can see, the
-- most alike first.
CREATE OR REPLACE FUNCTION search_alike(words text[]) RETURNS jsonb
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
      WHERE search_spells(near.word)
      GROUP BY typed) found);
END $$;

-- What readers may see of names that were found, in that order: as readers' role, under row-level security.
CREATE OR REPLACE FUNCTION search_shown_names(refs jsonb) RETURNS json
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
        UNION ALL SELECT slug, name, about FROM series WHERE r.kind = 'series' AND id = r.id
        UNION ALL (SELECT slug, view #>> '{named,title}', view ->> 'wording' FROM published_source
                   WHERE r.kind = 'source' AND source_id = r.id LIMIT 1)) n);
END $$;

-- A page of the search in one answer. What is found says the owner's function; what is shown of it is read here by
-- who asks, under row-level security: were the function wrong, the page would still show nothing.
CREATE OR REPLACE FUNCTION search_page(asked jsonb, named jsonb,
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
  -- What was found can be narrowed to, and what it is narrowed to already.
  SELECT coalesce(json_agg(json_build_array(facet, name)), '[]') INTO called
  FROM (SELECT jsonb_object_keys(answer -> 'facets')
        UNION SELECT jsonb_array_elements_text(jsonb_array_elements(asked -> 'facets'))) each(facet),
    LATERAL (
      SELECT name FROM actor WHERE facet ^@ 'actor:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM issue WHERE facet ^@ 'issue:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM topic WHERE facet ^@ 'topic:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM author WHERE facet ^@ 'author:' AND slug = substr(facet, 8)) n;
END $$;

DO $$
DECLARE f regprocedure;
BEGIN
  FOR f IN SELECT oid::regprocedure FROM pg_proc
           WHERE pronamespace = 'public'::regnamespace AND proname LIKE '%search%' LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION search_pairs(tsvector) TO viewpoints_editorial;
