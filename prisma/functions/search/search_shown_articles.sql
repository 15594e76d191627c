-- What readers may see of articles and pages that were found, with the beginning of their text to show matches in. Of a
-- retracted one that is what its page is left with.
CREATE OR REPLACE FUNCTION search_shown_articles(ids uuid[], OUT shown json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  shown := '[]';
  IF cardinality(ids) = 0 THEN RETURN; END IF;
  SELECT coalesce(json_agg(json_build_object(
      'id', a.id, 'summary', a.summary, 'path', a.path, 'text', left(d.text, 30000))), '[]') INTO shown
  FROM unnest(ids) wanted, search_document d,
    LATERAL (SELECT p.id, p.summary, NULL AS path FROM published_article p WHERE p.id = wanted
             UNION ALL SELECT p.id, p.summary, p.path FROM published_page p WHERE p.id = wanted) a
  WHERE d.id = wanted AND d.kind = 'article';
END $$;

REVOKE ALL ON FUNCTION search_shown_articles FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_shown_articles TO viewpoints_reader;
