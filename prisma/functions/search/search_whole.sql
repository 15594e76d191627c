-- after: search_clause, search_lexemes, search_mark

-- The whole of a question as one query, `named` what of it is asked of names, without the facets. `common` holds the places of the words it leaves out: those that are too
-- common in the question's language, unless it has no others. A word that some other language's stemmer leaves out
-- is read for in the pieces of that language which have the rest of the question. `said` is what has to be read for,
-- `unsaid` what must not be there, and `stems` are the words to be marked.
-- asked: { wanted: [term, …], excluded: [term, …], facets: [["kind:article", …], …] }, terms as search_clause has them
CREATE OR REPLACE FUNCTION search_whole(asked jsonb) RETURNS search_question
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

REVOKE ALL ON FUNCTION search_whole FROM PUBLIC;
