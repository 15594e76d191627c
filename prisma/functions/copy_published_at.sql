-- The rows are written in several places, and an embargo may move the time: the database keeps the
-- copies equal, so that none of those can forget to.
CREATE OR REPLACE FUNCTION copy_published_at() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.published_at := (SELECT published_at FROM published_article WHERE id = NEW.article_id);
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION copy_published_at FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_mention_published_at BEFORE INSERT ON published_mention FOR EACH ROW
  WHEN (NEW.published_at IS NULL) EXECUTE FUNCTION copy_published_at();
CREATE OR REPLACE TRIGGER published_word_published_at BEFORE INSERT ON published_word FOR EACH ROW
  WHEN (NEW.published_at IS NULL) EXECUTE FUNCTION copy_published_at();
