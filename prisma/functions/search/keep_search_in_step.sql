-- Deletes the search entry of a retracted article, even if the retracting command forgets to. What is left
-- for readers gets an entry of its own then, which later changes of the article leave alone.
CREATE OR REPLACE FUNCTION keep_search_in_step() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF TG_TABLE_NAME = 'published_finding' THEN
    DELETE FROM search_document WHERE id = NEW.id AND kind = 'finding';
  ELSIF NEW.retracted AND NOT OLD.retracted THEN
    DELETE FROM search_document WHERE article_id = NEW.id;
  ELSE
    UPDATE search_document SET visible_from = NEW.visible_from, at = NEW.published_at WHERE article_id = NEW.id;
  END IF;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION keep_search_in_step FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_search_in_step TO viewpoints_editorial;

CREATE OR REPLACE TRIGGER published_article_search AFTER UPDATE ON published_article FOR EACH ROW
  WHEN (NEW.retracted <> OLD.retracted OR NEW.visible_from <> OLD.visible_from)
  EXECUTE FUNCTION keep_search_in_step();
CREATE OR REPLACE TRIGGER published_finding_search AFTER UPDATE ON published_finding FOR EACH ROW
  WHEN (NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION keep_search_in_step();
