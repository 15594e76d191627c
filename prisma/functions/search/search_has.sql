-- after: search_clause, search_newest

-- Whether something that readers can see has a word in some form; among the newest first, where a
-- common word is. Most words checked here occur nowhere. With old statistics, one match of many
-- seems soon found by going through everything that belongs to an article, and takes seconds: only
-- the index of words may be gone through.
CREATE OR REPLACE FUNCTION search_has(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_clause(jsonb_build_object('words', word, 'title', false), ARRAY(SELECT config::regconfig FROM search_stemming)));
BEGIN
  RETURN EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ (stems && search_newest(2)) AND d.visible_from <= now())
      OR EXISTS (SELECT FROM search_document d
                 WHERE d.terms @@ stems AND d.article_id IS NOT NULL AND d.visible_from <= now());
END $$;

REVOKE ALL ON FUNCTION search_has FROM PUBLIC;
