-- Old addresses redirect. Only those that readers could have seen are stored: a slug changed before
-- publication may contain what nobody should read.
CREATE OR REPLACE FUNCTION keep_former_slug() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  page page_kind := TG_ARGV[0];
  seen boolean;
BEGIN
  seen := CASE page
    WHEN 'article' THEN EXISTS (SELECT FROM published_article a WHERE a.id = NEW.id AND a.visible_from <= now())
    WHEN 'source' THEN EXISTS (
      SELECT FROM published_source s JOIN published_article a ON a.id = s.article_id
      WHERE s.source_id = NEW.id AND a.visible_from <= now())
    ELSE EXISTS (
      SELECT FROM published_mention m JOIN published_article a ON a.id = m.article_id
      WHERE m.kind = page AND m.ref_id = NEW.id AND a.visible_from <= now())
  END;
  IF seen THEN
    INSERT INTO former_slug (kind, slug, ref_id) VALUES (page, OLD.slug, NEW.id)
      ON CONFLICT (kind, slug) DO UPDATE SET ref_id = excluded.ref_id, at = now();
  END IF;
  DELETE FROM former_slug WHERE kind = page AND slug = NEW.slug;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION keep_former_slug FROM PUBLIC;

CREATE OR REPLACE TRIGGER actor_former_slug AFTER UPDATE OF slug ON actor FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('actor');
CREATE OR REPLACE TRIGGER author_former_slug AFTER UPDATE OF slug ON author FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('author');
CREATE OR REPLACE TRIGGER issue_former_slug AFTER UPDATE OF slug ON issue FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('issue');
CREATE OR REPLACE TRIGGER place_former_slug AFTER UPDATE OF slug ON place FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('place');
CREATE OR REPLACE TRIGGER published_article_former_slug AFTER UPDATE OF slug ON published_article FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('article');
CREATE OR REPLACE TRIGGER series_former_slug AFTER UPDATE OF slug ON series FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('series');
CREATE OR REPLACE TRIGGER source_former_slug AFTER UPDATE OF slug ON source FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('source');
CREATE OR REPLACE TRIGGER topic_former_slug AFTER UPDATE OF slug ON topic FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('topic');
