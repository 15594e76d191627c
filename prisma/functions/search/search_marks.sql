-- rebuild: search_document

-- Lexemes for what the search filters by. No text produces them, since they begin with a character that is in no
-- word: `=` for a facet or a range of numbers (`=n` for names, which have none), `~` for a word of the title.
CREATE OR REPLACE FUNCTION search_marks(title tsvector, facets text[], number bigint) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT array_to_tsvector(
    ARRAY(SELECT DISTINCT '=' || facet FROM unnest(facets) facet)
    || ARRAY(SELECT '~' || word FROM unnest(tsvector_to_array(title)) word)
    || CASE WHEN number = 0 THEN ARRAY['=n']
       ELSE ARRAY['=a:' || (number >> 10), '=b:' || (number >> 13), '=c:' || (number >> 16), '=d:' || (number >> 19)]
       END)
$$;

REVOKE ALL ON FUNCTION search_marks FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_marks TO viewpoints_editorial;
