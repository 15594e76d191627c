-- Which articles that share a name or a word are the newest was read off their ids, which grew with
-- time. New ids tell no time, so each row has when its article came out.
ALTER TABLE "published_mention" ADD COLUMN "published_at" TIMESTAMPTZ(3);
ALTER TABLE "published_word" ADD COLUMN "published_at" TIMESTAMPTZ(3);
UPDATE "published_mention" m SET published_at = a.published_at FROM published_article a WHERE a.id = m.article_id;
UPDATE "published_word" w SET published_at = a.published_at FROM published_article a WHERE a.id = w.article_id;
ALTER TABLE "published_mention" ALTER COLUMN "published_at" SET NOT NULL;
ALTER TABLE "published_word" ALTER COLUMN "published_at" SET NOT NULL;
CREATE INDEX "published_mention_ref_id_kind_published_at_article_id_idx"
  ON "published_mention"("ref_id", "kind", "published_at" DESC, "article_id" DESC);
CREATE INDEX "published_word_word_published_at_article_id_idx"
  ON "published_word"("word", "published_at" DESC, "article_id" DESC);

-- The rows are written in several places, and an embargo may move the time: the database keeps the
-- copies equal, so that none of those can forget to.
CREATE FUNCTION copy_published_at() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  NEW.published_at := (SELECT published_at FROM published_article WHERE id = NEW.article_id);
  RETURN NEW;
END $$;
CREATE TRIGGER "published_mention_published_at" BEFORE INSERT ON "published_mention" FOR EACH ROW
  WHEN (NEW.published_at IS NULL) EXECUTE FUNCTION copy_published_at();
CREATE TRIGGER "published_word_published_at" BEFORE INSERT ON "published_word" FOR EACH ROW
  WHEN (NEW.published_at IS NULL) EXECUTE FUNCTION copy_published_at();

CREATE FUNCTION spread_published_at() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE published_mention SET published_at = NEW.published_at WHERE article_id = NEW.id;
  UPDATE published_word SET published_at = NEW.published_at WHERE article_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "published_article_published_at" AFTER UPDATE OF published_at ON "published_article" FOR EACH ROW
  WHEN (NEW.published_at <> OLD.published_at) EXECUTE FUNCTION spread_published_at();
