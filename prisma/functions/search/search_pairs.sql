-- rebuild: search_document

-- Lexemes for each two words in a row, to find phrases by the index: `^` and a hash of 16 bits, so that the index
-- has few of them. Hashes may collide, so a document with all pairs of a phrase is still read to see whether it has
-- the phrase; nearly all have.
CREATE OR REPLACE FUNCTION search_pairs(words tsvector) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT coalesce(array_agg(DISTINCT '^' || (hashtext(word || ' ' || next || ' ' || apart) & 65535)), '{}')
  FROM (
    SELECT lexeme AS word, lead(lexeme) OVER in_order AS next, lead(place) OVER in_order - place AS apart
    FROM unnest(words), unnest(positions) place
    WINDOW in_order AS (ORDER BY place)) pairs
  WHERE next IS NOT NULL
$$;

REVOKE ALL ON FUNCTION search_pairs FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_pairs TO viewpoints_editorial;
