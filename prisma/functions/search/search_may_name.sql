-- Whether readers may look an actor, author, issue, topic or source up: something visible names it.
CREATE OR REPLACE FUNCTION search_may_name(what search_kind, named uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT CASE WHEN what = 'source' THEN EXISTS (
      SELECT FROM published_source s JOIN published_article a ON a.id = s.article_id
      WHERE s.source_id = named AND a.visible_from <= now())
    ELSE EXISTS (
      SELECT FROM published_mention m JOIN published_article a ON a.id = m.article_id
      WHERE m.kind = what::text::page_kind AND m.ref_id = named AND a.visible_from <= now()) END
$$;

REVOKE ALL ON FUNCTION search_may_name FROM PUBLIC;
