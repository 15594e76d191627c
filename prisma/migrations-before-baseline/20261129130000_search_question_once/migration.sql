-- A question is read once for a page of the search. It was read for articles and findings, and again for names: with
-- other spellings and words of stances that came to a tenth of a search.
DROP FUNCTION search_page(jsonb, jsonb), search_whole(jsonb), search_clause(jsonb, regconfig[]);
CREATE TYPE search_question AS (query tsquery, named tsquery, ranking tsquery, common int[], said jsonb, unsaid jsonb,
  stems text[]);

-- What a part of a question is in each of the stemmers: `query` with pairs of words, for the index, and `ranking`
-- as it is said. `said` is what of it has to be read for, since some stemmer leaves a word of it out, unless a
-- document answers `kept`; where one leaves out all of it, `query` is null. `named` is `query` as it is asked of
-- names, which nobody writes in two words where they are one. `dropped` are the stemmers that leave
-- a word that stands by itself out, and `common` says whether that of the question's language does.
-- term: { words, title } and, where there are any: `or`, what else may be found in its place; `loose`, how else it
-- is written, which is not read for; `begins`, whether words that begin so are meant; `split`, whether it may be
-- two words; `marks` that answer as well; `common`, the stemmer of the question's language.
CREATE FUNCTION search_clause(term jsonb, stemmers regconfig[], OUT query tsquery, OUT named tsquery, OUT ranking tsquery,
    OUT kept tsquery, OUT said text[], OUT dropped text[], OUT common boolean)
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
  unsplit int;
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
  unsplit := cardinality(spellings);
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
      IF place <= unsplit THEN named := query; END IF;
    END LOOP;
  END LOOP;
  IF anything THEN query := NULL; named := NULL; END IF;
  IF term ? 'marks' AND query IS NOT NULL THEN
    SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO part
    FROM jsonb_array_elements_text(term -> 'marks') mark;
    query := query || part;
    named := named || part;
  END IF;
  common := cardinality(typed) = 1 AND term ? 'common' AND numnode(phraseto_tsquery('simple', main)) = 1
            AND numnode(phraseto_tsquery((term ->> 'common')::regconfig, main)) = 0;
END $$;

-- The whole of a question as one query, `named` what of it is asked of names, without the facets. `common` holds the places of the words it leaves out: those that are too
-- common in the question's language, unless it has no others. A word that some other language's stemmer leaves out
-- is read for in the pieces of that language which have the rest of the question. `said` is what has to be read for,
-- `unsaid` what must not be there, and `stems` are the words to be marked.
-- asked: { wanted: [term, …], excluded: [term, …], facets: [["kind:article", …], …] }, terms as search_clause has them
CREATE FUNCTION search_whole(asked jsonb) RETURNS search_question
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public SET client_min_messages = warning AS $$
DECLARE
  whole search_question;
  stemmers constant regconfig[] := ARRAY(SELECT config::regconfig FROM search_stemming);
  term jsonb;
  clause record;
  place int := 0;
  terms jsonb[] := '{}';
  queries tsquery[] := '{}';
  of_names tsquery[] := '{}';
  rankings tsquery[] := '{}';
  kept text[] := '{}';
  reading jsonb[] := '{}';
  dropping jsonb[] := '{}';
  all_common boolean := true;
  part tsquery;
  name_part tsquery;
  marked tsquery;
  others jsonb;
BEGIN
  whole.common := '{}';
  whole.stems := '{}';
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'wanted') LOOP
    SELECT * INTO clause FROM search_clause(term, stemmers);
    terms := array_append(terms, term);
    queries := array_append(queries, clause.query);
    of_names := array_append(of_names, clause.named);
    rankings := array_append(rankings, clause.ranking);
    kept := array_append(kept, clause.kept::text);
    reading := array_append(reading, to_jsonb(clause.said));
    dropping := array_append(dropping, to_jsonb(clause.dropped));
    IF clause.common THEN whole.common := whole.common || place; ELSE all_common := false; END IF;
    place := place + 1;
  END LOOP;
  IF all_common THEN whole.common := '{}'; END IF;

  FOR place IN 1 .. cardinality(terms) LOOP
    CONTINUE WHEN place - 1 = ANY(whole.common) OR rankings[place] IS NULL;
    term := terms[place];
    part := queries[place];
    name_part := of_names[place];
    IF reading[place] <> '[]' THEN
      whole.said := coalesce(whole.said, '[]') || jsonb_build_object(
        'any', reading[place], 'title', term -> 'title', 'kept', kept[place]);
    ELSIF dropping[place] <> '[]' AND NOT term ? 'capitals' THEN
      SELECT jsonb_agg('stem:' || stemmer) INTO others FROM jsonb_array_elements_text(dropping[place]) stemmer
      WHERE all_common OR EXISTS (
        SELECT FROM generate_subscripts(terms, 1) other
        WHERE other <> place AND NOT other - 1 = ANY(whole.common) AND NOT dropping[other] ? stemmer);
      IF others IS NOT NULL THEN
        SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO marked FROM jsonb_array_elements_text(others) mark;
        part := part || marked;
        name_part := name_part || marked;
        whole.said := coalesce(whole.said, '[]') || jsonb_build_object(
          'any', jsonb_build_array(term -> 'words'), 'title', term -> 'title', 'only', others);
      END IF;
    END IF;
    IF part IS NOT NULL THEN whole.query := CASE WHEN whole.query IS NULL THEN part ELSE whole.query && part END; END IF;
    IF name_part IS NOT NULL THEN whole.named := CASE WHEN whole.named IS NULL THEN name_part ELSE whole.named && name_part END; END IF;
    whole.ranking := CASE WHEN whole.ranking IS NULL THEN rankings[place] ELSE whole.ranking || rankings[place] END;
    CONTINUE WHEN term ? 'capitals';
    whole.stems := whole.stems || CASE WHEN term ->> 'words' !~ ' ' THEN search_lexemes(rankings[place]) ELSE ARRAY(
      -- Of a phrase no words that are in every sentence.
      SELECT word FROM unnest(search_lexemes(rankings[place])) word
      WHERE NOT EXISTS (SELECT FROM unnest(stemmers) stemmer WHERE numnode(plainto_tsquery(stemmer, word)) = 0)) END;
  END LOOP;
  whole.stems := ARRAY(SELECT DISTINCT stem FROM unnest(whole.stems) stem ORDER BY 1);

  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'facets') LOOP
    SELECT string_agg(search_mark(mark)::text, '|')::tsquery INTO part FROM jsonb_array_elements_text(term) mark;
    whole.query := CASE WHEN whole.query IS NULL THEN part ELSE whole.query && part END;
  END LOOP;
  FOR term IN SELECT * FROM jsonb_array_elements(asked -> 'excluded') LOOP
    SELECT * INTO clause FROM search_clause(term, stemmers);
    IF cardinality(clause.said) > 0 THEN
      whole.unsaid := coalesce(whole.unsaid, '[]') || jsonb_build_object(
        'any', clause.said, 'title', term -> 'title', 'kept', clause.kept::text);
    ELSIF clause.query IS NOT NULL THEN
      whole.query := CASE WHEN whole.query IS NULL THEN !!clause.query ELSE whole.query && !!clause.query END;
      whole.named := CASE WHEN whole.named IS NULL THEN !!clause.query ELSE whole.named && !!clause.query END;
    END IF;
  END LOOP;
  RETURN whole;
END $$;

-- Articles and findings. Where many answer, the newest of them are ranked and counted: a word
-- that every second piece has costs no more than a rare one. The marks `a` to `d` say in which thousand, eight
-- thousand and so on a document is, so that the index itself finds "the word, among the newest".
-- asked: as in search_whole, with after, before, limit, cursor: [score, id] or null, most.
CREATE FUNCTION search_documents_of(asked jsonb, whole search_question) RETURNS jsonb
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
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

CREATE OR REPLACE FUNCTION search_documents(asked jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT search_documents_of(asked, search_whole(asked))
$$;

-- Actors, authors, issues, topics, series and sources whose names answer, of one `kind` or of all; those that fit best
-- first, and how many there are of each kind. asked: { limit, kind or none }
CREATE FUNCTION search_names_of(asked jsonb, whole search_question) RETURNS jsonb
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  reading boolean := whole.said IS NOT NULL OR whole.unsaid IS NOT NULL;
  probe tsquery := coalesce(whole.named && search_mark('n'), search_mark('n'));
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

-- asked: as in search_whole, with limit and, where names of one kind are meant, kind. Facets narrow names here.
CREATE OR REPLACE FUNCTION search_names(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whole search_question := search_whole(asked);
BEGIN
  whole.named := whole.query;
  RETURN search_names_of(asked, whole);
END $$;

-- Articles and findings that answer, and names, where `named` says how many of which kind.
CREATE FUNCTION search_answers(asked jsonb, named jsonb, OUT documents jsonb, OUT names jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whole search_question := search_whole(asked);
BEGIN
  documents := search_documents_of(asked, whole);
  names := CASE WHEN named IS NULL THEN '{"names": [], "counts": {}}' ELSE search_names_of(named, whole) END;
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
  found record;
BEGIN
  names := '[]'; counts := '{}'; articles := '[]'; findings := '[]'; called := '[]';
  IF asked IS NULL THEN RETURN; END IF;
  SELECT * INTO found FROM search_answers(asked, named);
  names := search_shown_names(found.names -> 'names');
  counts := found.names -> 'counts';
  answer := found.documents;
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
GRANT EXECUTE ON FUNCTION search_page(jsonb, jsonb), search_answers(jsonb, jsonb) TO viewpoints_reader;
