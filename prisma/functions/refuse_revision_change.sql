-- Revisions are never changed, and removed only with an article that readers never had, once its time in
-- the trash has ended. Not even the owner of the tables may do more.
CREATE OR REPLACE FUNCTION refuse_revision_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (
    SELECT FROM public.trash_item t JOIN public.article a ON a.id = t.id
    WHERE t.id = OLD.article_id AND t.kind = 'article' AND t.empty_at <= now()
      AND a.state = 'archived' AND a.first_published_at IS NULL
  ) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'revision takes no %, by constraint "revision_immutable"', lower(TG_OP)
    USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_immutable', TABLE = 'revision';
END $$;

REVOKE ALL ON FUNCTION refuse_revision_change FROM PUBLIC;

CREATE OR REPLACE TRIGGER revision_immutable BEFORE UPDATE OR DELETE ON revision
  FOR EACH ROW EXECUTE FUNCTION refuse_revision_change();
