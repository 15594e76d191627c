-- after: search_has, search_spells

-- Who is no superuser may name the extension's setting below once its library is loaded in the session.
DO $$
BEGIN
  EXECUTE (SELECT format('SELECT %I.show_limit()', nspname) FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace
           WHERE extname = 'pg_trgm');
END $$;

-- For each word that nothing has, similar words that occur in something readers can see, the most
-- alike first.
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

REVOKE ALL ON FUNCTION search_alike FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_alike TO viewpoints_reader;
