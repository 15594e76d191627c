-- rebuild: search_document

-- Pairs of words that stand in a text one after the other, as lexemes that no text can hold: `^`. They are
-- numbers out of 65,536, so that they are few to the index; a document that has the pairs of a phrase is
-- still read, and hardly one is read without a match.
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
