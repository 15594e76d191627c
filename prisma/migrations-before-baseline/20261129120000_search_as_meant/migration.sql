-- What was plainly meant is found. Which words of a question are too common to be asked for says the stemmer of
-- the question's language alone; words written together, apart and with a hyphen find each other; a question has
-- alternatives, and beginnings of words. Installations write their documents again when they next start
-- (`searchEdition`).

-- When the article was published stands beside each source that it names: what the newest says of a source that
-- thousands of articles name is read alone. The default is for an instance of the version before, during an upgrade.
ALTER TABLE "published_source" ADD COLUMN "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
UPDATE published_source s SET published_at = a.published_at FROM published_article a WHERE a.id = s.article_id;
CREATE INDEX "published_source_source_id_published_at_article_id_idx"
  ON "published_source" ("source_id", "published_at" DESC, "article_id" DESC);
DROP INDEX "published_source_source_id_idx";
GRANT SELECT (published_at) ON "published_source" TO viewpoints_reader;

-- What a text joins, written together, and what it writes in capitals: "EU" is a name where "eu" is a word that
-- French pieces are not found by. Only such capitals are added: whatever else is in capitals is found already.
CREATE FUNCTION search_also(config regconfig, joined text, capitals text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog SET client_min_messages = warning AS $$
  SELECT to_tsvector(config, coalesce(joined, '')) || to_tsvector('simple', coalesce(string_agg(word, ' '), ''))
  FROM unnest(string_to_array(capitals, ' ')) word
  WHERE numnode(plainto_tsquery(config, word)) = 0
$$;

-- A facet or a place in time is a word too, which no text can hold: `=`; a word of a title: `~`.
CREATE FUNCTION search_marks(title tsvector, facets text[], number bigint) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT DISTINCT '=' || facet FROM unnest(facets) facet)
    || ARRAY(SELECT '~' || word FROM unnest(tsvector_to_array(title)) word)
    || CASE WHEN number = 0 THEN ARRAY['=n']
       ELSE ARRAY['=a:' || (number >> 10), '=b:' || (number >> 13), '=c:' || (number >> 16), '=d:' || (number >> 19)]
       END)
$$;

-- As before, with what is written together and in capitals: of the title as of the title, and none of it in pairs.
CREATE OR REPLACE FUNCTION write_search_documents(documents jsonb) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO search_stemming SELECT DISTINCT unnest(ARRAY[d ->> 'config', 'simple'])
  FROM jsonb_array_elements(documents) d
  ON CONFLICT DO NOTHING;

  INSERT INTO search_document AS old
    (id, kind, article_id, visible_from, at, number, edition, slug, facets, head, terms, text, said)
  SELECT d.id, d.kind, d.article_id, d.visible_from, d.at, n.number, d.edition, d.slug, d.facets, h.head || h.also,
         w.words || h.also || search_also(d.config, d.joined, d.capitals) || array_to_tsvector(search_pairs(w.words))
           || search_marks(to_tsvector(d.config, d.title) || h.also, d.facets || d.marks, n.number),
         d.text, ' ' || replace(concat_ws(E'\n', d.title, d.head, d.rest), E'\n', E' \n ') || ' '
  FROM jsonb_to_recordset(documents) AS d(
    id uuid, kind search_kind, article_id uuid, visible_from timestamptz, at timestamptz, edition smallint,
    slug text, config regconfig, title text, head text, rest text, title_joined text, joined text,
    title_capitals text, capitals text, facets text[], marks text[], text text)
  LEFT JOIN search_document kept ON kept.id = d.id AND kept.kind = d.kind
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.article_id IS NULL THEN 0
                WHEN kept.number IS NOT NULL THEN kept.number
                ELSE nextval('search_number') END AS number OFFSET 0) n
  CROSS JOIN LATERAL (
    SELECT search_head(d.config, d.title, d.head) AS head,
           setweight(search_also(d.config, d.title_joined, d.title_capitals), 'A') AS also OFFSET 0) h
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
DROP FUNCTION search_marks(regconfig, text, text[], bigint);
GRANT EXECUTE ON FUNCTION search_also(regconfig, text, text), search_marks(tsvector, text[], bigint) TO viewpoints_editorial;

-- A piece that is retracted loses its document where whoever retracts it forgets to; what readers are left with is
-- found by the document that is written then, which later changes of the piece leave alone.
CREATE OR REPLACE FUNCTION keep_search_in_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'published_finding' THEN
    DELETE FROM search_document WHERE id = NEW.id AND kind = 'finding';
  ELSIF NEW.retracted AND NOT OLD.retracted THEN
    DELETE FROM search_document WHERE article_id = NEW.id;
  ELSE
    UPDATE search_document SET visible_from = NEW.visible_from, at = NEW.published_at WHERE article_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;
DROP TRIGGER "published_article_search" ON "published_article";
CREATE TRIGGER "published_article_search" AFTER UPDATE ON "published_article" FOR EACH ROW
  WHEN (NEW.retracted <> OLD.retracted OR NEW.visible_from <> OLD.visible_from)
  EXECUTE FUNCTION keep_search_in_step();

DROP FUNCTION search_stems(text), search_whole(jsonb), search_says(tsvector, text, jsonb, jsonb),
  search_page(jsonb, jsonb), search_lexemes(tsquery);

-- The words of a query, for marking them.
CREATE FUNCTION search_lexemes(query tsquery) RETURNS text[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(word ORDER BY word), '{}')
  FROM (SELECT DISTINCT replace(found[1], '''''', '''') AS word
        FROM regexp_matches(query::text, '''((?:[^'']|'''')*)''', 'g') found) words
$$;

-- What a part of a question is in each of the stemmers: `query` with pairs of words, for the index, and `ranking`
-- as it is said. `said` is what of it has to be read for, since some stemmer leaves a word of it out, unless a
-- document answers `kept`; where one leaves out all of it, `query` is null. `dropped` are the stemmers that leave
-- a word that stands by itself out, and `common` says whether that of the question's language does.
-- term: { words, title } and, where there are any: `or`, what else may be found in its place; `loose`, how else it
-- is written, which is not read for; `begins`, whether words that begin so are meant; `split`, whether it may be
-- two words; `marks` that answer as well; `common`, the stemmer of the question's language.
CREATE FUNCTION search_clause(term jsonb, stemmers regconfig[], OUT query tsquery, OUT ranking tsquery, OUT kept tsquery,
    OUT said text[], OUT dropped text[], OUT common boolean)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
DECLARE
  main text := term ->> 'words';
  in_title boolean := (term ->> 'title')::boolean;
  typed text[] := ARRAY[main];
  spellings text[];
  spelling text;
  place int := 0;
  stemmer regconfig;
  part tsquery;
  size int;
  extra tsquery;
  seen text[] := '{}';
  anything boolean := false;
  known text[];
BEGIN
  said := '{}';
  dropped := '{}';
  IF term ? 'or' THEN typed := typed || ARRAY(SELECT jsonb_array_elements_text(term -> 'or')); END IF;
  spellings := typed;
  IF term ? 'loose' THEN spellings := spellings || ARRAY(SELECT jsonb_array_elements_text(term -> 'loose')); END IF;
  IF term ? 'begins' THEN
    spellings := spellings || ARRAY(
      SELECT w.word FROM search_word w WHERE w.word ~>=~ main AND w.word ~<~ (main || U&'\+10FFFF')
      ORDER BY length(w.word), w.word LIMIT 40);
  END IF;
  -- "ceasefire" is "cease fire" where both are words of the journal.
  IF term ? 'split' AND length(main) BETWEEN 6 AND 24 THEN
    SELECT array_agg(w.word) INTO known FROM search_word w
    WHERE w.word = ANY(ARRAY(
      SELECT unnest(ARRAY[left(main, at), substr(main, at + 1)]) FROM generate_series(3, length(main) - 3) at));
    IF cardinality(known) > 1 THEN
      spellings := spellings || ARRAY(
        SELECT left(main, at) || ' ' || substr(main, at + 1) FROM generate_series(3, length(main) - 3) at
        WHERE left(main, at) = ANY(known) AND substr(main, at + 1) = ANY(known)
        LIMIT 2);
    END IF;
  END IF;

  FOREACH spelling IN ARRAY spellings LOOP
    place := place + 1;
    size := numnode(phraseto_tsquery('simple', spelling));
    FOREACH stemmer IN ARRAY stemmers LOOP
      part := phraseto_tsquery(stemmer, spelling);
      IF numnode(part) < size THEN
        IF place = 1 AND size = 1 THEN dropped := array_append(dropped, stemmer::text); END IF;
        CONTINUE WHEN size = 1 OR place > cardinality(typed);
        IF NOT spelling = ANY(said) THEN said := array_append(said, spelling); END IF;
        anything := anything OR numnode(part) = 0;
        CONTINUE WHEN numnode(part) = 0;
      END IF;
      CONTINUE WHEN part::text = ANY(seen);
      seen := array_append(seen, part::text);
      ranking := CASE WHEN ranking IS NULL THEN part ELSE ranking || part END;
      IF numnode(part) = size THEN
        kept := CASE WHEN kept IS NULL THEN part ELSE kept || part END;
      END IF;
      IF numnode(part) > 1 THEN
        SELECT string_agg(quote_literal(pair), '&') INTO extra
        FROM unnest(search_pairs(to_tsvector(stemmer, spelling))) pair;
        part := part && extra;
      END IF;
      IF in_title THEN
        SELECT string_agg(quote_literal('~' || word), '&') INTO extra
        FROM unnest(tsvector_to_array(to_tsvector(stemmer, spelling))) word;
        part := part && extra;
      END IF;
      query := CASE WHEN query IS NULL THEN part ELSE query || part END;
    END LOOP;
  END LOOP;
  IF anything THEN query := NULL; END IF;
  IF term ? 'marks' AND query IS NOT NULL THEN
    SELECT query || string_agg(search_mark(mark)::text, '|')::tsquery INTO query
    FROM jsonb_array_elements_text(term -> 'marks') mark;
  END IF;
  common := cardinality(typed) = 1 AND term ? 'common' AND numnode(phraseto_tsquery('simple', main)) = 1
            AND numnode(phraseto_tsquery((term ->> 'common')::regconfig, main)) = 0;
END $$;

-- The whole of a question as one query. `common` holds the places of the words it leaves out: those that are too
-- common in the question's language, unless it has no others. A word that some other language's stemmer leaves out
-- is read for in the pieces of that language which have the rest of the question. `said` is what has to be read for,
-- `unsaid` what must not be there, and `stems` are the words to be marked.
-- asked: { wanted: [term, …], excluded: [term, …], facets: [["kind:article", …], …] }, terms as search_clause has them
CREATE FUNCTION search_whole(asked jsonb, OUT query tsquery, OUT ranking tsquery, OUT common int[], OUT said jsonb,
    OUT unsaid jsonb, OUT stems text[])
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
DECLARE
  stemmers constant regconfig[] := ARRAY(SELECT config::regconfig FROM search_stemming);
  term jsonb;
  clause record;
  place int := 0;
  terms jsonb[] := '{}';
  queries tsquery[] := '{}';
  rankings tsquery[] := '{}';
  kept text[] := '{}';
  reading jsonb[] := '{}';
  dropping jsonb[] := '{}';
  all_common boolean := true;
  part tsquery;
  others jsonb;
BEGIN
  common := '{}';
  stems := '{}';
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'wanted') LOOP
    SELECT * INTO clause FROM search_clause(term, stemmers);
    terms := array_append(terms, term);
    queries := array_append(queries, clause.query);
    rankings := array_append(rankings, clause.ranking);
    kept := array_append(kept, clause.kept::text);
    reading := array_append(reading, to_jsonb(clause.said));
    dropping := array_append(dropping, to_jsonb(clause.dropped));
    IF clause.common THEN common := common || place; ELSE all_common := false; END IF;
    place := place + 1;
  END LOOP;
  IF all_common THEN common := '{}'; END IF;

  FOR place IN 1 .. cardinality(terms) LOOP
    CONTINUE WHEN place - 1 = ANY(common) OR rankings[place] IS NULL;
    term := terms[place];
    part := queries[place];
    IF reading[place] <> '[]' THEN
      said := coalesce(said, '[]') || jsonb_build_object(
        'any', reading[place], 'title', term -> 'title', 'kept', kept[place]);
    ELSIF dropping[place] <> '[]' AND NOT term ? 'capitals' THEN
      SELECT jsonb_agg('stem:' || stemmer) INTO others FROM jsonb_array_elements_text(dropping[place]) stemmer
      WHERE all_common OR EXISTS (
        SELECT FROM generate_subscripts(terms, 1) other
        WHERE other <> place AND NOT other - 1 = ANY(common) AND NOT dropping[other] ? stemmer);
      IF others IS NOT NULL THEN
        SELECT part || string_agg(search_mark(mark)::text, '|')::tsquery INTO part FROM jsonb_array_elements_text(others) mark;
        said := coalesce(said, '[]') || jsonb_build_object(
          'any', jsonb_build_array(term -> 'words'), 'title', term -> 'title', 'only', others);
      END IF;
    END IF;
    IF part IS NOT NULL THEN query := CASE WHEN query IS NULL THEN part ELSE query && part END; END IF;
    ranking := CASE WHEN ranking IS NULL THEN rankings[place] ELSE ranking || rankings[place] END;
    CONTINUE WHEN term ? 'capitals';
    stems := stems || CASE WHEN term ->> 'words' !~ ' ' THEN search_lexemes(rankings[place]) ELSE ARRAY(
      -- Of a phrase no words that are in every sentence.
      SELECT word FROM unnest(search_lexemes(rankings[place])) word
      WHERE NOT EXISTS (SELECT FROM unnest(stemmers) stemmer WHERE numnode(plainto_tsquery(stemmer, word)) = 0)) END;
  END LOOP;
  stems := ARRAY(SELECT DISTINCT stem FROM unnest(stems) stem ORDER BY 1);

  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'facets') LOOP
    SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO part FROM jsonb_array_elements_text(term) mark;
    query := CASE WHEN query IS NULL THEN part ELSE query && part END;
  END LOOP;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'excluded') LOOP
    SELECT * INTO clause FROM search_clause(term, stemmers);
    IF cardinality(clause.said) > 0 THEN
      unsaid := coalesce(unsaid, '[]') || jsonb_build_object(
        'any', clause.said, 'title', term -> 'title', 'kept', clause.kept::text);
    ELSIF clause.query IS NOT NULL THEN
      query := CASE WHEN query IS NULL THEN !!clause.query ELSE query && !!clause.query END;
    END IF;
  END LOOP;
END $$;

-- Whether a document says all of `wanted` in just these words, and nothing of `unwanted`. Those with `only` are
-- asked of documents with one of these facets alone.
CREATE FUNCTION search_says(facets text[], terms tsvector, said text, wanted jsonb, unwanted jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(bool_and(has.it = each.is_wanted), true)
  FROM (SELECT part, true AS is_wanted FROM jsonb_array_elements(wanted) part
        UNION ALL SELECT part, false FROM jsonb_array_elements(unwanted) part) each,
    LATERAL (SELECT
      CASE WHEN part ? 'only' AND NOT EXISTS (
             SELECT FROM jsonb_array_elements_text(part -> 'only') facet WHERE facet = ANY(facets)) THEN true
           ELSE EXISTS (
             SELECT FROM jsonb_array_elements_text(part -> 'any') words
             WHERE strpos(CASE WHEN (part ->> 'title')::boolean THEN split_part(said, E'\n', 1) ELSE said END,
                          ' ' || words || ' ') > 0)
             OR coalesce(NOT (part ->> 'title')::boolean AND terms @@ (part ->> 'kept')::tsquery, false)
      END AS it) has
$$;

-- Articles and findings. Where many answer, the newest of them are ranked and counted: a word
-- that every second piece has costs no more than a rare one. The marks `a` to `d` say in which thousand, eight
-- thousand and so on a document is, so that the index itself finds "the word, among the newest".
-- As before, with what search_whole makes of a question now. asked: as there, with after, before, limit, cursor: [score, id] or null, most.
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
          AND (NOT reading OR search_says(d.facets, d.terms, d.said, whole.said, whole.unsaid))
        ORDER BY d.number DESC LIMIT most) newest),
    shown AS (
      SELECT id, kind, score FROM candidate
      WHERE from_score IS NULL OR (score, id) < (from_score, from_id)
      ORDER BY score DESC, id DESC LIMIT rows_wanted),
    every_facet AS MATERIALIZED (
      SELECT facet, count(*) AS count FROM (SELECT unnest(facets) AS facet FROM candidate) had GROUP BY facet),
    -- Of what there are hundreds of, no more than a page offers.
    counted AS (
      SELECT facet, count FROM every_facet WHERE NOT (facet ^@ 'actor:' OR facet ^@ 'issue:' OR facet ^@ 'stem:')
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
    'stems', to_jsonb(whole.stems));
END $$;

-- Actors, authors, issues, topics, series and sources whose names answer, of one `kind` or of all; those that fit best
-- first, and how many there are of each kind.
CREATE OR REPLACE FUNCTION search_names(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  whole record := search_whole(asked);
  reading boolean := whole.said IS NOT NULL OR whole.unsaid IS NOT NULL;
  probe tsquery := coalesce(whole.query && search_mark('n'), search_mark('n'));
BEGIN
  IF whole.ranking IS NULL THEN RETURN '{"names": [], "counts": {}}'; END IF;
  RETURN (
    WITH named AS MATERIALIZED (
      SELECT d.kind, d.id, ts_rank('{0.05, 0.1, 0.35, 0.9}', d.head, whole.ranking, 1) AS rank
      FROM (SELECT * FROM search_document d
            WHERE d.terms @@ probe AND (NOT reading OR search_says(d.facets, d.terms, d.said, whole.said, whole.unsaid))
            LIMIT 500) d
      WHERE search_may_name(d.kind, d.id))
    SELECT jsonb_build_object(
      'names', (SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id) ORDER BY rank DESC, id), '[]')
                FROM (SELECT kind, id, rank FROM named
                      WHERE asked ->> 'kind' IS NULL OR kind::text = asked ->> 'kind'
                      ORDER BY 3 DESC, 2 LIMIT least((asked ->> 'limit')::int, 100)) best),
      'counts', (SELECT coalesce(jsonb_object_agg(kind, count), '{}')
                 FROM (SELECT kind, count(*) AS count FROM named GROUP BY kind) each)));
END $$;

-- Whether something that readers can see has a word in some form; among the newest first, where a common one is.
-- Most of what is asked here is in nothing. Where statistics are old, one match of many seems soon found by going
-- through everything that belongs to an article, and takes seconds: only the index of words may be gone through.
CREATE OR REPLACE FUNCTION search_has(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_clause(jsonb_build_object('words', word, 'title', false), ARRAY(SELECT config::regconfig FROM search_stemming)));
BEGIN
  RETURN EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ (stems && search_newest(2)) AND d.visible_from <= now())
      OR EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ stems AND d.article_id IS NOT NULL AND d.visible_from <= now());
END $$;

-- The same in just this form, read for in a few of those that have it in any: what only something hidden says is
-- offered to nobody, though something that can be seen says much the same.
CREATE OR REPLACE FUNCTION search_spells(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_clause(jsonb_build_object('words', word, 'title', false), ARRAY(SELECT config::regconfig FROM search_stemming)));
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
        -- As the page of the source has it: from the newest article.
        UNION ALL (SELECT s.slug, s.view #>> '{named,title}', s.view ->> 'wording'
                   FROM published_source s WHERE r.kind = 'source' AND s.source_id = r.id
                   ORDER BY s.published_at DESC, s.article_id DESC LIMIT 1)) n);
END $$;

-- What readers may see of articles that were found, with the beginning of their text to show matches in. Of a
-- retracted one that is what its page is left with.
CREATE OR REPLACE FUNCTION search_shown_articles(ids uuid[], OUT shown json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  shown := '[]';
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  SELECT coalesce(json_agg(json_build_object('id', a.id, 'summary', a.summary, 'text', left(d.text, 30000))), '[]') INTO shown
  FROM unnest(ids) wanted, published_article a, search_document d
  WHERE a.id = wanted AND d.id = wanted AND d.kind = 'article';
END $$;

-- A page of the search in one answer. What is found says the owner's function; what is shown of it is read here by
-- who asks, under row-level security: were the function wrong, the page would still show nothing.
CREATE FUNCTION search_page(asked jsonb, named jsonb, OUT answer jsonb, OUT articles json, OUT findings json,
    OUT names json, OUT counts json, OUT called json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  article_ids uuid[];
  finding_ids uuid[];
  found jsonb := CASE WHEN named IS NULL THEN '{"names": [], "counts": {}}' ELSE search_names(named) END;
BEGIN
  names := search_shown_names(found -> 'names');
  counts := found -> 'counts';
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
GRANT EXECUTE ON FUNCTION search_page(jsonb, jsonb) TO viewpoints_reader;
