-- after: search_mark, search_may_name, search_says

-- Actors, authors, issues, topics, series and sources whose names match, of one `kind` or of all;
-- those that fit best first, and how many there are of each kind. asked: { limit, kind or none }
CREATE OR REPLACE FUNCTION search_names_of(asked jsonb, whole search_question) RETURNS jsonb
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

REVOKE ALL ON FUNCTION search_names_of FROM PUBLIC;
