-- Deletes an article whose time in the trash has ended, with every word of it: findings, revisions, history,
-- comments, the shared document, notes and reports of imports. Done by the owner of the tables, since
-- editors' role may not remove revisions and approvals; so it checks by itself what may go.
CREATE OR REPLACE FUNCTION empty_trashed_article(trashed uuid) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM public.article a JOIN public.trash_item t ON t.id = a.id
    WHERE a.id = trashed AND t.kind = 'article' AND t.empty_at <= now()
      AND a.state = 'archived' AND a.first_published_at IS NULL AND a.live_revision_id IS NULL
      AND NOT EXISTS (SELECT FROM public.published_article p WHERE p.id = a.id)
      AND NOT EXISTS (SELECT FROM public.retraction r WHERE r.article_id = a.id)
    FOR UPDATE OF a, t;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  DELETE FROM public.clearance WHERE article_id = trashed;
  DELETE FROM public.article_pick WHERE picked_id = trashed;
  UPDATE public.article SET translation_of_id = NULL WHERE translation_of_id = trashed;
  UPDATE public.article SET parent_id = NULL WHERE parent_id = trashed;
  DELETE FROM public.finding_link USING public.finding f
    WHERE f.article_id = trashed AND f.id IN (from_id, to_id);
  DELETE FROM public.supersession USING public.finding f WHERE f.article_id = trashed AND f.id IN (old_id, new_id);
  DELETE FROM public.finding WHERE article_id = trashed;
  DELETE FROM public.review_comment WHERE article_id = trashed;
  DELETE FROM public.approval WHERE article_id = trashed;
  DELETE FROM public.contribution WHERE article_id = trashed;
  UPDATE public.article SET approved_revision_id = NULL WHERE id = trashed;
  DELETE FROM public.history_entry WHERE article_id = trashed;
  DELETE FROM public.revision WHERE article_id = trashed;
  DELETE FROM public.article WHERE id = trashed;
  DELETE FROM public.trash_item WHERE id = trashed;
  RETURN true;
END $$;

REVOKE ALL ON FUNCTION empty_trashed_article FROM PUBLIC;
GRANT EXECUTE ON FUNCTION empty_trashed_article TO viewpoints_editorial;
