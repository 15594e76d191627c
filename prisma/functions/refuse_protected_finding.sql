-- after: waived

-- No finding is public against its terms, what was replaced included: off the record, it is not public in any
-- state.
CREATE OR REPLACE FUNCTION refuse_protected_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  kept record;
  shown attribution_terms := NEW.view #>> '{attribution,terms}';
  wording text := lower(NEW.view #>> '{attribution,wording}');
  broken text;
BEGIN
  -- Withdrawn or suspended findings are not visible; this is checked again when they are shown.
  IF NEW.withdrawn_at IS NOT NULL OR NEW.visible_from >= '9999-01-01' THEN RETURN NEW; END IF;
  SELECT f.source_id, f.participant_id, f.terms AS own_terms, s.disclosure,
         -- What was replaced may stay to be read when its source narrows, as long as it says nothing of it.
         f.state = 'superseded' AND NEW.source_id IS NULL AND shown = 'deep_background' AS withheld,
         greatest(coalesce(s.terms, 'on_record'), coalesce(f.terms, 'on_record')) AS terms,
         lower(coalesce(f.descriptor, s.descriptor, '')) AS descriptor
    INTO kept
    FROM finding f LEFT JOIN source s ON s.id = f.source_id WHERE f.id = NEW.id;
  broken := CASE
    WHEN shown = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.terms = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.disclosure <> 'clear' AND NOT waived(kept.source_id, 'statements', NULL)
      AND NOT (kept.participant_id IS NOT NULL AND waived(kept.source_id, 'statements', kept.participant_id))
      THEN 'published_finding_disclosure'
    WHEN kept.withheld THEN NULL
    WHEN shown < kept.terms AND NOT waived(kept.source_id, 'identity', NULL)
      AND NOT (kept.participant_id IS NOT NULL AND waived(kept.source_id, 'identity', kept.participant_id))
      THEN 'published_finding_terms_widened'
    -- A short descriptor ("a source") may occur in the fixed wording by chance.
    WHEN (shown = 'deep_background' OR kept.terms = 'deep_background')
      AND (wording = kept.descriptor OR (length(kept.descriptor) > 12 AND position(kept.descriptor IN wording) > 0))
      THEN 'published_finding_deep_background'
    WHEN NEW.source_id IS NOT NULL AND kept.terms <> 'on_record'
      AND NOT (coalesce(kept.own_terms, 'on_record') = 'on_record' AND waived(kept.source_id, 'identity', NULL))
      THEN 'published_finding_source_protected'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'the terms of a finding do not allow this, by constraint "%"', broken
      USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

REVOKE ALL ON FUNCTION refuse_protected_finding FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_finding_terms BEFORE INSERT OR UPDATE ON published_finding
  FOR EACH ROW EXECUTE FUNCTION refuse_protected_finding();
