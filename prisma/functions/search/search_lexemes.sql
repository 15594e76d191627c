-- The words of a query, for marking them.
CREATE OR REPLACE FUNCTION search_lexemes(query tsquery) RETURNS text[]
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT coalesce(array_agg(word ORDER BY word), '{}')
  FROM (SELECT DISTINCT replace(found[1], '''''', '''') AS word
        FROM regexp_matches(query::text, '''((?:[^'']|'''')*)''', 'g') found) words
$$;

REVOKE ALL ON FUNCTION search_lexemes FROM PUBLIC;
