-- Writes a transaction's noted changes into the log, as the last thing before its commit. The
-- counter stays locked until the commit is over, so numbers are in the order of the commits: a
-- client that has read up to a number has missed none below it.
CREATE OR REPLACE FUNCTION number_changes() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  before bigint;
  moment timestamptz;
  written bigint;
BEGIN
  -- The first call of a transaction writes all that it noted.
  IF NOT EXISTS (SELECT FROM noted_change WHERE id = NEW.id) THEN RETURN NULL; END IF;
  SELECT last INTO STRICT before FROM public_change_count FOR UPDATE;
  moment := clock_timestamp();
  -- This statement sees what those committed who had the lock before. Nobody else's notes can be seen.
  WITH noted AS (
    DELETE FROM noted_change RETURNING id, kinds, ref_ids
  ), named AS (
    SELECT DISTINCT ON (e.kind, e.ref_id) e.kind, e.ref_id, n.id, e.place
    FROM noted n CROSS JOIN unnest(n.kinds, n.ref_ids) WITH ORDINALITY AS e(kind, ref_id, place)
    ORDER BY e.kind, e.ref_id, n.id, e.place
  ), seen AS (
    SELECT n.*, CASE n.kind
      WHEN 'article' THEN EXISTS (
        SELECT FROM published_article a WHERE a.id = n.ref_id AND a.visible_from <= moment)
      WHEN 'finding' THEN EXISTS (
        SELECT FROM published_finding f WHERE f.id = n.ref_id AND f.visible_from <= moment)
      WHEN 'source' THEN EXISTS (
        SELECT FROM published_source s JOIN published_article a ON a.id = s.article_id
        WHERE s.source_id = n.ref_id AND a.visible_from <= moment)
      ELSE EXISTS (
        SELECT FROM published_mention m JOIN published_article a ON a.id = m.article_id
        WHERE m.ref_id = n.ref_id AND m.kind = n.kind::page_kind AND a.visible_from <= moment)
      END AS shown
    FROM named n
  )
  INSERT INTO public_change (number, kind, ref_id, at, shown)
  SELECT before + row_number() OVER (ORDER BY s.id, s.place), s.kind, s.ref_id, moment, s.shown
  FROM seen s
  -- What readers cannot see is gone only if they could before.
  WHERE s.shown OR (
    SELECT c.shown FROM public_change c
    WHERE c.kind = s.kind AND c.ref_id = s.ref_id ORDER BY c.number DESC LIMIT 1);
  GET DIAGNOSTICS written = ROW_COUNT;
  UPDATE public_change_count SET last = before + written;
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION number_changes FROM PUBLIC;

DROP TRIGGER IF EXISTS noted_change_numbered ON noted_change;
CREATE CONSTRAINT TRIGGER noted_change_numbered AFTER INSERT ON noted_change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION number_changes();
