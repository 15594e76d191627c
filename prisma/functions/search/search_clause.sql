-- after: search_mark, search_pairs

-- What a part of a question is in each of the stemmers: `query` with pairs of words, for the index, and `ranking`
-- as it is said. `said` is what of it has to be read for, since some stemmer leaves a word of it out, unless a
-- document answers `kept`; where one leaves out all of it, `query` is null. `named` is `query` as it is asked of
-- names, which nobody writes in two words where they are one. `dropped` are the stemmers that leave
-- a word that stands by itself out, and `common` says whether that of the question's language does.
-- term: { words, title } and, where there are any: `or`, what else may be found in its place; `loose`, how else it
-- is written, which is not read for; `begins`, whether words that begin so are meant; `split`, whether it may be
-- two words; `marks` that answer as well; `common`, the stemmer of the question's language.
CREATE OR REPLACE FUNCTION search_clause(term jsonb, stemmers regconfig[], OUT query tsquery, OUT named tsquery, OUT ranking tsquery,
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

REVOKE ALL ON FUNCTION search_clause FROM PUBLIC;
