-- after: search_shown_names, search_suggestions

-- Suggestions as readers may see them.
CREATE OR REPLACE FUNCTION search_offers(before text[], last text, OUT names json, OUT articles json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  offered jsonb := search_suggestions(before, last);
  ids uuid[] := ARRAY(SELECT jsonb_array_elements_text(offered -> 'articles')::uuid);
BEGIN
  names := search_shown_names(offered -> 'names');
  SELECT coalesce(json_agg(a.summary ORDER BY wanted.place), '[]') INTO articles
  FROM unnest(ids) WITH ORDINALITY wanted(id, place), published_article a
  WHERE a.id = wanted.id AND NOT a.retracted;
END $$;

REVOKE ALL ON FUNCTION search_offers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_offers TO viewpoints_reader;
