-- No file goes out whose words no program could read and nobody looked at. A file that is out already
-- stays: what it says did not change.
CREATE OR REPLACE FUNCTION refuse_unread_file() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM media m WHERE m.id = NEW.media_id AND cardinality(m.unread) > 0 AND m.checked_at IS NULL) THEN
    RETURN NEW;
  END IF;
  -- An insert that meets the row that is there is one of these too.
  IF EXISTS (
    SELECT FROM published_media p WHERE (p.article_id, p.media_id) = (NEW.article_id, NEW.media_id)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody looked at this file, by constraint "%"', 'published_media_read'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'published_media_read', TABLE = TG_TABLE_NAME;
END $$;

REVOKE ALL ON FUNCTION refuse_unread_file FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_media_read BEFORE INSERT ON published_media
  FOR EACH ROW EXECUTE FUNCTION refuse_unread_file();
