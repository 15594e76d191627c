-- Copies the publication time of an article to its names and words: an embargo may move it.
CREATE OR REPLACE FUNCTION spread_published_at() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE published_mention SET published_at = NEW.published_at WHERE article_id = NEW.id;
  UPDATE published_word SET published_at = NEW.published_at WHERE article_id = NEW.id;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION spread_published_at FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_article_published_at AFTER UPDATE OF published_at ON published_article FOR EACH ROW
  WHEN (NEW.published_at <> OLD.published_at) EXECUTE FUNCTION spread_published_at();
