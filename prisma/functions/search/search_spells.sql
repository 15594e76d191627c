-- after: search_clause, search_newest

-- Whether something that readers can see has a word in just this form, read for in a few of those that have it
-- in any (`search_has`): what only something hidden says is
-- offered to nobody, though something that can be seen says much the same.
CREATE OR REPLACE FUNCTION search_spells(word text) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public SET enable_seqscan = off SET enable_indexscan = off AS $$
DECLARE
  stems tsquery := (SELECT query FROM search_clause(jsonb_build_object('words', word, 'title', false), ARRAY(SELECT config::regconfig FROM search_stemming)));
  probe tsquery;
BEGIN
  FOREACH probe IN ARRAY ARRAY[stems && search_newest(2), stems] LOOP
    IF EXISTS (
      SELECT FROM (SELECT d.said FROM search_document d
                   WHERE d.terms @@ probe AND d.article_id IS NOT NULL AND d.visible_from <= now() LIMIT 50) few
      WHERE strpos(few.said, ' ' || word || ' ') > 0) THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

REVOKE ALL ON FUNCTION search_spells FROM PUBLIC;
